"""``memogen template`` from outside: faults with their places, comments in Word, mending, and the list of fields."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx

from tests.mallar.building import BASE, p, template
from tests.mallar.faulty import FAULTY

if TYPE_CHECKING:
    from collections.abc import Callable

SHIPPED = Path(__file__).parents[2] / "templates"


def write(place: Path, body: str, name: str = "tjansteskrivelse.docx", **parts: str) -> Path:
    folder = place / "templates"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(template(body, **parts))
    return folder / name


def test_the_templates_of_the_workspace_are_checked_without_a_name(place: Path, memogen: Callable[..., Any]) -> None:
    write(place, p("{{ diarienumer }}"))
    write(place, p("{{ datum }}"), "remiss.docx")
    answer = memogen("template", "check", "--format", "concise")

    assert answer.code == 1
    where = 'brödtexten under "Ärendet", stycke 4'
    assert answer.out == f'templates/tjansteskrivelse.docx:4:1: fel MA03 okänt namn "diarienumer" ({where})\n'
    assert "1 fel i 1 av 2 filer." in answer.err


def test_a_workspace_without_templates_has_the_shipped_ones_checked(place: Path, memogen: Callable[..., Any]) -> None:
    assert place.is_dir()
    answer = memogen("template", "check")

    assert (answer.code, answer.out) == (0, "")
    assert "9 filer" in answer.err


def test_a_template_that_the_profile_names_is_checked_as_that_kind(place: Path, memogen: Callable[..., Any]) -> None:
    folder = place / "egna"
    folder.mkdir()
    (folder / "brev.docx").write_bytes(template(p("{{ svar_senast }} {{ handlaggare }}")))
    profile = place / "memogen.yaml"
    profile.write_text(profile.read_text(encoding="utf-8") + "mallar: {remiss: egna/brev.docx}\n", encoding="utf-8")
    answer = memogen("template", "check", "--format", "concise")

    assert 'okänt namn "handlaggare"' in answer.out
    assert "svar_senast" not in answer.out


def test_a_section_that_the_profile_adds_is_known(place: Path, memogen: Callable[..., Any]) -> None:
    path = write(place, p("{{p folkhalsa }}"))
    assert memogen("template", "check", str(path)).code == 1
    profile = place / "memogen.yaml"
    added = "tjänsteskrivelse: {avsnitt: [förslag till beslut, folkhälsa]}\n"
    profile.write_text(profile.read_text(encoding="utf-8") + added, encoding="utf-8")

    assert memogen("template", "check", str(path)).code == 0
    assert "folkhalsa" in memogen("template", "fields", "tjänsteskrivelse").out


def test_json_says_the_place_in_words(place: Path, memogen: Callable[..., Any]) -> None:
    path = write(place, "", even=p("{{ dokumentyp }}", style="Header"))
    (found,) = json.loads(memogen("template", "check", "--format", "json", str(path)).out)

    assert found["code"] == "MA03"
    assert found["where"] == "sidhuvudet på jämna sidor, stycke 1"
    assert found["excerpt"] == "{{ dokumentyp }}"
    assert found["help"] == 'menade du "dokumenttyp"?'


def test_sarif_has_the_place_as_a_logical_location(place: Path, memogen: Callable[..., Any]) -> None:
    path = write(place, p("{{ datun }}"))
    (run,) = json.loads(memogen("template", "check", "--format", "sarif", str(path)).out)["runs"]
    (location,) = run["results"][0]["locations"]

    assert location["logicalLocations"] == [{"fullyQualifiedName": 'brödtexten under "Ärendet", stycke 4'}]


def test_warnings_stop_only_under_strict(place: Path, memogen: Callable[..., Any]) -> None:
    path = write(place, p("1. Bakgrund"))

    assert memogen("template", "check", str(path)).code == 0
    assert memogen("template", "check", "--strict", str(path)).code == 1


def test_mark_writes_a_copy_with_comments_and_leaves_the_template(place: Path, memogen: Callable[..., Any]) -> None:
    path = write(place, p("{{ datun }}"))
    before = path.read_bytes()
    answer = memogen("template", "check", "--mark", str(path))
    marked = path.with_name("tjansteskrivelse.granskad.docx")

    assert path.read_bytes() == before
    assert "granskad.docx" in answer.err
    with zipfile.ZipFile(marked) as package:
        assert 'menade du "datum"?' in package.read("word/comments.xml").decode().replace("&quot;", '"')
    assert "granskad" not in memogen("template", "check", "--format", "concise").out


def test_fix_mends_keeps_the_original_and_tells(place: Path, memogen: Callable[..., Any]) -> None:
    path = write(place, p("{{ datum }}"))
    path.write_bytes(next(one for one in FAULTY if one.code == "MT01").make())
    before = path.read_bytes()
    answer = memogen("template", "check", "--fix", str(path))

    assert "språket är nu svenska" in answer.err
    assert path.with_name("tjansteskrivelse.docx.bak").read_bytes() == before
    assert answer.out == ""
    again = memogen("template", "check", "--fix", str(path))
    assert "nu" not in again.err


def test_a_file_that_is_not_there_is_a_mistake_on_the_command_line(place: Path, memogen: Callable[..., Any]) -> None:
    assert place.is_dir()
    assert memogen("template", "check", "finns-inte.docx").code == 2


def test_a_file_that_is_no_template_is_refused_in_swedish(place: Path, memogen: Callable[..., Any]) -> None:
    (place / "brev.docx").write_text("hej", encoding="utf-8")
    answer = memogen("template", "check", "brev.docx")

    assert answer.code == 1
    assert "MA01" in answer.out


def test_render_refuses_what_the_check_finds(place: Path, memogen: Callable[..., Any]) -> None:
    write(place, p("{%p if sekretess %}") + p("{{ underskrifter.namn }}") + p("{%p endif %}"))
    answer = memogen("render")

    assert answer.code == 1
    assert "MA03" in answer.err + answer.out
    assert not list((place / "output").rglob("*.docx"))


def test_the_fields_are_a_table_json_and_a_word_document(place: Path, memogen: Callable[..., Any]) -> None:
    assert "underskrifter" in memogen("template", "fields", "tjänsteskrivelse").out
    (kind,) = json.loads(memogen("template", "fields", "remiss", "--format", "json").out)
    assert {field["name"]: field["tag"] for field in kind["fields"]}["text"] == "{{p text }}"
    assert memogen("template", "fields", "--docx", "fält.docx").out == "fält.docx\n"
    cells = [row.cells[0].text for table in docx.Document(str(place / "fält.docx")).tables for row in table.rows]
    assert {"{{ rubrik }}", "{{p arendet }}", "{%p for post in uppgifter %}"} <= set(cells)


def test_the_list_of_fields_takes_the_place_of_no_case(place: Path, memogen: Callable[..., Any]) -> None:
    there = (place / "cases/taxa.yaml").read_bytes()

    assert memogen("template", "fields", "--docx", "cases/taxa.yaml").code == 2
    assert (place / "cases/taxa.yaml").read_bytes() == there


def test_an_unknown_kind_is_a_mistake_on_the_command_line(place: Path, memogen: Callable[..., Any]) -> None:
    assert place.is_dir()
    assert memogen("template", "fields", "brev").code == 2


def test_a_template_under_any_name_is_checked_as_what_it_asks_for(place: Path, memogen: Callable[..., Any]) -> None:
    for number, path in enumerate(sorted(SHIPPED.glob("*.docx"))):
        shutil.copy(path, place / f"mall{number}.docx")
    answer = memogen("template", "check", *(str(path) for path in sorted(place.glob("mall*.docx"))))

    assert BASE.is_file()
    assert (answer.code, answer.out) == (0, "")
