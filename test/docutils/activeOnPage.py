"""Reads pages with docutils, as `{"text"}` a line, and gives what is active on each: a list of words a line.

Every directive is recorded in place of what it does, and insertion of files and raw text is allowed, so
that nothing is missed. What our pages are written with is not counted: tables, notes, code, references.
"""
import json
import sys

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Directive, Parser, directives, roles

ALLOWED_DIRECTIVES = set(
    "table list-table note attention caution danger error hint important tip warning code-block".split()
)
ALLOWED_ROLES = {"ref", "literal"}
ACTIVE_NODES = (
    nodes.raw,
    nodes.image,
    nodes.comment,
    nodes.footnote,
    nodes.citation,
    nodes.substitution_definition,
    nodes.substitution_reference,
    nodes.footnote_reference,
    nodes.citation_reference,
    nodes.field_list,
    nodes.option_list,
    nodes.definition_list,
    nodes.doctest_block,
    nodes.transition,
)

found = []


class Recorded(Directive):
    has_content = True
    optional_arguments = 1000
    final_argument_whitespace = True

    def run(self):
        found.append(f"directive {self.name}")
        return []


class CodeBlock(Directive):
    has_content = True
    optional_arguments = 1

    def run(self):
        code = "\n".join(self.content)
        return [nodes.literal_block(code, code)]


known_directive = directives.directive


def directive(name, language, document):
    if name == "code-block":
        return CodeBlock, []
    if name in ALLOWED_DIRECTIVES:
        return known_directive(name, language, document)
    return Recorded, []


def role(name, language, lineno, reporter):
    def text(_name, rawtext, content, _line, _inliner, options=None, content_lines=None):
        if name not in ALLOWED_ROLES:
            found.append(f"role {name}")
        return [nodes.inline(rawtext, utils.unescape(content))], []

    return text, []


directives.directive = directive
roles.role = role

SETTINGS = frontend.get_default_settings(Parser)
SETTINGS.report_level = 5
SETTINGS.halt_level = 5
SETTINGS.warning_stream = False
SETTINGS.file_insertion_enabled = True
SETTINGS.raw_enabled = True


def active(text):
    found.clear()
    document = utils.new_document("page", SETTINGS.copy())
    Parser().parse(text, document)
    for node in document.findall():
        if isinstance(node, ACTIVE_NODES) and not is_expected(node):
            found.append(f"{node.tagname}: {node.astext()[:60]}")
    return found


def is_expected(node):
    """Our pages begin with their name, a field, and two dots alone part blocks."""
    if isinstance(node, nodes.field_list):
        return node.parent.index(node) == 0 and node.astext().startswith("original_name")
    return isinstance(node, nodes.comment) and node.astext() == ""


for line in sys.stdin:
    print(json.dumps(active(json.loads(line)["text"])))
