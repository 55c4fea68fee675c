"""The same template and the same plain values for all: the template's loops say every paragraph.

Nothing is finished beforehand for anyone: docxtpl as its documentation shows it, and as people use it.
"""

from __future__ import annotations

import io
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import docx
from docxtpl import DocxTemplate

from benchmarks import comparing, samples
from memogen import render
from memogen.artifacts import Memo, Trace
from memogen.workspace import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from benchmarks.timing import Row
    from memogen.artifacts import Value

SHORT: Final = "kort"
LONG: Final = "lang"
MINUTES: Final = "protokoll"
_SECTIONS: Final = {SHORT: (1, 2), LONG: (8, 6)}
"""How many sections a memo has, and how many paragraphs each of them."""
_PARAGRAPHS, _IN_PARAGRAPH, _POINTS, _POSTS, _SENTENCES = 60, 2, 3, 6, 5


class Looped:
    """A document of plain values, and the template that goes through them."""

    def __init__(self, kind: str, fields: dict[str, Value], folder: Path) -> None:
        self._kind = kind
        self._fields = fields
        self.template = _template(kind, _DOCXTPL, folder)
        traces = tuple(Trace((name,), name, text) for name, value in fields.items() for text in _texts(value))
        self._memo = Memo("prov", str(fields["rubrik"]), fields, traces)

    def memogen(self) -> bytes:
        """The document as memogen makes it, all checks included."""
        return render.docx(self._memo, self.template).data

    def docxtpl(self) -> bytes:
        """The document as docxtpl's documentation makes it."""
        template = DocxTemplate(self.template)
        template.render(self._fields, autoescape=True)
        buffer = io.BytesIO()
        template.save(buffer)
        return buffer.getvalue()

    def plain(self) -> dict[str, Any]:
        """The values as rust-docxtpl takes them."""
        return self._fields

    def for_node(self) -> dict[str, Any]:
        """The values as the two for Node take them: the item of a list has no name there, only what is in it has."""
        named: dict[str, Any] = json.loads(json.dumps(self._fields), object_hook=_with_named_items)
        return named

    def node_template(self, folder: Path) -> Path:
        """The same template in the dialect of the two for Node, written in ``folder``."""
        return _template(self._kind, _NODE, folder)


def documents(kind: str, count: int, folder: Path) -> list[Looped]:
    """Different documents of a kind; their template is written in ``folder``."""
    fields = _minutes if kind == MINUTES else _memo
    return [Looped(kind, fields(kind, number), folder) for number in range(1, count + 1)]


def rows(folder: Path) -> Iterator[Row]:
    """Word documents of plain values; no two are the same."""
    kinds = {
        "Kort tjänsteskrivelse, slingor i mallen": (SHORT, comparing.SHORT),
        "Tjänsteskrivelse på 9 sidor, slingor i mallen": (LONG, comparing.LONG),
        "Protokoll med 60 §§, slingor i mallen": (MINUTES, comparing.MINUTES),
    }
    for work, (kind, count) in kinds.items():
        yield from comparing.rows(work, documents(kind, count, folder), folder)


class _Dialect(NamedTuple):
    """How a template shows a value (``del.rubrik``), and how a loop over a list begins and ends outside tables."""

    name: str
    value: Callable[[str], str]
    begin: Callable[[str, str], str]
    end: Callable[[str], str]
    when: Callable[[str], tuple[str, str]]
    """The beginning and the end of what is shown only where a value is true."""
    rows: Callable[[str, str, list[str]], list[list[str]]]
    """The rows of a table that repeats one."""


def _last(path: str) -> str:
    return path.rpartition(".")[2]


