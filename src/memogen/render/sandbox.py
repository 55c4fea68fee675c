"""What a template may do: read plain data, loop, choose and put words together; nothing else.

Three fences, each enough by itself for what it stops: Jinja's immutable sandbox; a list of the nodes, filters,
tests, methods and names that are allowed; and limits on steps, text and time.
"""

from __future__ import annotations

import difflib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from jinja2 import StrictUndefined, filters, nodes, pass_context
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from memogen.render.faults import TemplateFault, quoted

MAX_STEPS: Final = 200_000
MAX_TEXT: Final = 1_000_000
MAX_OUTPUT: Final = 20_000_000
MAX_SECONDS: Final = 20.0
MAX_RANGE: Final = 1000
BUDGET: Final = "_budget"

_PLAIN_NODES: Final = (
    *(nodes.Output, nodes.TemplateData, nodes.Const, nodes.If, nodes.Test, nodes.Keyword, nodes.Compare),
    *(nodes.Operand, nodes.Not, nodes.And, nodes.Or, nodes.CondExpr, nodes.Concat, nodes.Add, nodes.Sub, nodes.Mul),
    *(nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos, nodes.Slice, nodes.Getitem, nodes.Assign),
)
_METHODS: Final = frozenset({"items", "keys", "values", "upper", "lower", "strip", "startswith", "endswith"})
_LOOP: Final = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})
_LOOP_SPEECH: Final = frozenset({"previtem", "nextitem", "depth", "depth0"})
_LOOP_CALLS: Final = frozenset({"cycle", "changed"})
_TESTS: Final = (
    *("defined", "undefined", "none", "in", "eq", "ne", "lt", "le", "gt", "ge", "equalto", "==", "!=", "<", ">"),
    *("odd", "even", "divisibleby", "number", "string", "mapping", "sequence", "iterable", "true", "false", "boolean"),
)
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


@dataclass(slots=True)
class Budget:
    """What is left of steps and time in one pouring."""

    steps: int = MAX_STEPS
    characters: int = MAX_OUTPUT
    output: int = MAX_OUTPUT
    ends: float = field(default_factory=lambda: time.monotonic() + MAX_SECONDS)

    def step(self) -> None:
        """Count one turn of a loop.

        Raises:
            TemplateFault: MA09, when the template has had its turns or its time.
        """
        self.steps -= 1
        if self.steps < 0 or time.monotonic() > self.ends:
            raise TemplateFault("MA09", "mallens slingor tar aldrig slut", "gör slingorna färre eller kortare")

    def write(self, piece: str) -> None:
        """Count a piece of the document.

        Raises:
            TemplateFault: MA09, when the document is too long or takes too long.
        """
        self.output -= len(piece)
        if self.output < 0 or time.monotonic() > self.ends:
            raise TemplateFault("MA09", "mallen gör ett dokument som är för långt", "gör slingorna färre eller kortare")

    def take(self, text: str) -> str:
        """Count a text that the template made.

        Raises:
            TemplateFault: MA09, when the text, or all texts together, are too long.
        """
        self.characters -= len(text)
        if len(text) > MAX_TEXT or self.characters < 0:
            raise _too_long()
        return text


class Missing(StrictUndefined):
    """A name that is not there: using it is an error that says which, and what may have been meant."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        known = list(self._undefined_obj) if isinstance(self._undefined_obj, dict) else []
        return unknown_name(str(self._undefined_name), known)


def unknown_name(name: str, known: Iterable[str]) -> str:
    """Message and advice, a line each, for a name that is not there."""
    near = difflib.get_close_matches(name, list(known), 1)
    advice = f'menade du "{near[0]}"?' if near else "se vilka namn som finns med: memogen template fields"
    return f"okänt namn {quoted(name)}\n{advice}"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja as memogen's templates see it."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Missing, extensions=(), cache_size=0)
        self.globals = {"range": _range}
        self.filters = dict(_FILTERS)
        self.tests = {name: self.tests[name] for name in _TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as in Jinja
        """A key of a mapping, a fact about the loop, or an allowed method of text and mappings."""
        if type(obj) is dict:
            if attribute in obj:
                return obj[attribute]
            if attribute in {"items", "keys", "values"}:
                return getattr(obj, attribute)
        elif isinstance(obj, LoopContext):
            if attribute in _LOOP or attribute in _LOOP_SPEECH or attribute in _LOOP_CALLS:
                return getattr(obj, attribute)
        elif isinstance(obj, str) and attribute in _METHODS and hasattr(obj, attribute):
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - as in Jinja
        """An element by key, position or slice; never an attribute."""
        if isinstance(obj, dict | list | str | tuple):
            try:
                return obj[argument]
            except (LookupError, TypeError, ValueError):
                pass
        return self.undefined(obj=obj, name=argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - as in Jinja
        """Arithmetic of whole numbers, and text + text."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return _budget(context).take(left + right)
        if not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise TemplateFault("MA09", f'"{operator}" räknar bara med tal', 'sätt ihop text med "~"')
        if right == 0 and operator in {"/", "//", "%"}:
            raise TemplateFault("MA09", "mallen delar med noll", "ta bort divisionen")
        if max(abs(left), abs(right)) > MAX_OUTPUT:
            raise TemplateFault("MA09", "mallen räknar med för stora tal", "använd mindre tal")
        return super().call_binop(context, operator, left, right)


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
    hidden = node.name.startswith("_") or node.name in {"self", "caller", "varargs", "kwargs"}
    return refused(f"namnet {quoted(node.name)}") if hidden else None


