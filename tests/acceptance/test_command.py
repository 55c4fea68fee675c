"""The command line's contract: exit codes, streams, what is written and what is spared."""

from __future__ import annotations

import errno
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from memogen import __version__, pipeline
from memogen.workspace import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Result

    Command = Callable[..., Result]

DOCX = Path("output/KS-2026-00123/tjansteskrivelse.docx")
ENGLISH = re.compile(
    r"\b(error|usage|options|should|input|missing|expected|invalid|no such|show|file|found)\b", re.IGNORECASE
)


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def edit_by_hand(path: Path) -> None:
    """Save the document as another program would."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"memogen", b"Microsoft Office Word")
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_a_sound_case_is_rendered_and_only_its_path_is_on_stdout(place: Path, memogen: Command) -> None:
    result = memogen("render")

    assert (result.code, result.out) == (0, f"{DOCX}\n")
    assert (place / DOCX).is_file()
    assert "1 dokument gjordes" in result.err


def test_a_file_with_an_error_is_not_rendered_and_its_earlier_output_stays(place: Path, memogen: Command) -> None:
    memogen("render")
    before = (place / DOCX).read_bytes()
    rewrite(place / "cases/taxa.yaml", "anta taxa för uteserveringar", "anta taxa enligt ärendets bilaga 3")

    result = memogen("render")

    assert result.code == 1
    assert "fel[BE09]" in result.err
    assert result.out == ""
    assert (place / DOCX).read_bytes() == before


def test_a_head_without_the_handlaggare_is_told_and_stops_nothing(place: Path, memogen: Command) -> None:
    with (place / "memogen.yaml").open("a", encoding="utf-8") as profile:
        profile.write("tjänsteskrivelse: {uppgifter: [datum, diarienummer]}\n")

    result = memogen("render")

    assert (result.code, result.out.splitlines()) == (0, [str(DOCX)]), result.err
    assert result.err.count("MA07]") == 1
    assert "Anna Ek" in result.err


def test_a_key_twice_hides_no_other_fault_and_nothing_is_made(place: Path, memogen: Command) -> None:
    case = place / "cases/taxa.yaml"
    with case.open("a", encoding="utf-8") as file:
        file.write("Rubrik: Igen\nenheten: Bygg\ninkommet: i går\n")

    checked, rendered = memogen("check", "--format", "concise"), memogen("render")

    codes = {line.split()[2] for line in checked.out.splitlines()}
    assert codes >= {"YA03", "NY01", "ID04"}
    assert (rendered.code, rendered.out) == (1, "")


def test_one_faulty_file_stops_no_other(place: Path, memogen: Command) -> None:
    (place / "cases/a.yaml").write_text("rubrik: [", encoding="utf-8")

    result = memogen("render")

    assert result.code == 1
    assert result.out == f"{DOCX}\n"
    assert "1 fil har fel" in result.err


def test_the_same_case_gives_the_same_bytes(place: Path, memogen: Command) -> None:
    memogen("render")
    first = (place / DOCX).read_bytes()
    (place / DOCX).unlink()
    memogen("render")

    assert (place / DOCX).read_bytes() == first


@pytest.mark.parametrize(
    "damage",
    [
        {"inputs": []},
        {"inputs": {"x": 1}},
        {"outputs": 5},
        {"only": 5},
        {"diagnostics": [{}]},
        {"cases": {"a": {}}},
        {"rank": []},
    ],
)
def test_a_record_of_another_shape_only_means_that_the_work_is_done_again(
    place: Path, memogen: Command, damage: dict[str, object]
) -> None:
    memogen("render")
    (record,) = (place / "output" / ".memogen").glob("??/*.json")
    record.write_text(json.dumps(json.loads(record.read_text("utf-8")) | damage), "utf-8")
    (place / "output" / ".memogen" / "liggare.jsonl").unlink(missing_ok=True)
    result = memogen("render")
    assert (result.code, result.err.splitlines()[-1]) == (0, "1 dokument gjordes.")


def test_a_pdf_from_before_the_case_was_changed_is_told_of_until_it_is_gone(place: Path, memogen: Command) -> None:
    memogen("render")
    pdf = place / "output" / "KS-2026-00123" / "tjansteskrivelse.pdf"
    pdf.write_bytes(b"%PDF-1.7")
    assert "PD04" not in memogen("render").err
    case = place / "cases" / "taxa.yaml"
    case.write_text(case.read_text("utf-8").replace("2019", "2018"), "utf-8")
    for options in ((), (), ("--force",), ()):
        result = memogen("render", *options)
        assert (result.code, pdf.read_bytes()) == (0, b"%PDF-1.7")
        assert (
            'varning[PD04]: "output/KS-2026-00123/tjansteskrivelse.pdf" är gjord innan ärendet ändrades' in result.err
        )
    pdf.unlink()
    assert "PD04" not in memogen("render").err


def test_an_unchanged_case_is_not_done_again_and_its_path_is_still_printed(place: Path, memogen: Command) -> None:
    memogen("render")
    made = (place / DOCX).stat().st_mtime_ns

    result = memogen("render", "-v")

    assert (result.code, result.out) == (0, f"{DOCX}\n")
    assert "oförändrad: cases/taxa.yaml" in result.err
    assert (place / DOCX).stat().st_mtime_ns == made


@pytest.mark.parametrize("changed", ["cases/taxa.yaml", "memogen.yaml", "templates/tjansteskrivelse.docx"])
def test_a_change_in_anything_that_was_read_makes_the_document_anew(
    place: Path, memogen: Command, changed: str
) -> None:
    (place / "templates").mkdir()
    template = place / "templates/tjansteskrivelse.docx"
    template.write_bytes(shipped("templates", "tjansteskrivelse.docx").read_bytes())
    memogen("render")
    if changed.endswith(".docx"):
        template.write_bytes(shipped("templates", "tjansteskrivelse.docx").read_bytes() + b"")
        with zipfile.ZipFile(template, "a") as package:
            package.writestr("docProps/ny.xml", "<ny/>")
    else:
        rewrite(place / changed, "Kommunstyrelsen", "Kommunstyrelsen ")

    result = memogen("render", "--report", "rapport.json")

    (item,) = json.loads((place / "rapport.json").read_bytes())["items"]
    assert (result.code, item["status"]) == (0, "written")


def test_a_damaged_record_only_means_that_the_work_is_done_again(place: Path, memogen: Command) -> None:
    memogen("render")
    (record,) = (place / "output/.memogen").rglob("*.json")
    record.write_bytes(b"{")

    assert memogen("render").code == 0


@pytest.mark.parametrize("command", ["render", "archive"])
@pytest.mark.parametrize("named", ["cases/taxa.yaml", "memogen.yaml", str(DOCX)])
def test_a_report_takes_the_place_of_nothing_but_a_report(
    place: Path, memogen: Command, command: str, named: str
) -> None:
    memogen("render")
    there = (place / named).read_bytes()

    result = memogen(command, "--report", named)

    assert result.code == 2
    assert f'"{named}" är ingen rapport och skrivs inte över' in result.err
    assert (place / named).read_bytes() == there


def test_a_report_takes_the_place_of_an_earlier_one(place: Path, memogen: Command) -> None:
    (place / "tom.json").touch()

    codes = [memogen("render", "--report", name).code for name in ("rapport.json", "rapport.json", "tom.json")]

    assert codes == [0, 0, 0]
    assert (place / "tom.json").stat().st_size


def test_a_document_that_was_edited_by_hand_is_spared(place: Path, memogen: Command) -> None:
    memogen("render")
    edit_by_hand(place / DOCX)
    edited = (place / DOCX).read_bytes()

    result = memogen("render")

    assert result.code == 4
    assert "redigerats för hand" in result.err
    assert "--force" in result.err
    assert (place / DOCX).read_bytes() == edited


def test_an_edited_document_without_a_record_is_spared_too(place: Path, memogen: Command) -> None:
    memogen("render")
    edit_by_hand(place / DOCX)
    for record in (place / "output/.memogen").rglob("*.json"):
        record.unlink()

    assert memogen("render").code == 4


def test_force_replaces_an_edited_document(place: Path, memogen: Command) -> None:
    memogen("render")
    made = (place / DOCX).read_bytes()
    edit_by_hand(place / DOCX)

    assert memogen("render", "--force").code == 0
    assert (place / DOCX).read_bytes() == made


def test_two_cases_with_one_number_never_share_a_file(place: Path, memogen: Command) -> None:
    (place / "cases/annan.yaml").write_bytes((place / "cases/taxa.yaml").read_bytes())

    result = memogen("render")

    assert result.code == 0
    assert sorted(result.out.split()) == [
        "output/KS-2026-00123/tjansteskrivelse.docx",
        "output/KS-2026-00123/tjansteskrivelse_taxa.docx",
    ]


def test_many_files_are_done_by_several_processes_in_their_order(place: Path, memogen: Command) -> None:
    text = (place / "cases/taxa.yaml").read_text(encoding="utf-8")
    (place / "cases/taxa.yaml").unlink()
    for number in range(1, 41):
        name = place / f"cases/{number:03}.yaml"
        name.write_text(text.replace("KS-2026-00123", f"KS-2026-{number:05}"), encoding="utf-8")

    result = memogen("render", "--jobs", "2")

    assert result.code == 0
    assert result.out.split() == [f"output/KS-2026-{n:05}/tjansteskrivelse.docx" for n in range(1, 41)]


def test_warnings_stop_nothing_unless_strict(place: Path, memogen: Command) -> None:
    rewrite(place / "cases/taxa.yaml", "  barn: 'ej relevant: frågan rör näringsidkare'\n", "")

    assert memogen("check").code == 0
    assert memogen("check", "--strict").code == 1
    assert memogen("render", "--strict").code == 1
    assert memogen("render").code == 0


def test_a_folder_that_cannot_be_written_in_is_told(place: Path, memogen: Command) -> None:
    (place / "output").write_bytes(b"en fil")

    result = memogen("render")

    assert result.code == 4
    assert "kunde inte skrivas" in result.err


def test_the_formats_of_check_tell_the_same_remarks(place: Path, memogen: Command) -> None:
    rewrite(place / "cases/taxa.yaml", "anta taxa för uteserveringar", "anta taxa enligt ärendets bilaga 3")

    concise = memogen("check", "--format", "concise").out
    plain = json.loads(memogen("check", "--format", "json").out)
    sarif = json.loads(memogen("check", "--format", "sarif").out)

    assert re.search(r"^cases/taxa\.yaml:8:\d+: fel BE09 ", concise, re.MULTILINE)
    assert [d["code"] for d in plain] == [r["ruleId"] for r in sarif["runs"][0]["results"]]
    assert {"code", "severity", "message", "path", "line", "column", "help", "law"} == plain[0].keys()


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    "arguments",
    [
        ("chekc",),
        ("check", "--formt", "full"),
        ("check", "--format", "pdf"),
        ("check", "cases/tax.yaml"),
        ("render", "--jobs", "noll"),
        ("render", "--jobs", "0"),
        ("render", "--only", "roman"),
        ("explain", "BE99"),
        ("schema", "roman"),
        ("new", "roman"),
        ("new",),
        ("new", "ärende", "--set", "rubrik"),
        ("init", "a", "b"),
        ("check", "--workspace", "saknas"),
    ],
)
def test_a_wrong_command_line_is_told_in_swedish_with_exit_2(memogen: Command, arguments: tuple[str, ...]) -> None:
    result = memogen(*arguments)

    assert result.code == 2
    assert result.err.strip()
    told = result.err.replace("--formt", "").replace("--format", "")
    assert not ENGLISH.search(told), told


@pytest.mark.parametrize("name", ["check", "render", "init", "new", "explain", "schema", "doctor", ""])
def test_every_help_page_is_swedish_and_has_an_example(memogen: Command, name: str) -> None:
    result = memogen(*filter(None, [name]), "--help")

    assert result.code == 0
    assert "Exempel:" in result.out
    assert "  memogen " in result.out
    told = re.sub(r"--[a-z]+", "", result.out)
    assert not ENGLISH.search(told), told


def test_a_new_folder_becomes_a_workspace_whose_samples_render(
    tmp_path: Path, memogen: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert memogen("init").code == 0
    assert memogen("check").code == 0
    assert memogen("render").code == 0
    again = memogen("init")

    assert again.out == ""
    assert (tmp_path / "output").is_dir()


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("kind", ["ärende", "styrdokument", "remiss", "protokollsutdrag"])
def test_a_new_file_tells_by_check_what_is_left_to_write(memogen: Command, kind: str) -> None:
    made = memogen("new", kind, "cases/ny.yaml")
    result = memogen("check", "--format", "json", "cases/ny.yaml")

    assert made.code == 0
    assert result.code == 1
    assert {d["code"] for d in json.loads(result.out) if d["severity"] == "fel"} <= {
        "ID07",
        "ID01",
        "ID04",
        "RE01",
        "VA05",
        "VA06",
    }


def test_a_new_case_takes_values_from_the_command_line(place: Path, memogen: Command) -> None:
    memogen("new", "arende", "cases/ny.yaml", "--set", "rubrik=Taxa: en ny", "--set", "handläggare=Anna Ek")
    text = (place / "cases/ny.yaml").read_text(encoding="utf-8")

    assert 'rubrik: "Taxa: en ny"' in text
    assert "handläggare: Anna Ek" in text


def test_a_new_file_never_replaces_another(place: Path, memogen: Command) -> None:
    before = (place / "cases/taxa.yaml").read_bytes()

    assert memogen("new", "ärende", "cases/taxa.yaml").code == 4
    assert (place / "cases/taxa.yaml").read_bytes() == before


def test_an_empty_folder_gets_advice_not_a_traceback(
    tmp_path: Path, memogen: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = memogen("check")

    assert result.code == 2
    assert "memogen init" in result.err


def test_colour_follows_the_option_and_no_color(place: Path, memogen: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    rewrite(place / "cases/taxa.yaml", "anta taxa för uteserveringar", "anta taxa enligt ärendets bilaga 3")

    assert "\x1b[" in memogen("check", "--color", "always").out
    assert "\x1b[" not in memogen("check").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in memogen("check", "--color", "auto").out


def test_no_half_written_file_is_left_when_a_write_fails(place: Path, memogen: Command) -> None:
    target = place / "output/KS-2026-00123"
    target.parent.mkdir()
    target.write_bytes(b"en fil i vagen")

    assert memogen("render").code == 4
    left = [path for path in (place / "output").rglob("*") if path.is_file() and path != target]
    assert left == []


MEETING = """\
typ: sammanträde
organ: Kommunstyrelsen
datum: {day}
tid: 13.00
plats: Kommunhuset
ordförande: Anna Ek (S)
sekreterare: Lina Dahl
justerare: [Bo Ask (M)]
ledamöter: [Anna Ek (S), Bo Ask (M), Eva Lind (S), Per Holm (C), Ove Berg (S), Mia Falk (V), Kurt Ros (S)]
paragrafer:
  - ärende: KS-2026-00123
    yrkanden: [Anna Ek (S) yrkar bifall till förslaget.]
    beslutsgång: Ordföranden finner att kommunstyrelsen bifaller förslaget.
  - rubrik: Information om budgeten
    typ: information
    text: Ekonomichefen informerar.
