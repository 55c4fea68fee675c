"""What Markdown takes as plain text and the author meant as something else: a list, a table, a heading, bold type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.tree import SyntaxTreeNode

    from memogen.compose.markdown.source import Source

_BULLETS = ("• ", "· ", "▪ ", "◦ ", "‣ ", "– ", "— ", "•\t", "–\t", "—\t", "\uf0b7", "\uf0a7")
_HEADING = re.compile(r"#{2,6}[^\W\d_]")


def remark_on(source: Source, paragraph: SyntaxTreeNode) -> None:
    """Note the first slip of a paragraph, at its line."""
    slip = next(_slips(source, paragraph), None)
    if slip is not None:
        message, advice, line = slip
        source.remark_line("MD04", message, advice, line, severity=Severity.WARNING)


def _slips(source: Source, paragraph: SyntaxTreeNode) -> Iterator[tuple[str, str, int]]:
    """Message, advice and line. Lines that were typed below one another run together, so one of them alone is none."""
    first, end = paragraph.map or (0, 0)
    lines = {number: source.line(number).strip(" ") for number in range(first, end)}
    typed = [number for number, line in lines.items() if line.startswith(_BULLETS)]
    if len(typed) > 1:
        advice = 'börja varje punkt med "- ", så blir det en punktlista'
        yield "raderna börjar med punkttecken men blir ett enda stycke", advice, typed[0]
    ruled = [number for number, line in lines.items() if line.startswith("|") and line.count("|") > 1]
    if len(ruled) > 1:
        advice = 'skriv "|---|---|" på raden under rubrikraden, med lika många kolumner som den'
        yield "raderna ser ut som en tabell men blir ett enda stycke", advice, ruled[0]
    tabbed = [number for number, line in lines.items() if "\t" in line]
    if len(tabbed) > 1:
        advice = "skriv en tabell med | mellan kolumnerna och |---|---| under rubrikraden"
        yield "raderna har tabbar som i en tabell men blir ett enda stycke", advice, tabbed[0]
    headed = next((number for number, line in lines.items() if _HEADING.match(line)), None)
    if headed is not None:
        yield "raden blir ingen rubrik", 'skriv ett blanksteg efter "##"', headed
    for child in paragraph.children:
        at = next((number for number, line in lines.items() if "**" in line), None)
        if child.type == "text" and "**" in child.content and at is not None:
            yield "två stjärnor (**) syns i texten", "sätt ** tätt före och tätt efter orden, eller ta bort dem", at
