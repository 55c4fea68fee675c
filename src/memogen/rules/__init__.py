"""What the field demands: one rule a module, pure domain. A rule knows the model, not the file.

A module here with a ``RULE`` (or ``RULES``, for the codes that other rooms give) is in the registry by being there.
"""

from __future__ import annotations

import pkgutil
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from memogen.model.protokollsutdrag import Paragraf
from memogen.model.sammantrade import Sammantrade
from memogen.rules.stycken import parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Check, Context, Rule


_OF_MEETINGS = ("NV", "PR", "JU", "BE13", "BE15")
"""How the codes begin of rules that only look at meetings and paragraphs: a case does not wait for them."""


@lru_cache(maxsize=1)
def _modules() -> dict[str, str]:
    """The modules that hold one rule each, by the code that their names begin with, in the order of the codes."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name[:4].upper(): name for name in names if name[2:4].isdecimal()}


@lru_cache(maxsize=256)
def _rule(code: str) -> Rule:
    rule: Rule = import_module(f"{__name__}.{_modules()[code]}").RULE
    return rule


@lru_cache(maxsize=2)
def _checks(*, of_meetings: bool) -> tuple[tuple[Check, bool], ...]:
    """The check of every rule that such a document waits for, and whether it looks at a meeting as a whole."""
    codes = (code for code in _modules() if of_meetings or not code.startswith(_OF_MEETINGS))
    return tuple((rule.check, rule.whole) for rule in map(_rule, codes) if rule.check is not None)


@lru_cache(maxsize=1)
def _registry() -> dict[str, Rule]:
    found = [_rule(code) for code in _modules()]
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("__"):
            found += getattr(import_module(f"{__name__}.{module.name}"), "RULES", ())
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}


def every() -> tuple[Rule, ...]:
    """Every rule and every other code that is explained, by code."""
    return tuple(_registry().values())


def by_code(code: str) -> Rule | None:
    """The rule with that code, in whatever case it is written."""
    wanted = code.strip().upper()
    return _rule(wanted) if wanted in _modules() else _registry().get(wanted)


def remarks(document: Grund, context: Context) -> Iterator[Remark]:
    """What every rule remarks on in the document, rule by rule."""
    divided = parts(document, context) if isinstance(document, Sammantrade) else ()
    of_meetings = isinstance(document, Sammantrade | Paragraf)
    for check, whole in _checks(of_meetings=of_meetings):
        if whole or not divided:
            yield from check(document, context)
        for part in divided if not whole else ():
            yield from part.in_the_meeting(check(part.document, part.context))


def remarks_for_archive(document: Grund, context: Context) -> Iterator[Remark]:
    """What an archive copy demands of a document beyond what :func:`remarks` does: AR03 and AR08."""
    from memogen.rules import arkivexemplaret  # noqa: PLC0415 - a check makes no archive copy

    return arkivexemplaret.remarks_for_archive(document, context)


def placeholders(paragraphs: Iterable[str]) -> Iterator[Remark]:
    """What was meant to be filled in and still stands in a finished document: AR04."""
    from memogen.rules import arkivexemplaret  # noqa: PLC0415 - as above

    return arkivexemplaret.placeholders(paragraphs)


def explain(code: str) -> str:
    """The rule as a page of plain text: what, why, example, instead, law.

    Raises:
        UsageError: there is no such code; the hint names one that is near.
    """
    from memogen.rules.forklaring import page, unknown_code  # noqa: PLC0415 - needed by one command alone

    rule = by_code(code)
    if rule is None:
        raise unknown_code(code, every())
    return page(rule)
