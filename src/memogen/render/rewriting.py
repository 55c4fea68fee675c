"""What is changed in a template's syntax tree before Jinja makes it into code."""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer


class Rewriting(NodeTransformer):
    """Counts loops, limits what is put together, and lets a choice without ``else`` be empty."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja's name
        """A loop whose turns are counted."""
        self.generic_visit(node)
        node.iter = _filtered("_turns", node.iter, [])
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja's name
        """Texts put together with ``~``, held to the limits of text."""
        self.generic_visit(node)
        return _filtered("_joined", node.nodes[0], list(node.nodes[1:]))

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:  # noqa: N802 - Jinja's name
        """A choice that gives nothing where its condition does not hold and it has no ``else``."""
        self.generic_visit(node)
        if node.expr2 is None:
            node.expr2 = nodes.Const("", lineno=node.lineno, environment=node.environment)
        return node


def _filtered(
    name: str,
    node: Any,  # noqa: ANN401 - Jinja types a visited node too widely
    arguments: list[Any],
) -> nodes.Filter:
    return nodes.Filter(node, name, arguments, [], None, None, lineno=node.lineno, environment=node.environment)
