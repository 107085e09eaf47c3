"""Writes pages as HTML with docutils: on each line of the input `{"text"}`, on each line of the output `{"html"}`."""
import json
import sys

from docutils.core import publish_string
from docutils.parsers.rst import directives, roles
from docutils.parsers.rst.directives.admonitions import BaseAdmonition
from docutils import nodes, utils


def text_role(_name, rawtext, text, _line, _inliner, _options=None, _content=None):
    return [nodes.inline(rawtext, utils.unescape(text))], []


for name in "ref doc numref term guilabel menuselection kbd file command option samp".split():
    roles.register_local_role(name, text_role)

SETTINGS = {"report_level": 5, "halt_level": 5, "output_encoding": "unicode", "embed_stylesheet": False}
for line in sys.stdin:
    html = publish_string(json.loads(line)["text"], writer_name="html5", settings_overrides=SETTINGS)
    print(json.dumps({"html": html}))