_DOCXTPL: Final = _Dialect(
    "docxtpl",
    value=lambda path: f"{{{{ {path} }}}}",
    begin=lambda item, values: f"{{%p for {item} in {values} %}}",
    end=lambda _: "{%p endfor %}",
    when=lambda value: (f"{{%p if {value} %}}", "{%p endif %}"),
    rows=lambda item, values, cells: [[f"{{%tr for {item} in {values} %}}"], cells, ["{%tr endfor %}"]],
)
_NODE: Final = _Dialect(
    "node",
    value=lambda path: f"{{{_last(path)}}}",
    begin=lambda _, values: f"{{#{_last(values)}}}",
    end=lambda values: f"{{/{_last(values)}}}",
    when=lambda value: (f"{{#{value}}}", f"{{/{value}}}"),
    rows=lambda _, values, cells: [
        [f"{{#{_last(values)}}}{cells[0]}", *cells[1:-1], f"{cells[-1]}{{/{_last(values)}}}"]
    ],
)


class _Page:
    """A template that is being written: the shipped page and its styles, with tags of its own."""

    def __init__(self, dialect: _Dialect) -> None:
        self._dialect = dialect
        self.page = docx.Document(str(shipped("templates", "tjansteskrivelse.docx")))
        for element in list(self.page.element.body)[:-1]:
            self.page.element.body.remove(element)
        section = self.page.sections[0]
        for edge in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            for paragraph in edge.paragraphs[1:]:
                paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001 - python-docx has no other way
            edge.paragraphs[0].text = f"{dialect.value('kommun')}, dnr {dialect.value('diarienummer')}"
        self.page.core_properties.title = dialect.value("rubrik")
        self.line("dokumenttyp", "Dokumenttyp")
        self.line("rubrik", "Heading 1")

    def line(self, path: str, style: str) -> None:
        """A paragraph that shows one value."""
        self.page.add_paragraph(self._dialect.value(path), style)

    @contextmanager
    def loop(self, item: str, values: str) -> Iterator[None]:
        """What is added meanwhile is repeated."""
        self.page.add_paragraph(self._dialect.begin(item, values), "Body Text")
        yield
        self.page.add_paragraph(self._dialect.end(values), "Body Text")

    @contextmanager
    def when(self, value: str) -> Iterator[None]:
        """What is added meanwhile is shown only where the value is true."""
        begin, end = self._dialect.when(value)
        self.page.add_paragraph(begin, "Body Text")
        yield
        self.page.add_paragraph(end, "Body Text")

    def points(self, item: str, values: str, style: str) -> None:
        """A paragraph for each text of a list."""
        with self.loop(item, values):
            self.line(item, style)

    def subject(self) -> None:
        """A heading, text and points."""
        self.line("del.rubrik", "Heading 2")
        self.points("stycke", "del.stycken", "Body Text")
        self.points("punkt", "del.punkter", "List Bullet")

    def table(self, head: Sequence[str], item: str, values: str, paths: Sequence[str]) -> None:
        """A table with a row for each item."""
        texts = [list(head), *self._dialect.rows(item, values, [self._dialect.value(path) for path in paths])]
        table = self.page.add_table(rows=len(texts), cols=len(head), style="Tabell")
        for row, cells in zip(table.rows, texts, strict=True):
            for cell, text in zip(row.cells, cells, strict=False):
                cell.text = text


def _template(kind: str, dialect: _Dialect, folder: Path) -> Path:
    """The template of a kind, written once in ``folder``."""
    path = folder / f"{kind}-{dialect.name}.docx"
    if not path.exists():
        page = _Page(dialect)
        (_add_minutes if kind == MINUTES else _add_memo)(page)
        page.page.save(str(path))
    return path


def _add_memo(page: _Page) -> None:
    page.table(("Uppgift", "Värde"), "uppgift", "uppgifter", ("uppgift.etikett", "uppgift.varde"))
    page.line("mottagare", "Mottagare")
    page.line("beslutsrubrik", "Heading 2")
    page.line("ingress", "Beslutsingress")
    page.points("sats", "beslut", "Beslutspunkt")
    page.line("sammanfattning", "Body Text")
    with page.loop("del", "avsnitt"):
        page.subject()
    with page.when("har_poster"):
        page.line("postrubrik", "Heading 2")
        page.table(("Post", "2027", "2028"), "post", "poster", ("post.namn", "post.nu", "post.sen"))
    with page.when("har_underlag"):
        page.line("underlagsrubrik", "Heading 2")
        page.points("handling", "underlag", "Underlag")
    page.line("forvaltning", "Underskriftsrubrik")
    with page.loop("person", "underskrifter"):
        page.line("person.namn", "Underskriftsnamn")
        page.line("person.titel", "Underskriftstitel")


