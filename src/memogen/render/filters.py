"""The filters that a template may use: Jinja's harmless ones, and memogen's own that count what they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from jinja2 import filters, pass_context
from jinja2.runtime import Context, Undefined

from memogen.render.budget import HANDFUL, MAX_TEXT, budget_of, too_long
from memogen.render.faults import TemplateFault

if TYPE_CHECKING:
    from memogen.render.budget import Budget

MAX_RANGE: Final = 1000
_KINDS: Final[dict[type, str]] = {list: "en lista", tuple: "en lista", dict: "flera fält"}


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
    if isinstance(value, Undefined):
        return str(value)
    kind = _KINDS.get(type(value), "formaterad text")
    raise TemplateFault(
        "MA05", f"fältet är {kind}, inte ren text", "skriv ut det med en slinga eller välj ett fält i det"
    )


def short_range(*numbers: int) -> range:
    """``range``, for a handful of turns."""
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
def _turns(context: Context, values: object) -> Sequence[Any]:
    """``values`` for a loop, each turn counted; a text is not a list of letters."""
    if type(values) is not list:
        if isinstance(values, str) or not isinstance(values, Iterable):
            raise TemplateFault("MA05", "slingan går inte över en lista", "välj ett fält som är en lista")
        values = list(values)
    budget = budget_of(context)
    if len(values) > HANDFUL:
        return _Turns(values, budget)
    budget.step(len(values))
    return values


@pass_context
def _watched(context: Context, value: object) -> object:
    """``value``, which a filter is about to go through, if there is time left."""
    budget_of(context).watch()
    return value


def _text_filter(function: Callable[..., str]) -> Callable[..., str]:
    """A filter that gives text: what it gives is counted."""

    @pass_context
    def counted(context: Context, *arguments: Any, **named: Any) -> str:  # noqa: ANN401 - the function's own
        return budget_of(context).take(function(*arguments, **named))

    return counted


def _joined(*pieces: object) -> str:
    return "".join(as_text(piece) for piece in pieces)


def _join(values: Iterable[object], between: str = "") -> str:
    return as_text(between).join(as_text(value) for value in values)


def _replace(value: object, old: str, new: str) -> str:
    text = as_text(value)
    if len(text) + text.count(old) * len(new) > MAX_TEXT:
        raise too_long()
    return text.replace(old, new)


GOING_THROUGH: Final = frozenset(
    {"list", "map", "reject", "rejectattr", "select", "selectattr", "sort", "unique"},
)
"""The filters that go through a whole list: a template may write hundreds of them in a row, and no loop."""
_BORROWED: Final = (
    *("default", "d", "first", "last", "length", "count", "sort", "unique"),
    *("map", "select", "reject", "selectattr", "rejectattr", "items"),
)
_TEXT_FILTERS: Final[dict[str, Callable[..., str]]] = {
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
FILTERS: Final[dict[str, Any]] = {
    **{name: filters.FILTERS[name] for name in _BORROWED},
    **{name: _text_filter(function) for name, function in _TEXT_FILTERS.items()},
    "list": list,
    "_turns": _turns,
    "_watched": _watched,
}
