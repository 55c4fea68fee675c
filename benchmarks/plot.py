"""The ratios as a picture: one bar a row, on a logarithmic scale, as SVG that a browser and GitHub show."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.timing import Row

_WIDTH, _TEXT, _LINE, _TOP = 980, 560, 26, 40
_LEAST, _MOST = 0.5, 100.0
_MARKS: Final = (0.5, 1, 2, 5, 10, 20, 50, 100)
_FASTER, _SLOWER = "#1f5c43", "#8a3b2e"


def svg(rows: Sequence[Row]) -> str:
    """How many times as fast memogen is as each peer; a bar to the left of 1 means that it takes longer."""
    height = _TOP + _LINE * len(rows) + 10
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
            'font-family="sans-serif" font-size="12">'
        ),
        "<title>Så många gånger så snabbt som</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        *(_mark(mark, height) for mark in _MARKS),
        *(part for number, row in enumerate(rows) for part in _bar(row, _TOP + _LINE * number)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _mark(mark: float, height: int) -> str:
    place = _place(mark)
    colour = "#333333" if mark == 1 else "#dddddd"
    label = f"{mark:g}".replace(".", ",")
    return (
        f'<line x1="{place}" y1="{_TOP - 12}" x2="{place}" y2="{height - 8}" stroke="{colour}"/>'
        f'<text x="{place}" y="{_TOP - 18}" text-anchor="middle" fill="#333333">{label}×</text>'
    )


def _bar(row: Row, top: int) -> tuple[str, ...]:
    times = row.pair.times
    start, end = sorted((_place(1), _place(times)))
    label = escape(f"{row.work} / {row.peer}")
    shown = f"{times:.1f}" if times < _MARKS[4] else f"{times:.0f}"
    colour = _FASTER if times >= 1 else _SLOWER
    return (
        (
            f'<text x="{_TEXT - 12}" y="{top + 13}" text-anchor="end" fill="#111111" textLength="{_fitted(label)}" '
            f'lengthAdjust="spacingAndGlyphs">{label}</text>'
        ),
        f'<rect x="{start}" y="{top + 2}" width="{max(1, end - start)}" height="16" fill="{colour}"/>',
        f'<text x="{end + 6}" y="{top + 14}" fill="#111111">{shown.replace(".", ",")}</text>',
    )


def _fitted(label: str) -> int:
    """The room that a label takes: its own, or all there is."""
    return min(_TEXT - 20, round(6.1 * len(label)))


def _place(times: float) -> int:
    share = math.log(min(max(times, _LEAST), _MOST) / _LEAST) / math.log(_MOST / _LEAST)
    return round(_TEXT + share * (_WIDTH - _TEXT - 40))