def _add_minutes(page: _Page) -> None:
    page.table(("Uppgift", "Värde"), "uppgift", "uppgifter", ("uppgift.etikett", "uppgift.varde"))
    page.points("ledamot", "ledamoter", "Body Text")
    with page.loop("del", "paragrafer"):
        page.subject()
        page.line("del.ingress", "Beslutsingress")
        page.points("sats", "del.beslut", "Beslutspunkt")
        page.table(("Ledamot", "Yrkande"), "ett", "del.yrkanden", ("ett.namn", "ett.yrkande"))
    page.line("forvaltning", "Underskriftsrubrik")


def _memo(kind: str, number: int) -> dict[str, Value]:
    sections, paragraphs = _SECTIONS[kind]
    return {
        **_common("Tjänsteskrivelse", number),
        "mottagare": "Kommunstyrelsen",
        "beslutsrubrik": "Förslag till beslut",
        "ingress": "Kommunstyrelsen beslutar att",
        "beslut": _decisions(number),
        "sammanfattning": samples.running_text(number, _SENTENCES),
        "avsnitt": [_subject(number, section, paragraphs) for section in range(sections)],
        "har_poster": True,
        "postrubrik": "Ekonomiska konsekvenser",
        "poster": [
            {"namn": f"Område {post}", "nu": f"{post * number}", "sen": f"{post + 40}"} for post in range(_POSTS)
        ],
        "har_underlag": True,
        "underlagsrubrik": "Beslutsunderlag",
        "underlag": [f"Utredning {place} om område {number}" for place in range(_POINTS)],
        "underskrifter": [{"namn": name, "titel": "direktör"} for name in samples.people()[:2]],
    }


def _minutes(_: str, number: int) -> dict[str, Value]:
    people = samples.people()
    return {
        **_common("Protokoll", number),
        "ledamoter": list(people),
        "paragrafer": [
            {
                **_subject(number, index, _IN_PARAGRAPH),
                "ingress": "Kommunfullmäktige beslutar att",
                "beslut": _decisions(index),
                "yrkanden": [{"namn": name, "yrkande": f"bifall till del {index}"} for name in people[index % 9 :][:2]],
            }
            for index in range(_PARAGRAPHS)
        ],
    }


def _common(kind: str, number: int) -> dict[str, Value]:
    return {
        "dokumenttyp": kind,
        "rubrik": f"Taxa för uteserveringar i område {number}",
        "kommun": "Björkvalla kommun",
        "diarienummer": f"KS-2026-{number:05}",
        "forvaltning": "Kommunledningskontoret",
        "uppgifter": [
            {"etikett": "Datum", "varde": "den 12 mars 2026"},
            {"etikett": "Handläggare", "varde": "Anna Ek, utredare"},
            {"etikett": "Telefon", "varde": "0123-45 67 89"},
        ],
    }


def _decisions(number: int) -> list[Value]:
    return [f"uppdra åt nämnd {point} att redovisa punkt {point}.{number}" for point in range(1, _POINTS + 1)]


def _subject(number: int, place: int, paragraphs: int) -> dict[str, Value]:
    said = [samples.running_text(place + step, _SENTENCES) for step in range(paragraphs)]
    return {
        "rubrik": f"Område {place} & {number}",
        "stycken": [f"{text} Det gäller del {step} av område {number}." for step, text in enumerate(said)],
        "punkter": [f"{share} procent av platserna i område {place}.{number}" for share in (20, 30, 50)],
    }


_ITEMS: Final = {
    "stycken": "stycke",
    "punkter": "punkt",
    "beslut": "sats",
    "ledamoter": "ledamot",
    "underlag": "handling",
}
"""The lists of texts, and what their templates call each text."""


def _with_named_items(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: [{_ITEMS[name]: item} for item in value] if name in _ITEMS else value for name, value in fields.items()
    }


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
