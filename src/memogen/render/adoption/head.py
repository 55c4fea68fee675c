"""The head and the foot of a document: labels with a value beside or below them, and what stands without a label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from memogen.model.nyckel import fold
from memogen.render.adoption.finding import CERTAIN, LIKELY, UNSURE, Finding, at
from memogen.render.adoption.lines import PARAGRAPH, Line
from memogen.render.members import DOCUMENT
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from memogen.render.adoption.vocabulary import Vocabulary

_W: Final = f"{{{W}}}"
_LABELLED: Final = re.compile(r"(?P<label>[^:\t\n]{1,40}?)(?P<gap>\s*:\s*|\s*[\t\n]\s*| {2,})(?P<value>[^\t\n]*)")
_UNPUNCTUATED: Final = re.compile(
    r"(?P<label>dnr\.?|diarienr\.?|diarienummer)(?P<gap>\s+)(?P<value>\S.*)", re.IGNORECASE
)
_ISO: Final = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_IN_WORDS: Final = re.compile(
    r"(?:den )?\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) \d{4}",
    re.IGNORECASE,
)
_PARAGRAPH: Final = re.compile(r"§\s*\d+\s+\S")
_REACHED: Final = re.compile(r"@|\d{2,}")
_TAGGED: Final = "{{"
_LONG: Final = 160


def labels(lines: Sequence[Line], words: Vocabulary) -> Iterator[Finding]:
    """Every label that is known, with the value that follows it in the paragraph, the cell beside or the line below."""
    for index, line in enumerate(lines):
        if len(line.text) > _LONG or words.section(line.text):
            continue
        below = lines[index + 1] if index + 1 < len(lines) else None
        yield from _row_of_labels(line, below, words) or _beside(line, words) or _in_cell(line, lines, words)


def _row_of_labels(line: Line, below: Line | None, words: Vocabulary) -> list[Finding]:
    """``Handläggare → Datum → Diarienummer`` with the values in the next paragraph."""
    names = [words.field(name) for name in line.text.split("\t")]
    if len(names) < 2 or not all(names) or below is None or below.in_table != line.in_table:  # noqa: PLR2004 - a row
        return []
    values = below.text.split("\t")
    if len(values) != len(names):
        return [at(line, line.text, "", UNSURE, "ledorden står på rad, men raden under har inte lika många värden")]
    found, end = [], len(below.text)
    for name, value in reversed(list(zip(names, values, strict=True))):
        start = end - len(value)
        tag = _tag(name, value)
        below.replace(start, end, tag)
        found.append(at(below, value or name, tag, CERTAIN))
        end = start - 1
    return found[::-1]


def _beside(line: Line, words: Vocabulary) -> list[Finding]:
    """``Dnr: KS-2026-00123``, several times in a paragraph where tabs stand between."""
    text = line.text
    found = []
    matches = list(_LABELLED.finditer(text)) or list(filter(None, [_UNPUNCTUATED.match(text)]))
    for match in reversed(matches):
        field = words.field(match["label"].strip())
        if not field or _TAGGED in match["value"] or (not match["value"].strip() and _next_value(line, words)):
            continue
        value = match["value"].strip()
        tag = _tag(field, value)
        start = match.start("value") + len(match["value"]) - len(match["value"].lstrip())
        gap = "" if value or match["gap"].endswith((" ", "\t", "\n")) else " "
        line.replace(start, start + len(value), gap + tag)
        found.append(at(line, f"{match['label'].strip()}: {value}".strip(": "), tag, CERTAIN))
    return found[::-1]


def _in_cell(line: Line, lines: Sequence[Line], words: Vocabulary) -> list[Finding]:
    """A label alone in a cell: its value is in the cell to the right, or below when the right one is a label too."""
    field = words.field(line.text) if line.text.strip() and line.in_table else ""
    target = _value_cell(line.element, words) if field else None
    if target is None:
        return []
    value = next((one for one in lines if one.element is target), None)
    if value is None or _TAGGED in value.text:
        return []
    tag = _tag(field, value.text)
    found = at(value, f"{line.text.strip()}: {value.text.strip()}".strip(": "), tag, CERTAIN)
    value.clear_for(tag)
    return [found]


def _next_value(line: Line, words: Vocabulary) -> bool:
    return line.in_table and _value_cell(line.element, words) is not None


def _value_cell(paragraph: etree._Element, words: Vocabulary) -> etree._Element | None:
    """The paragraph that holds the value of the label that ``paragraph`` is."""
    cell = next(paragraph.iterancestors(f"{_W}tc"))
    own = list(cell.iterchildren(PARAGRAPH))
    following = own[own.index(paragraph) + 1 :] if paragraph in own else []
    if following and _said(following[0]) and not words.field(_said(following[0])):
        return following[0]
    right = next(cell.itersiblings(f"{_W}tc"), None)
    if right is not None and not words.field(_said(right)):
        return next(right.iter(PARAGRAPH), None)
    row = next(cell.iterancestors(f"{_W}tr"))
    column = list(row.iterchildren(f"{_W}tc")).index(cell)
    under = next(row.itersiblings(f"{_W}tr"), None)
    cells = list(under.iterchildren(f"{_W}tc")) if under is not None else []
    if column < len(cells) and not words.field(_said(cells[column])):
        return next(cells[column].iter(PARAGRAPH), None)
    return following[0] if following else None


def unlabelled(lines: Sequence[Line], words: Vocabulary) -> Iterator[Finding]:
    """What is known by its look alone: the kind of document, an organ, an office, a diarienummer, a day."""
    among = _among_sections(lines, words)
    for line in lines:
        text = line.text.strip()
        if not text or _TAGGED in text or len(text) > _LONG or line in among:
            continue
        for field, fits, certainty in (
            ("dokumenttyp", bool(words.types.fullmatch(text)), CERTAIN),
            ("diarienummer", words.is_number(text), CERTAIN),
            ("datum", bool(_ISO.fullmatch(text)), LIKELY),
            ("datum_i_ord", bool(_IN_WORDS.fullmatch(text)), LIKELY),
            (_addressed(words), fold(text) in words.organs, LIKELY),
            ("forvaltning", fold(text) in words.offices and words.kind == "tjansteskrivelse", LIKELY),
        ):
            if fits and field:
                start = line.text.index(text)
                line.replace(start, start + len(text), f"{{{{ {field} }}}}")
                yield at(line, text, f"{{{{ {field} }}}}", certainty)
                break


def _among_sections(lines: Sequence[Line], words: Vocabulary) -> frozenset[Line]:
    """The paragraphs from the first section's heading to the last one's: what they say belongs to the old case."""
    body = [line for line in lines if line.member == DOCUMENT]
    heads = [index for index, line in enumerate(body) if words.section(line.text)]
    return frozenset(body[heads[0] : heads[-1] + 1]) if heads else frozenset()


def _addressed(words: Vocabulary) -> str:
    known = {"tjansteskrivelse": "mottagare", "styrdokument": "beslutsfattare", "remiss": ""}
    return known.get(words.kind, "organ")


def title(lines: Sequence[Line], words: Vocabulary) -> Iterator[Finding]:
    """The document's title: its first heading of level 1, else the last heading before the first section."""
    body = [line for line in lines if line.member == DOCUMENT and line.text.strip()]
    first = next((n for n, line in enumerate(body) if line.level and words.section(line.text)), len(body))
    before = [line for line in body[:first] if line.level and _TAGGED not in line.text]
    chosen = next((line for line in before if line.level == 1), before[-1] if before else None)
    if chosen is None:
        return
    sure = CERTAIN if chosen.level == 1 and not chosen.is_bold else LIKELY
    look = "" if sure == CERTAIN else "är det här rubriken? Ge den formatmallen Rubrik 1"
    said = chosen.text.strip()
    numbered = words.kind == "protokollsutdrag" and _PARAGRAPH.match(said)
    tag = "{{ paragraf }} {{ rubrik }}" if numbered else "{{ rubrik }}"
    chosen.clear_for(tag)
    yield at(chosen, said, tag, sure, look)
    for line in lines:
        if line is not chosen and line.text.strip() == said:
            line.clear_for("{{ rubrik }}")
            yield at(line, said, "{{ rubrik }}", CERTAIN)


def repeated(lines: Sequence[Line], found: Sequence[Finding], words: Vocabulary) -> Iterator[Finding]:
    """A diarienummer that was found at its label, wherever else it stands in a head or a foot."""
    numbers = {part for one in found if one.tag == "{{ diarienummer }}" for part in one.found.split(": ")}
    for line in lines:
        for number in filter(words.is_number, numbers):
            if line.member != DOCUMENT and number in line.text:
                start = line.text.index(number)
                line.replace(start, start + len(number), "{{ diarienummer }}")
                yield at(line, number, "{{ diarienummer }}", CERTAIN)


def _tag(field: str, value: str) -> str:
    """The tag for a field; a day in words stays so, and a handläggare with a telephone keeps it."""
    written = _IN_WORDS.fullmatch(value.strip()) and field in {"datum", "svar_senast"}
    if field == "handlaggare" and _REACHED.search(value):
        return '{{ handlaggare_lista | map(attribute="rad") | join("; ") }}'
    return f"{{{{ {field}{'_i_ord' if written else ''} }}}}"


def _said(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{_W}t")).strip()
