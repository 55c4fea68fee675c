"""What is changed in the tree of a template before it is compiled: what takes turns, text or time is counted."""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from memogen.render.filters import GOING_THROUGH


class Rewriting(NodeTransformer):
    """Puts filters of memogen's own where something is to be counted or watched."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja's name
        """A loop whose turns are counted."""
        self.generic_visit(node)
        node.iter = _filtered("_turns", node.iter, [])
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802 - Jinja's name
        """A filter that goes through a list, if there is time left for it."""
        self.generic_visit(node)
        if node.name in GOING_THROUGH:
            node.node = _filtered("_watched", node.node, [])
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja's name
        """Pieces of text put together, which may not become too long."""
        self.generic_visit(node)
        return _filtered("_joined", node.nodes[0], list(node.nodes[1:]))

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:  # noqa: N802 - Jinja's name
        """A choice; one without ``else`` is empty text, and no unknown name."""
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
