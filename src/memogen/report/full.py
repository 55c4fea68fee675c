"""A remark in full: what is wrong, the line it stands in with a caret below, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from memogen.diagnostics import Severity
from memogen.report.printable import cells, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memogen.diagnostics import Diagnostic, Place

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_FRAME = "blue"
_NARROWEST = 40
_CUT = "…"


def full(found: Iterable[Diagnostic], *, colour: bool = False, width: int = 0) -> str:
    """The remarks with their source lines, a blank line between them.

    Args:
        found: the remarks, in the order to show.
        colour: whether to colour for a terminal.
        width: columns that a source line may take with its frame; 0: as wide as the terminal.
    """
    return "\n\n".join(_block(diagnostic, _columns(width), colour=colour) for diagnostic in found)


def _columns(wanted: int) -> int:
    import shutil  # noqa: PLC0415 - a sound file has nothing to show

    return max(_NARROWEST, wanted or shutil.get_terminal_size((120, 24)).columns)


def _block(diagnostic: Diagnostic, columns: int, *, colour: bool) -> str:
    def styled(text: str, hue: str, *, bold: bool = False) -> str:
        return click.style(text, fg=hue, bold=bold) if colour else text

    place = diagnostic.place
    hue = _COLOURS[diagnostic.severity]
    margin = " " * len(str(place.line)) if place.excerpt else " "
    head = styled(f"{diagnostic.severity.value}[{diagnostic.code}]", hue, bold=True)
    where = f"{place.path}:{place.line}:{place.column}" if place.excerpt else str(place.path)
    lines = [f"{head}: {printable(diagnostic.message)}", f"{margin}{styled('-->', _FRAME)} {printable(where)}"]
    if place.excerpt:
        before, marked, shown = _excerpt(place, columns - len(margin) - 3)
        bar = styled("|", _FRAME)
        caret = " " * cells(before) + styled("^" * max(1, cells(marked)), hue, bold=True)
        lines += [f"{margin} {bar}", f"{styled(str(place.line), _FRAME)} {bar} {shown}", f"{margin} {bar} {caret}"]
    law = f"lag: {diagnostic.law}" if diagnostic.law else ""
    advice = f"hjälp: {printable(diagnostic.help)}" if diagnostic.help else ""
    notes = [note for note in (advice, law, f"läs mer: memogen explain {diagnostic.code}") if note]
    return "\n".join([*lines, *(f"{margin} {styled('=', _FRAME)} {note}" for note in notes)])


def _excerpt(place: Place, room: int) -> tuple[str, str, str]:
    """What stands before the mark, the marked text and the whole line, cut to fit around the mark."""
    start = place.column - 1
    before = printable(place.excerpt[:start])
    marked = printable(place.excerpt[start : start + place.width])
    after = printable(place.excerpt[start + place.width :])
    if cells(before + marked + after) <= room:
        return before, marked, before + marked + after
    before = _last(before, max(room - cells(marked) - room // 4, room // 4))
    marked = _first(marked, room - cells(before))
    after = _first(after, room - cells(before + marked))
    return before, marked.removesuffix(_CUT), before + marked + after


def _first(text: str, room: int) -> str:
    """The beginning of the text, with a mark where it was cut."""
    if cells(text) <= room:
        return text
    kept, taken = "", 0
    for character in text:
        taken += cells(character)
        if taken > room - 1:
            break
        kept += character
    return kept + _CUT if room > 0 else ""


def _last(text: str, room: int) -> str:
    return text if cells(text) <= room else _first(text[::-1], room)[::-1]
