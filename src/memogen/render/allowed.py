"""What a template may hold: a list of what is allowed, and a fault for all else."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any, Final

from jinja2 import filters, nodes

from memogen.render.faults import TemplateFault, quoted
from memogen.render.filters import FILTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

METHODS: Final = frozenset({"items", "keys", "values", "upper", "lower", "strip", "startswith", "endswith"})
LOOP_FACTS: Final = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "depth", "depth0"}
)
LOOP_CALLS: Final = frozenset({"cycle", "changed"})
_PLAIN_NODES: Final = (
    *(nodes.Output, nodes.TemplateData, nodes.If, nodes.Test, nodes.Keyword, nodes.Compare),
    *(nodes.Operand, nodes.Not, nodes.And, nodes.Or, nodes.CondExpr, nodes.Concat, nodes.Add, nodes.Sub, nodes.Mul),
    *(nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos, nodes.Slice, nodes.Getitem, nodes.Assign),
)
_JINJAS_OWN: Final = frozenset(
    {"self", "caller", "varargs", "kwargs", "cycler", "dict", "joiner", "lipsum", "namespace"}
)
_INNER: Final = re.compile(r"__[a-z]+__")
_TAG_NAMES: Final = {
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from",
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.AssignBlock: "set … endset",
    nodes.With: "with",
    nodes.ScopedEvalContextModifier: "autoescape",
    nodes.Pow: "**",
}
_ADVICE: Final = "använd bara fält, villkor, slingor och de filter som handboken räknar upp"


def refused(what: str) -> TemplateFault:
    """Something that a template may not do."""
    return TemplateFault("MA09", f"{what} är inte tillåtet i en mall", _ADVICE)


def check(tree: nodes.Template) -> Iterator[tuple[int, TemplateFault]]:
    """What a template holds that it may not hold, each with its line."""
    for node in _walk(tree):
        fault = _fault(node)
        if fault is not None:
            yield getattr(node, "lineno", 1) or 1, fault


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    """Every node below ``node``, in order, without recursion: depth is the template's choice."""
    waiting = list(node.iter_child_nodes())[::-1]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(list(current.iter_child_nodes())[::-1])


def _fault(node: nodes.Node) -> TemplateFault | None:
    special = _CHECKS.get(type(node))
    if special is not None:
        return special(node)
    if type(node) in _PLAIN_NODES:
        return None
    return refused(f'"{_TAG_NAMES.get(type(node), type(node).__name__.lower())}"')


def _check_name(node: Any) -> TemplateFault | None:  # noqa: ANN401 - one check a node type
    hidden = node.name.startswith("_") or node.name in _JINJAS_OWN
    return refused(f"namnet {quoted(node.name)}") if hidden else None


def _check_constant(node: Any) -> TemplateFault | None:  # noqa: ANN401 - one check a node type
    hidden = isinstance(node.value, str) and _INNER.search(node.value)
    return refused(f"namnet {quoted(node.value)}") if hidden else None


def _check_attribute(node: Any) -> TemplateFault | None:  # noqa: ANN401 - one check a node type
    return refused(f"namnet {quoted(node.attr)}") if node.attr.startswith("_") else None


def _check_filter(node: Any) -> TemplateFault | None:  # noqa: ANN401 - one check a node type
    if node.name in FILTERS and not node.name.startswith("_"):
        return None
    if node.name in filters.FILTERS:
        return refused(f"filtret {quoted(node.name)}")
    near = difflib.get_close_matches(node.name, FILTERS, 1)
    return TemplateFault(
        "MA02", f"filtret {quoted(node.name)} finns inte", f'menade du "{near[0]}"?' if near else _ADVICE
    )


def _check_call(node: Any) -> TemplateFault | None:  # noqa: ANN401 - one check a node type
    called = node.node
    dynamic = node.dyn_args is not None or node.dyn_kwargs is not None
    method = isinstance(called, nodes.Getattr) and (called.attr in METHODS or called.attr in LOOP_CALLS)
    ranged = isinstance(called, nodes.Name) and called.name == "range"
    if (method or ranged) and not dynamic:
        return None
    name = getattr(called, "attr", None) or getattr(called, "name", None) or "ett uttryck"
    return refused(f"anropet {quoted(f'{name}(…)')}")


def _check_loop(node: Any) -> TemplateFault | None:  # noqa: ANN401 - one check a node type
    return refused("en slinga som anropar sig själv (recursive)") if node.recursive else None


def _check_literal(node: Any) -> TemplateFault | None:  # noqa: ANN401 - one check a node type
    if getattr(node, "ctx", "load") == "store" or all(isinstance(item, nodes.Const) for item in node.items):
        return None
    return refused("en lista av annat än fasta värden")


def _check_mapping(node: Any) -> TemplateFault | None:  # noqa: ANN401, ARG001 - one check a node type
    return refused("en egen uppställning med klamrar")


_CHECKS: Final = {
    nodes.Name: _check_name,
    nodes.Const: _check_constant,
    nodes.Getattr: _check_attribute,
    nodes.Filter: _check_filter,
    nodes.Call: _check_call,
    nodes.For: _check_loop,
    nodes.List: _check_literal,
    nodes.Tuple: _check_literal,
    nodes.Dict: _check_mapping,
}
