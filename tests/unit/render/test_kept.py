"""What is read out of a template is kept between runs; whatever is wrong with it, the document is the same."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from memogen import render
from memogen.errors import Rejected
from memogen.render import library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memogen.diagnostics import Diagnostic
    from tests.unit.render.conftest import Desk

FIELDS = {"rubrik": "Taxa & avgift", "lista": ["a", "b"]}
BODY = "{{ rubrik }}{% for x in lista %}, {{ x }}{% endfor %}"
WORDS = ["Taxa & avgift, a, b"]
AS_THE_NEXT_RUN = """
import sys
from pathlib import Path
from memogen import render
from memogen.artifacts import Memo
data = render.docx(Memo("tjansteskrivelse", "Titel", {"rubrik": "Taxa"}), Path(sys.argv[1])).data
assert render.text(data) == ["Taxa"]
print("docxtpl" in sys.modules)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "memogen" / "mallar"


def made(desk: Desk, body: str = BODY, **fields: Any) -> bytes:  # noqa: ANN401 - as a memo's
    """The document, as a process makes it that has not seen the template before."""
    if not desk.path.exists():
        desk.template(desk.p(body))
    library.forget()
    return render.docx(desk.memo(**(fields or FIELDS)), desk.path).data


def poured(desk: Desk) -> list[str]:
    return render.text(made(desk))


def refused(desk: Desk, body: str = BODY, **fields: Any) -> tuple[Diagnostic, ...]:  # noqa: ANN401 - as a memo's
    with pytest.raises(Rejected) as caught:
        made(desk, body, **fields)
    return caught.value.diagnostics


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_a_template_that_is_kept_gives_the_same_bytes(desk: Desk, folder: Path) -> None:
    first = made(desk)
    assert only_file(folder).suffix == ".json"
    assert made(desk) == first


def test_the_next_run_does_without_docxtpl(desk: Desk, folder: Path) -> None:
    template = desk.template(desk.p("{{ rubrik }}"))
    command = [sys.executable, "-c", AS_THE_NEXT_RUN, str(template)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder.parent.parent)}
    runs = [
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout for _ in range(2)
    ]
    assert runs == ["True\n", "False\n"]


def test_a_fault_is_told_as_before(desk: Desk, folder: Path) -> None:
    first = refused(desk, "Hej {{ rubrik }} {{ rubrikk }}")
    assert only_file(folder)
    assert refused(desk) == first


def test_a_template_with_faults_is_not_kept(desk: Desk, folder: Path) -> None:
    refused(desk, "{{ rubrik|safe }}")
    assert not folder.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x80\x04K\x01.",
        b"null",
        b"[]",
        b"{}",
        b'{"format": 1, "parts": {"word/document.xml": ["x", []]}}',
        b'{"format": 1, "parts": {"word/document.xml": ["x"]}}',
        b'{"format": 1, "parts": {"word/document.xml": ["x", [["a", "1", "b", "c"]]]}}',
        b'{"format": 1, "parts": {"word/document.xml": [7, [["a", 1, "b", "c"]]]}}',
        b'{"format": 1, "parts": []}',
        b'{"format": 0, "parts": {}}',
        b"[" * 100_000,
    ],
)
def test_a_file_that_says_something_else_is_not_used(desk: Desk, folder: Path, content: bytes) -> None:
    poured(desk)
    only_file(folder).write_bytes(content)
    assert poured(desk) == WORDS


def forged(path: Path) -> None:
    """Put other words into what is kept."""
    kept: dict[str, Any] = json.loads(path.read_bytes())
    text, spots = kept["parts"]["word/document.xml"]
    kept["parts"]["word/document.xml"] = [re.sub(r"\{\{ rubrik", "{{ lista[0] }}{{ rubrik", text), spots]
    path.write_text(json.dumps(kept), encoding="utf-8")


def opened(folder: Path) -> None:
    folder.chmod(0o750)


def linked(folder: Path) -> None:
    folder.rename(folder.with_name("annan"))
    folder.symlink_to("annan", target_is_directory=True)


def replaced_by_a_link(folder: Path) -> None:
    path = only_file(folder)
    path.rename(folder.parent / "fil")
    path.symlink_to(folder.parent / "fil")


def replaced_by_a_pipe(folder: Path) -> None:
    path = only_file(folder)
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("change", [opened, linked, replaced_by_a_link, replaced_by_a_pipe])
def test_what_others_may_have_written_is_not_used(desk: Desk, folder: Path, change: Callable[[Path], None]) -> None:
    poured(desk)
    forged(only_file(folder))
    assert poured(desk) != WORDS
    change(folder)
    assert poured(desk) == WORDS


@pytest.mark.parametrize(
    "attack",
    ["{{ ''.__class__ }}", "{{ rubrik|attr('__class__') }}", "{% include '/etc/passwd' %}", "{{ lipsum.__globals__ }}"],
)
def test_what_is_kept_goes_through_the_same_checks_as_a_template(desk: Desk, folder: Path, attack: str) -> None:
    poured(desk)
    path = only_file(folder)
    kept = json.loads(path.read_bytes())
    kept["parts"]["word/document.xml"][0] = kept["parts"]["word/document.xml"][0].replace("<w:t", f"{attack}<w:t", 1)
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert {fault.code for fault in refused(desk)} == {"MA09"}


def test_where_nothing_can_be_kept_documents_are_made_all_the_same(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fil").write_bytes(b"")
    for place in (str(tmp_path / "fil"), "/dev/null", "relativ", ""):
        monkeypatch.setenv("XDG_CACHE_HOME", place)
        monkeypatch.setenv("HOME", place)
        assert poured(desk) == WORDS


def test_no_more_than_a_handful_is_kept(desk: Desk, folder: Path) -> None:
    for number in range(70):
        desk.pour(desk.p(f"{{{{ rubrik }}}} {number}"), FIELDS)
    assert len([*folder.iterdir()]) == 64