"""


def test_a_meeting_makes_all_its_documents_and_the_year_its_register(place: Path, memogen: Command) -> None:
    (place / "cases/mote.yaml").write_text(MEETING.format(day="2026-04-14"), encoding="utf-8")

    result = memogen("render", "cases/mote.yaml")

    assert result.code == 0, result.err
    assert result.out.split() == [
        "output/KS-2026-04-14/kallelse.docx",
        "output/KS-2026-04-14/protokoll.docx",
        "output/KS-2026-04-14/anslagsbevis.docx",
        "output/KS-2026-04-14/utdrag/paragraf-1_KS-2026-00123.docx",
        "output/KS-2026-04-14/utdrag/paragraf-2.docx",
        "output/KS-2026.register.csv",
        "output/KS-2026.register.docx",
    ]


def test_a_register_that_says_what_it_said_is_not_written_again(place: Path, memogen: Command) -> None:
    meeting = place / "cases/mote.yaml"
    meeting.write_text(MEETING.format(day="2026-04-14"), encoding="utf-8")
    memogen("render")
    made = [place / "output/KS-2026.register.csv", place / "output/KS-2026.register.docx"]
    before = [path.stat().st_ino for path in made]
    rewrite(meeting, "Kommunhuset", "Folkets hus")

    result = memogen("render", "-v")

    assert (result.code, [path.stat().st_ino for path in made]) == (0, before)
    assert "oförändrad: output/KS-2026.register.csv" in result.err
    made[0].unlink()
    assert "oförändrad: output/KS-2026.register.csv" not in memogen("render", "-v").err
    assert made[0].is_file()


def test_a_meeting_is_told_when_two_cases_have_the_number_that_it_names(place: Path, memogen: Command) -> None:
    (place / "cases/mote.yaml").write_text(MEETING.format(day="2026-04-14"), encoding="utf-8")
    assert "RE03" not in memogen("check", "cases/mote.yaml").out
    (place / "cases/taxa-igen.yaml").write_text((place / "cases/taxa.yaml").read_text("utf-8"), encoding="utf-8")

    result = memogen("check", "--format", "concise", "cases/mote.yaml")

    assert 'RE03 flera ärenden har diarienumret KS-2026-00123; texten hämtas ur "cases/taxa-igen.yaml"' in result.out


def test_paragraphs_go_on_from_the_organs_meeting_before(place: Path, memogen: Command) -> None:
    (place / "cases/b.yaml").write_text(MEETING.format(day="2026-04-14"), encoding="utf-8")
    (place / "cases/a.yaml").write_text(MEETING.format(day="2026-05-12"), encoding="utf-8")
    (place / "cases/c.yaml").write_text(MEETING.format(day="2027-01-12"), encoding="utf-8")

    result = memogen("render", "--only", "utdrag")

    assert re.findall(r"KS-(\d{4}-\d\d)-\d\d/utdrag/paragraf-(\d+)", result.out) == [
        ("2026-05", "3"),
        ("2026-05", "4"),
        ("2026-04", "1"),
        ("2026-04", "2"),
        ("2027-01", "1"),
        ("2027-01", "2"),
    ]


def test_a_new_earlier_meeting_moves_the_numbers_of_the_later_one(place: Path, memogen: Command) -> None:
    (place / "cases/a.yaml").write_text(MEETING.format(day="2026-05-12"), encoding="utf-8")
    memogen("render")
    (place / "cases/b.yaml").write_text(MEETING.format(day="2026-04-14"), encoding="utf-8")

    result = memogen("render", "cases/a.yaml")

    assert "KS-2026-05-12/utdrag/paragraf-3_KS-2026-00123.docx" in result.out


def test_two_meetings_of_one_organ_on_one_day_never_share_a_file(place: Path, memogen: Command) -> None:
    (place / "cases/a.yaml").write_text(MEETING.format(day="2026-05-12"), encoding="utf-8")
    (place / "cases/b.yaml").write_text(MEETING.format(day="2026-05-12"), encoding="utf-8")

    made = memogen("render", "cases/a.yaml", "cases/b.yaml").out.split()

    assert len(made) == len(set(made))
    assert "output/KS-2026-05-12_b/protokoll.docx" in made
    assert "KS-2026-05-12_b/utdrag/paragraf-3_KS-2026-00123.docx" in (place / "output/KS-2026.register.csv").read_text(
        "utf-8"
    )


def test_a_new_meeting_takes_up_the_cases_that_are_waiting(place: Path, memogen: Command) -> None:
    memogen("new", "sammanträde", "cases/ny.yaml", "--set", "organ=KSAU", "--set", "datum=2026-04-01")
    text = (place / "cases/ny.yaml").read_text(encoding="utf-8")
    again = memogen("new", "sammanträde", "cases/ny2.yaml", "--set", "organ=KSAU", "--set", "datum=2026-04-15")

    assert "  - ärende: KS-2026-00123    # Taxa för uteserveringar 2027" in text
    assert again.code == 0
    assert "KS-2026-00123" not in (place / "cases/ny2.yaml").read_text(encoding="utf-8")


def test_the_summary_says_why_each_file_was_refused(place: Path, memogen: Command) -> None:
    (place / "cases/a.yaml").write_text("rubrik: [", encoding="utf-8")
    rewrite(place / "cases/taxa.yaml", "anta taxa för uteserveringar", "anta taxa enligt ärendets bilaga 3")

    result = memogen("render", "-qq")
    told = memogen("render").err.splitlines()[-3:]

    assert result.err == ""
    assert told[0] == "0 dokument gjordes, 2 filer har fel och gjordes inte."
    assert [line.split(":")[0] for line in told[1:]] == ["  cases/a.yaml", "  cases/taxa.yaml"]
    assert "rad 8: BE09 bilaga 3 finns inte" in told[2]


def test_what_one_run_left_out_is_made_by_the_next(place: Path, memogen: Command) -> None:
    (place / "cases/mote.yaml").write_text(MEETING.format(day="2026-04-14"), encoding="utf-8")

    first = memogen("render", "--only", "kallelse", "cases/mote.yaml")
    second = memogen("render", "--only", "protokoll", "cases/mote.yaml")
    third = memogen("render", "--only", "kallelse", "--only", "protokoll", "-v", "cases/mote.yaml")
    whole = memogen("render", "cases/mote.yaml")
    again = memogen("render", "--only", "anslagsbevis", "-v", "cases/mote.yaml")

    assert first.out == "output/KS-2026-04-14/kallelse.docx\n"
    assert second.out == "output/KS-2026-04-14/protokoll.docx\n"
    assert "oförändrad" in third.err
    assert len(whole.out.split()) == 7
    assert (again.out, "oförändrad" in again.err) == ("output/KS-2026-04-14/anslagsbevis.docx\n", True)


def test_a_template_of_the_workspaces_own_is_used_as_soon_as_it_is_there(place: Path, memogen: Command) -> None:
    memogen("render")
    (place / "templates").mkdir()
    with zipfile.ZipFile(shipped("templates", "tjansteskrivelse.docx")) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"{{ mottagare }}", b"Till {{ mottagare }}")
    with zipfile.ZipFile(place / "templates/tjansteskrivelse.docx", "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)

    memogen("render")

    with zipfile.ZipFile(place / DOCX) as package:
        assert "Till Kommunstyrelsen" in package.read("word/document.xml").decode()


def test_a_fault_of_memogens_own_costs_one_file_and_says_so(
    place: Path, memogen: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = place / "cases/taxa.yaml"
    (place / "cases/a.yaml").write_bytes(sound.read_bytes())
    make = pipeline.make

    def faulty(path: Path, *rest: object) -> object:
        return make(path, *rest) if path.name == "taxa.yaml" else {}["finns inte"]  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "make", faulty)
    result = memogen("render", "-vv")

    assert result.code == 70
    assert "ett fel i memogen (KeyError)" in result.err
    assert "Traceback" in result.err
    assert result.out == "output/KS-2026-00123/tjansteskrivelse_taxa.docx\n"


def test_a_run_that_is_stopped_before_anything_is_made_has_its_report(
    place: Path, memogen: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "prepare", stopped)

    assert memogen("render", "--report", "rapport.json").code == 130
    assert json.loads((place / "rapport.json").read_bytes())["items"] == []


@pytest.mark.parametrize(
    ("lacking", "told"),
    [
        (MemoryError(), "datorns minne räcker inte"),
        (OSError(errno.EMFILE, ""), "för många filer är öppna på en gång"),
        (BlockingIOError(errno.EAGAIN, ""), "datorn startar inga fler processer"),
    ],
)
@pytest.mark.parametrize("where", ["make", "prepare"])
def test_what_the_machine_has_no_more_of_is_no_fault_of_memogens(
    place: Path, memogen: Command, monkeypatch: pytest.MonkeyPatch, lacking: Exception, told: str, where: str
) -> None:
    def lacks(*_: object) -> None:
        raise lacking

    monkeypatch.setattr(pipeline, where, lacks)
    result = memogen("render")

    assert (result.code, result.out, (place / DOCX).exists()) == (3, "", False)
    assert f"fel: {told}\n  = hjälp: " in result.err


@pytest.mark.parametrize(
    ("named", "fault"), [("templates/saknas.docx", "finns inte"), ("../utanför.docx", "ligger utanför arbetsytan")]
)
def test_a_template_that_the_profile_names_and_that_is_not_there_is_told_at_its_line(
    place: Path, memogen: Command, named: str, fault: str
) -> None:
    profile = place / "memogen.yaml"
    profile.write_text(f"{profile.read_text(encoding='utf-8')}mallar:\n  tjänsteskrivelse: {named}\n", encoding="utf-8")

    checked = memogen("check", "--format", "concise")
    rendered = memogen("render", "--report", "rapport.json")

    assert checked.code == rendered.code == 1
    assert checked.out == f'memogen.yaml:7:21: fel PF03 mallen "{named}" {fault}\n'
    (item,) = json.loads((place / "rapport.json").read_bytes())["items"]
    assert [diagnostic["code"] for diagnostic in item["diagnostics"]] == ["PF03"]


def test_a_case_that_cites_a_paragraph_its_minutes_do_not_have_is_told(place: Path, memogen: Command) -> None:
    (place / "cases/mote.yaml").write_text(MEETING.format(day="2026-04-14"), encoding="utf-8")
    rewrite(
        place / "cases/taxa.yaml", "behöver ändras.", "behöver ändras. Kommunstyrelsen beslutade den 14 april 2026 § 9."
    )

    result = memogen("check", "--format", "concise", "cases/taxa.yaml")

    assert "UL07 § 9 finns inte i protokollet den 2026-04-14, som slutar med § 2" in result.out


def test_a_case_may_cite_the_first_of_two_meetings_of_a_day(place: Path, memogen: Command) -> None:
    for name in ("mote", "mote-extra"):
        (place / f"cases/{name}.yaml").write_text(MEETING.format(day="2026-04-14"), encoding="utf-8")
    for number, told in (("1", False), ("4", False), ("5", True)):
        taxa = place / "cases/taxa.yaml"
        before = taxa.read_text(encoding="utf-8")
        rewrite(taxa, "behöver ändras.", f"behöver ändras. Kommunstyrelsen beslutade den 14 april 2026 § {number}.")

        result = memogen("check", "--format", "concise", "cases/taxa.yaml")

        assert ("UL07" in result.out) is told
        taxa.write_text(before, encoding="utf-8")


def test_common_options_may_stand_before_the_commands_name(
    place: Path, memogen: Command, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("annan"))

    result = memogen("-v", "--workspace", str(place), "render")

    assert (result.code, result.out) == (0, f"{place / DOCX}\n")
    assert "oförändrad" in memogen("--workspace", str(place), "-v", "render").err
    assert memogen("--quiet", "render", "--workspace", str(place), "-qq").err == ""
    assert memogen("--workspace", str(place), "template", "-q", "check").err == ""


@pytest.mark.parametrize("command", [(), ("check",), ("template",), ("template", "fields"), ("new",), ("-q", "render")])
@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told_wherever_it_is_asked_for(memogen: Command, command: tuple[str, ...], option: str) -> None:
    result = memogen(*command, option)

    assert (result.code, result.out, result.err) == (0, f"memogen {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chek",), 'kommandot "chek" finns inte\n  = hjälp: menade du "check"?'),
        (("template", "field"), 'menade du "fields"?'),
        (("hjälp",), "välj bland archive, check"),
    ],
)
def test_a_command_that_does_not_exist_is_told_with_the_one_that_was_meant(
    memogen: Command, arguments: tuple[str, ...], told: str
) -> None:
    result = memogen(*arguments)

    assert result.code == 2
    assert told in result.err


@pytest.mark.parametrize("arguments", [("--color", "always", "check", "nej"), ("check", "nej", "--color=always")])
def test_a_refusal_is_coloured_as_the_option_says(memogen: Command, arguments: tuple[str, ...]) -> None:
    assert "\x1b[31m" in memogen(*arguments).err
    assert "\x1b" not in memogen(*(word.replace("always", "never") for word in arguments)).err


def test_a_new_meeting_leaves_out_a_case_that_nobody_has_filled_in(place: Path, memogen: Command) -> None:
    memogen("new", "ärende", "cases/ny.yaml")

    assert memogen("new", "sammanträde", "cases/mote.yaml", "--set", "organ=Kommunstyrelsen").code == 0

    written = (place / "cases" / "mote.yaml").read_text(encoding="utf-8")
    assert "ärende: KS-2026-00123" in written
    assert "[skriv diarienumret]" not in written


def test_a_place_that_cannot_be_written_in_is_told_without_options_that_the_command_does_not_have(
    place: Path, memogen: Command
) -> None:
    (place / "fil").write_bytes(b"")

    result = memogen("init", "fil/under")

    assert result.code == 4
    assert "--out" not in result.err


def test_a_number_that_no_meeting_can_begin_with_is_told_and_the_next_meeting_goes_on(
    place: Path, memogen: Command
) -> None:
    faulty = MEETING.format(day="2026-04-14") + f"första paragraf: {'9' * 5000}\n"
    (place / "cases/a.yaml").write_text(faulty, encoding="utf-8")
    (place / "cases/b.yaml").write_text(MEETING.format(day="2026-05-12"), encoding="utf-8")

    result = memogen("render", "-q")

    assert result.code == 1
    assert "VA03" in result.err
    assert "KS-2026-05-12/utdrag/paragraf-3_KS-2026-00123.docx" in result.out


@pytest.mark.parametrize("command", [("new", "sammanträde"), ("template", "fields")])
def test_a_faulty_profile_is_told_at_its_line_by_every_command(
    place: Path, memogen: Command, command: tuple[str, ...]
) -> None:
    with (place / "memogen.yaml").open("a", encoding="utf-8") as profile:
        profile.write("partie: [S]\n")

    result = memogen(*command)

    assert (result.code, result.out) == (1, "")
    assert " --> memogen.yaml:6:1" in result.err


@pytest.mark.parametrize("below", ["", "KS-2026-00123"])
def test_documents_are_never_laid_in_an_archive(place: Path, memogen: Command, below: str) -> None:
    archive = place / "output" / "arkiv"
    (archive / "KS-2026-00123").mkdir(parents=True)
    (archive / "kedja.json").write_text("{}", encoding="utf-8")

    result = memogen("render", "--out", str(archive / below))

    assert result.code == 2
    assert "är ett arkiv" in result.err
    assert not list(archive.rglob("*.docx"))
