"""Whether two tables may come to stand together when a template is poured."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from jinja2 import nodes

from memogen.render.positions import BLOCK


class _Edges(NamedTuple):
    """What a stretch of a template may give: how its text begins and ends, if there is any."""

    begins: bool = False
    """It may begin with a table."""
    ends: bool = False
    """It may end with a table."""
    empty: bool = False
    """It may give nothing."""
    together: bool = False
    """Inside it, a table may be followed by another."""


_NOTHING: Final = _Edges(empty=True)
_ANY_BLOCKS: Final = _Edges(begins=True, ends=True, empty=True)


def tables_may_meet(body: list[Any]) -> bool:
    """Whether a table may be followed by another in what the nodes of a template give: Word takes the two for one."""
    return _in_a_row(body).together


def _in_a_row(body: list[Any]) -> _Edges:
    found = _NOTHING
    for node in body:
        found = _followed(found, _edges(node))
    return found


def _edges(node: Any) -> _Edges:  # noqa: ANN401 - a node of any kind
    match node:
        case nodes.Output():
            return _in_a_row(node.nodes)
        case nodes.TemplateData():
            begins, ends = node.data.startswith("<w:tbl>"), node.data.endswith("</w:tbl>")
            return _Edges(begins, ends, not node.data, "</w:tbl><w:tbl>" in node.data)
        case nodes.Filter():
            return _ANY_BLOCKS if node.name == BLOCK else _Edges()
        case nodes.If():
            return _either([node.body, *(branch.body for branch in node.elif_), node.else_])
        case nodes.For():
            turn = _in_a_row(node.body)
            several = turn._replace(empty=True, together=turn.together or (turn.ends and turn.begins))
            return _followed(several, _in_a_row(node.else_))
    return _NOTHING


def _followed(one: _Edges, other: _Edges) -> _Edges:
    return _Edges(
        one.begins or (one.empty and other.begins),
        other.ends or (other.empty and one.ends),
        one.empty and other.empty,
        one.together or other.together or (one.ends and other.begins),
    )


def _either(branches: list[list[Any]]) -> _Edges:
    found = [_in_a_row(branch) for branch in branches]
    return _Edges(*(any(facts) for facts in zip(*found, strict=True)))
