"""The shipped templates are lean, sound and readable by everyone; they are edited in Word, never built."""

from __future__ import annotations

import re
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from lxml import etree

from memogen.render.styles import CANDIDATES

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY: Final = Path(__file__).parents[2]
PROFILES: Final = REPOSITORY / "src/memogen/shipped/profiles"
TEMPLATES: Final = sorted([*(REPOSITORY / "templates").glob("*.docx"), *PROFILES.glob("*/templates/*.docx")])
KINDS: Final = {
    *("tjansteskrivelse", "styrdokument", "remiss", "protokollsutdrag"),
    *("kallelse", "protokoll", "anslagsbevis", "register", "innehall"),
}
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
FONTS: Final = {"Carlito", "DejaVu Sans", "Liberation Sans", "Liberation Serif"}

pytestmark = pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")


def part(template: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(template) as package:
        return etree.fromstring(package.read(name))


def parts(template: Path) -> dict[str, etree._Element]:
    with zipfile.ZipFile(template) as package:
        names = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return {name: etree.fromstring(package.read(name)) for name in names}


def value(element: etree._Element, steps: str) -> str:
    found = element.find("/".join(f"{W}{step}" for step in steps.split("/")))
    return "" if found is None else found.get(f"{W}val", "")


def named_styles(template: Path) -> Iterator[str]:
    """The ids of the styles that the pages themselves use."""
    for name, root in parts(template).items():
        if name != "word/styles.xml":
            for tag in ("pStyle", "rStyle", "tblStyle"):
                yield from (found.get(f"{W}val", "") for found in root.iter(f"{W}{tag}"))


def test_every_style_is_one_that_the_pages_or_the_pouring_use(template: Path) -> None:
    styles = part(template, "word/styles.xml").findall(f"{W}style")
    by_id = {style.get(f"{W}styleId", ""): style for style in styles}
    poured = {name.lower() for _, names in CANDIDATES.values() for name in names}
    wanted = {identity for identity, style in by_id.items() if value(style, "name").lower() in poured}
    wanted |= {identity for identity, style in by_id.items() if style.get(f"{W}default")}
    wanted |= set(named_styles(template))
    while more := {value(by_id[identity], "basedOn") for identity in wanted if identity in by_id} - wanted - {""}:
        wanted |= more

    assert set(by_id) - wanted == set()


def test_every_style_that_is_used_is_there(template: Path) -> None:
    styles = part(template, "word/styles.xml")
    defined = {style.get(f"{W}styleId", "") for style in styles.iter(f"{W}style")}
    following = {value(style, "next") for style in styles.iter(f"{W}style")} - {""}

    assert (set(named_styles(template)) | following) - defined == set()


def test_what_the_pouring_needs_is_there(template: Path) -> None:
    styles = part(template, "word/styles.xml").findall(f"{W}style")
    names = {(style.get(f"{W}type"), value(style, "name").lower()) for style in styles}
    needed = {role: spec for role, spec in CANDIDATES.items() if role not in {f"heading-{n}" for n in range(6, 10)}}
    missing = [
        role for role, (kind, candidates) in needed.items() if not {(kind, name.lower()) for name in candidates} & names
    ]

    assert missing == []


def test_the_language_is_swedish(template: Path) -> None:
    languages = {
        found.get(f"{W}val")
        for root in parts(template).values()
        for found in root.iter(f"{W}lang", f"{W}themeFontLang")
        if found.get(f"{W}val")
    }
    properties = part(template, "docProps/core.xml")

    assert languages == {"sv-SE"}
    assert properties.findtext(f"{DC}language") == "sv-SE"


def test_the_first_heading_is_the_title_and_no_level_is_skipped(template: Path) -> None:
    document = part(template, "word/document.xml")
    found = [value(paragraph, "pPr/pStyle") for paragraph in document.iter(f"{W}p")]
    levels = [int(style.removeprefix("Heading")) for style in found if style.startswith("Heading")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_nothing_floats_and_no_table_holds_the_layout(template: Path) -> None:
    unwanted = ("txbxContent", "framePr", "pict", "object", "tbl", "anchor", "sdt")
    found = [
        f"{name}: {tag}" for name, root in parts(template).items() for tag in unwanted for _ in root.iter(f"{{*}}{tag}")
    ]

    assert found == []


def test_only_fonts_that_debian_carries_are_named(template: Path) -> None:
    kinds = ("ascii", "hAnsi", "cs", "eastAsia")
    named = {
        fonts.get(f"{W}{kind}")
        for root in parts(template).values()
        for fonts in root.iter(f"{W}rFonts")
        for kind in kinds
    }

    assert named - {None} <= FONTS


def test_the_bullets_are_ordinary_signs(template: Path) -> None:
    levels = list(part(template, "word/numbering.xml").iter(f"{W}lvl"))
    bullets = {value(level, "lvlText") for level in levels if value(level, "numFmt") == "bullet"}

    assert bullets <= {"•", "–"}
    assert not any(level.find(f".//{W}rFonts") is not None for level in levels)


def test_every_list_has_three_levels(template: Path) -> None:
    numbering = part(template, "word/numbering.xml")
    styles = {value(level, "pStyle"): level.getparent() for level in numbering.iter(f"{W}lvl")}

    for style in ("ListBullet", "ListNumber"):
        levels = styles[style]
        assert levels is not None
        assert len(levels.findall(f"{W}lvl")) == 3


def test_no_line_is_left_alone_on_a_page(template: Path) -> None:
    defaults = part(template, "word/styles.xml").find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}widowControl")

    assert defaults is not None
    assert defaults.get(f"{W}val", "true") not in {"0", "false", "off"}


def test_the_page_is_a4(template: Path) -> None:
    sections = list(part(template, "word/document.xml").iter(f"{W}sectPr"))
    sizes = {(size.get(f"{W}w"), size.get(f"{W}h")) for one in sections for size in one.iter(f"{W}pgSz")}

    assert sizes == {("11906", "16838")}


def test_headings_and_signatures_stay_with_what_follows(template: Path) -> None:
    styles = part(template, "word/styles.xml").findall(f"{W}style")
    together = [
        style
        for style in styles
        if re.match(r"Heading|Underskrift", style.get(f"{W}styleId", "")) and style.find(f"{W}pPr/{W}keepNext") is None
    ]

    assert together == []


def test_the_file_tells_of_no_person_and_no_computer(template: Path) -> None:
    properties = part(template, "docProps/core.xml")
    personal = [etree.QName(found).localname for found in properties if found.text]
    with zipfile.ZipFile(template) as package:
        names = package.namelist()
        comments = any("comments" in name or "people" in name for name in names)
        text = b"".join(package.read(name) for name in names)

    assert set(personal) <= {"title", "language"}
    assert not comments
    assert not re.search(rb"w:rsid|w:author=|/home/|[A-Z]:\\\\", text)


def test_the_title_of_the_document_is_its_rubrik(template: Path) -> None:
    assert part(template, "docProps/core.xml").findtext(f"{DC}title") == "{{ rubrik }}"


def test_the_template_is_small(template: Path) -> None:
    assert template.stat().st_size < 15_000


def test_the_template_is_one_of_the_kinds_and_is_described(template: Path) -> None:
    described = (REPOSITORY / "templates" / "README.md").read_text(encoding="utf-8")

    assert template.stem in KINDS
    assert f"[{template.name}](#" in described


def test_no_program_here_builds_the_template(template: Path) -> None:
    """The .docx files are the source: someone edits them in Word, and no program may undo that.

    The benchmark of loops makes a template of its own and throws it away.
    """
    writes_word = re.compile(r"WD_STYLE_TYPE|add_paragraph\(|<w:docDefaults>")
    programs = [
        path
        for folder in ("src", "scripts", "benchmarks", ".ci")
        for path in (REPOSITORY / folder).rglob("*")
        if path.is_file() and path.suffix in {".py", ".sh", ""} and path != REPOSITORY / "benchmarks" / "loops.py"
    ]

    assert template.is_file()
    assert [path for path in programs if writes_word.search(path.read_text(encoding="utf-8", errors="replace"))] == []