def _check_attribute(node: Any) -> TemplateFault | None:  # noqa: ANN401 - one check a node type
    return refused(f"namnet {quoted(node.attr)}") if node.attr.startswith("_") else None


def _check_filter(node: Any) -> TemplateFault | None:  # noqa: ANN401 - one check a node type
    if node.name in _FILTERS and not node.name.startswith("_"):
        return None
    if node.name in filters.FILTERS:
        return refused(f"filtret {quoted(node.name)}")
    near = difflib.get_close_matches(node.name, _FILTERS, 1)
    return TemplateFault(
        "MA02", f"filtret {quoted(node.name)} finns inte", f'menade du "{near[0]}"?' if near else _ADVICE
    )


def _check_call(node: Any) -> TemplateFault | None:  # noqa: ANN401 - one check a node type
    called = node.node
    dynamic = node.dyn_args is not None or node.dyn_kwargs is not None
    method = isinstance(called, nodes.Getattr) and (called.attr in _METHODS or called.attr in _LOOP_CALLS)
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
    nodes.Getattr: _check_attribute,
    nodes.Filter: _check_filter,
    nodes.Call: _check_call,
    nodes.For: _check_loop,
    nodes.List: _check_literal,
    nodes.Tuple: _check_literal,
    nodes.Dict: _check_mapping,
}


def as_text(value: object) -> str:
    """A plain value as the reader sees it.

    Raises:
        TemplateFault: MA05, when it is a list, a mapping or rich text.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Missing):
        return str(value)
    kind = {list: "en lista", tuple: "en lista", dict: "flera fält"}.get(type(value), "formaterad text")
    raise TemplateFault(
        "MA05", f"fältet är {kind}, inte ren text", "skriv ut det med en slinga eller välj ett fält i det"
    )


def _budget(context: Context) -> Budget:
    budget = context[BUDGET]
    assert isinstance(budget, Budget)  # noqa: S101 - pouring puts it there
    return budget


def _too_long() -> TemplateFault:
    return TemplateFault("MA09", "mallen gör en text som är för lång", "ta bort det som upprepar texten")


def _range(*numbers: int) -> range:
    result = range(*numbers)
    if len(result) > MAX_RANGE:
        raise TemplateFault("MA09", f"range ger fler än {MAX_RANGE} varv", "använd ett mindre tal")
    return result


class _Turns(Sequence[Any]):
    """A list whose turns are counted; its length is known, as ``loop.last`` wants."""

    __slots__ = ("_budget", "_items")

    def __init__(self, items: list[Any], budget: Budget) -> None:
        self._items = items
        self._budget = budget

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 - as a list
        return self._items[index]

    def __iter__(self) -> Iterator[Any]:
        for item in self._items:
            self._budget.step()
            yield item


@pass_context
def _turns(context: Context, values: object) -> _Turns:
    """``values`` for a loop, each turn counted; a text is not a list of letters."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise TemplateFault("MA05", "slingan går inte över en lista", "välj ett fält som är en lista")
    return _Turns(list(values), _budget(context))


def _text_filter(function: Callable[..., str]) -> Callable[..., str]:
    """A filter that gives text: what it gives is counted."""

    @pass_context
    def counted(context: Context, *arguments: Any, **named: Any) -> str:  # noqa: ANN401 - the function's own
        return _budget(context).take(function(*arguments, **named))

    return counted


def _joined(*pieces: object) -> str:
    return "".join(as_text(piece) for piece in pieces)


def _join(values: Iterable[object], between: str = "") -> str:
    return as_text(between).join(as_text(value) for value in values)


def _replace(value: object, old: str, new: str) -> str:
    text = as_text(value)
    if len(text) + text.count(old) * len(new) > MAX_TEXT:
        raise _too_long()
    return text.replace(old, new)


_BORROWED: Final = (
    *("default", "d", "first", "last", "length", "count", "sort", "unique"),
    *("map", "select", "reject", "selectattr", "rejectattr", "items"),
)
_TEXT: Final[dict[str, Callable[..., str]]] = {
    "upper": lambda value: as_text(value).upper(),
    "lower": lambda value: as_text(value).lower(),
    "capitalize": lambda value: as_text(value)[:1].upper() + as_text(value)[1:],
    "trim": lambda value: as_text(value).strip(),
    "string": as_text,
    "e": as_text,
    "escape": as_text,
    "join": _join,
    "replace": _replace,
    "_joined": _joined,
}
_FILTERS: Final[dict[str, Any]] = {
    **{name: filters.FILTERS[name] for name in _BORROWED},
    **{name: _text_filter(function) for name, function in _TEXT.items()},
    "list": list,
    "_turns": _turns,
}
