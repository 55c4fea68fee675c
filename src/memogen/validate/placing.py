"""From remarks to diagnostics: their places, their weight, and what the author has allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen import rules
from memogen.artifacts import Span
from memogen.diagnostics import Diagnostic, Severity
from memogen.model.nyckel import fold
from memogen.validate.shape import speaks_of_a_stand_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memogen.artifacts import CaseFile, Silencer
    from memogen.diagnostics import FieldPath, Remark

SHAPE = ("NY", "VA", "YA")
"""How the codes of faults begin that the profile cannot give another weight."""
_UNUSED = "TY01"
_LEAVE_NO_DAY = frozenset({"NY02", "ID04", "VA01", "RE02"})


def diagnostics(
    remarks: Iterable[Remark], source: CaseFile, regler: Mapping[str, str], *, late: bool = False
) -> tuple[Diagnostic, ...]:
    """The remarks at their places, sorted and without doubles.

    Faults of shape always weigh as errors, and a rule's remark on a value whose shape is wrong is left out:
    it would speak of the stand-in, not of what stands there.

    Args:
        remarks: what was found.
        source: the file that it was found in.
        regler: the profile's weight by code, or ``av``.
        late: whether these come after the check, when the silencing comments have been judged already.
    """
    remarks = list(remarks)
    misshapen = [remark.path for remark in remarks if _is_shape(remark)]
    lacks_a_day = any(remark.code in _LEAVE_NO_DAY for remark in remarks)
    used: set[Silencer] = set()
    made: dict[Diagnostic, None] = {}
    for remark in remarks:
        if not _is_shape(remark) and any(_overlap(remark.path, path) for path in misshapen):
            continue
        if lacks_a_day and speaks_of_a_stand_in(remark.message, source.text):
            continue
        diagnostic = _placed(remark, source, regler)
        if diagnostic is None:
            continue
        silencer = _silencer(diagnostic, source)
        if silencer is None:
            made[diagnostic] = None
        else:
            used.add(silencer)
    for silencer in () if late else source.silencers:
        if not silencer.reason or (silencer not in used and not _comes_late(silencer.code)):
            elsewhere = [one.place.line for one in made if one.code == silencer.code and one.severity != Severity.ERROR]
            made[_complaint(silencer, source, min(elsewhere, default=0), used=silencer in used)] = None
    return tuple(sorted(made, key=lambda d: (d.place.line, d.place.column, d.code, d.message)))


def beside(faults: tuple[Diagnostic, ...], found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The faults of reading together with what was found in spite of them.

    What is said of a line that could not be read as written is left out, but for a key that is missing from the file.
    """
    if not faults:
        return found
    lines = {fault.place.line for fault in faults}
    kept = (one for one in found if one.place.line not in lines or one.code == "NY02")
    return tuple(sorted((*faults, *kept), key=lambda d: (d.place.line, d.place.column, d.code, d.message)))


def _overlap(one: FieldPath, other: FieldPath) -> bool:
    """Whether one of the fields is the other, or is inside it."""
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


def _comes_late(code: str) -> bool:
    """Whether the code is given while the document is made, so that the check cannot know if it will be."""
    return code.startswith(("MA", "PD"))


def _is_shape(remark: Remark) -> bool:
    return remark.code.startswith(SHAPE) or (remark.code == "ID04" and remark.severity is None)


def _placed(remark: Remark, source: CaseFile, regler: Mapping[str, str]) -> Diagnostic | None:
    rule = rules.by_code(remark.code)
    severity = remark.severity or (rule.severity if rule else Severity.ERROR)
    if _is_shape(remark):
        severity = Severity.ERROR
    elif remark.code in regler:
        if regler[remark.code] == "av":
            return None
        severity = Severity(regler[remark.code])
    path = tuple(fold(step) if isinstance(step, str) else step for step in remark.path)
    place = source.place(path, remark.quote, remark.offset, at_key=remark.at_key)
    return Diagnostic(remark.code, severity, remark.message, place, remark.help, rule.law if rule else "")


def _silencer(diagnostic: Diagnostic, source: CaseFile) -> Silencer | None:
    if diagnostic.severity is Severity.ERROR:
        return None
    line = diagnostic.place.line
    covering = (one for one in source.silencers if one.code == diagnostic.code and one.first <= line <= one.last)
    return next(covering, None)


def _complaint(silencer: Silencer, source: CaseFile, elsewhere: int, *, used: bool) -> Diagnostic:
    """What is wrong with a comment; ``elsewhere`` is the line of a warning that it could silence there, or 0."""
    if not silencer.code:
        message, advice = "kommentaren säger inte vad som tillåts", "skriv till exempel: # memogen: tillåt ST04 – skäl"
    elif used:
        message, advice = f"kommentaren tillåter {silencer.code} utan skäl", "skriv skälet efter koden"
    else:
        message = f"kommentaren tillåter {silencer.code}, men det finns ingen sådan varning här"
        advice = "ta bort kommentaren; fel kan inte tillåtas, bara varningar"
        if elsewhere:
            advice = f"varningen står på rad {elsewhere}; flytta kommentaren dit, eller ta bort den"
    starts = source.line_starts
    start = starts[silencer.line - 1] + silencer.column - 1
    end = starts[silencer.line] - 1 if silencer.line < len(starts) else len(source.text)
    return Diagnostic(_UNUSED, Severity.WARNING, message, source.span_place(Span(start, end)), advice)
