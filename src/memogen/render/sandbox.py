"""What a template may do: read plain data, loop, choose and put words together; nothing else.

Three fences, each enough by itself for what it stops: Jinja's immutable sandbox; a list of the nodes, filters,
tests, methods and names that are allowed; and limits on steps, text and time.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from memogen.render.allowed import LOOP_CALLS, LOOP_FACTS, METHODS
from memogen.render.budget import MAX_OUTPUT, budget_of
from memogen.render.faults import TemplateFault, quoted
from memogen.render.filters import FILTERS, short_range

if TYPE_CHECKING:
    from collections.abc import Iterable

_TESTS: Final = (
    *("defined", "undefined", "none", "in", "eq", "ne", "lt", "le", "gt", "ge", "equalto", "==", "!=", "<", ">"),
    *("odd", "even", "divisibleby", "number", "string", "mapping", "sequence", "iterable", "true", "false", "boolean"),
)
GLOBALS: Final[dict[str, Any]] = {"range": short_range}


class Missing(StrictUndefined):
    """A name that is not there: using it is an error that says which, and what may have been meant."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_name is None:
            return "taggen har inget att visa här\nlåt ett villkor vakta taggen: {% if … %}"
        known = list(self._undefined_obj) if isinstance(self._undefined_obj, dict) else []
        return unknown_name(str(self._undefined_name), known)


def unknown_name(name: str, known: Iterable[str]) -> str:
    """Message and advice, a line each, for a name that is not there."""
    near = difflib.get_close_matches(name, list(known), 1)
    advice = f'menade du "{near[0]}"?' if near else "rätta namnet, eller ta bort taggen ur mallen"
    return f"okänt namn {quoted(name)}\n{advice}"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja as memogen's templates see it."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%"})

    def __init__(self) -> None:
        # What escapes a value is the filter that every tag is given for its place (``fillings``): what is right in text
        # is not right in an attribute.
        # Reckoning beforehand what is always the same takes a tag of a hundred filters a second, and gains nothing.
        super().__init__(autoescape=False, optimized=False, undefined=Missing, extensions=(), cache_size=0)
        self.globals = dict(GLOBALS)
        self.filters = dict(FILTERS)
        self.tests = {name: self.tests[name] for name in _TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as in Jinja
        """A key of a mapping, a fact about the loop, or an allowed method of text and mappings."""
        if type(obj) is dict:
            if attribute in obj:
                return obj[attribute]
            if attribute in {"items", "keys", "values"}:
                return getattr(obj, attribute)
        elif isinstance(obj, LoopContext):
            if attribute in LOOP_FACTS or attribute in LOOP_CALLS:
                return getattr(obj, attribute)
        elif isinstance(obj, str) and attribute in METHODS and hasattr(obj, attribute):
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
            return budget_of(context).take(left + right)
        budget_of(context).watch()
        if not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise TemplateFault("MA09", f'"{operator}" räknar bara med tal', 'sätt ihop text med "~"')
        if right == 0 and operator in {"/", "//", "%"}:
            raise TemplateFault("MA09", "mallen delar med noll", "ta bort divisionen")
        if max(abs(left), abs(right)) > MAX_OUTPUT:
            raise TemplateFault("MA09", "mallen räknar med för stora tal", "använd mindre tal")
        return super().call_binop(context, operator, left, right)
