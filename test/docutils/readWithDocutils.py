"""Reads pages with docutils: on each line of the input `{"text"}`, on each line of the output
`{"tables", "targets", "messages"}`.

A table is its node of docutils' tree, as `{"name", "attributes", "source", "children"}`; a text is a string.
Messages are those of the parser from level 2 (WARNING) on. References are left unresolved: a page refers
to other pages of its project. Sphinx' roles and directives give their text, as they do in Sphinx.
"""
import json
import sys

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Directive, Parser, directives, roles
from docutils.parsers.rst.directives.misc import Class

ROLES = (
    "abbr command dfn doc download envvar file guilabel kbd menuselection numref option program ref samp term"
)
ATTRIBUTES = "enumtype morecols morerows refname refuri role start uri alt prefix suffix bullet classes".split()


def role_giving_text(name):
    def role(_name, rawtext, text, _line, _inliner, _options=None, _content=None):
        return [nodes.inline(rawtext, utils.unescape(text), role=name)], []

    return role


class Container(Directive):
    """Sphinx' `only` and its like: its content, and no more."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self):
        node = nodes.container("\n".join(self.content))
        node["classes"].append(self.name)
        if self.arguments and self.name != "only":
            texts, messages = self.state.inline_text(self.arguments[0], self.lineno)
            node += nodes.paragraph("", "", *texts)
            node += messages
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


class CodeBlock(Directive):
    has_content = True
    optional_arguments = 1
    option_spec = {
        "linenos": directives.flag,
        "lineno-start": int,
        "emphasize-lines": directives.unchanged_required,
        "caption": directives.unchanged_required,
        "class": directives.class_option,
        "name": directives.unchanged,
        "dedent": int,
        "force": directives.flag,
    }

    def run(self):
        code = "\n".join(self.content)
        return [nodes.literal_block(code, code)]


for name in ROLES.split():
    roles.register_local_role(name, role_giving_text(name))
for name in "only seealso versionadded versionchanged deprecated".split():
    directives.register_directive(name, Container)
directives.register_directive("rst-class", Class)
for name in ("code-block", "sourcecode"):
    directives.register_directive(name, CodeBlock)

SETTINGS = frontend.get_default_settings(Parser)
SETTINGS.report_level = 2
SETTINGS.halt_level = 5
SETTINGS.warning_stream = False
SETTINGS.file_insertion_enabled = False
SETTINGS.syntax_highlight = "none"


def dump(node):
    if isinstance(node, nodes.Text):
        return node.astext()
    attributes = {key: node[key] for key in ATTRIBUTES if node.get(key) not in (None, [])}
    children = [dump(child) for child in node.children]
    return {"name": node.tagname, "attributes": attributes, "source": node.rawsource, "children": children}


def message(node):
    text = node.children[0].astext()
    ancestor = node.parent
    while ancestor is not None and not isinstance(ancestor, nodes.table):
        ancestor = ancestor.parent
    in_table = ancestor is not None or "table" in text.lower()
    header = None if ancestor is None else next(ancestor.findall(nodes.entry)).astext()
    return {"level": node["level"], "line": node.get("line"), "text": text, "inTable": in_table, "header": header}


def is_nested(table):
    while table.parent is not None:
        table = table.parent
        if isinstance(table, nodes.table):
            return True
    return False


def targets(document):
    """Where the page's own targets lead, by name."""
    found = document.findall(nodes.target)
    return {name: node["refuri"] for node in found if "refuri" in node for name in node["names"]}


def read(text):
    document = utils.new_document("page", SETTINGS.copy())
    Parser().parse(text, document)
    tables = [table for table in document.findall(nodes.table) if not is_nested(table)]
    messages = list(document.findall(nodes.system_message))
    messages += [node for node in document.parse_messages if node.parent is None]
    return {
        "tables": [dump(table) for table in tables],
        "targets": targets(document),
        "messages": [message(node) for node in messages],
    }


def read_or_fail(text):
    """docutils has bugs of its own: on what it fails, it has an error."""
    try:
        return read(text)
    except Exception as error:
        failure = {"level": 4, "line": None, "text": f"docutils failed: {error!r}", "inTable": True, "header": None}
        return {"tables": [], "targets": {}, "messages": [failure]}


for line in sys.stdin:
    page = json.loads(line)
    print(json.dumps(read_or_fail(page["text"])))
