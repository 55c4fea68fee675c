"""Mending a template: what has one answer is mended and told, and no word is touched."""

from __future__ import annotations

import io
import zipfile
from typing import Final

import docx
import pytest
from lxml import etree

from memogen.artifacts.catalogue import fields
from memogen.render.review.fixing import mended
from memogen.render.review.shapes import of_fields
from memogen.render.review.whole import findings
from tests.mallar.building import p, table, template
from tests.mallar.faulty import FAULTY

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KNOWN = of_fields(fields("tjansteskrivelse"))


def codes(data: bytes) -> set[str]:
    return {one.code for one in findings(data, "tjansteskrivelse", KNOWN)}


def words(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
        roots = {name: etree.fromstring(package.read(name)) for name in names}
    return {name: "".join(node.text or "" for node in root.iter(f"{W}t")) for name, root in roots.items()}


@pytest.mark.parametrize(
    ("code", "said"), [("MT01", "svenska"), ("MT02", "titeln"), ("MT04", "rubrikrad"), ("MT11", "punkterna")]
)
def test_what_has_one_answer_is_mended_and_told(code: str, said: str) -> None:
    data = next(one for one in FAULTY if one.code == code).make()
    result, done = mended(data, "tjänsteskrivelse")

    assert code in codes(data)
    assert said in " ".join(done)
    assert code not in codes(result)
    assert words(result) == words(data)


def test_a_first_row_of_plain_words_becomes_the_header_row() -> None:
    data = template(table(("Namn", "Titel"), ("{{ datum }}", "x"), header=False))
    result, _ = mended(data, "x")

    assert "MT04" in codes(data)
    assert "MT04" not in codes(result)


def test_a_first_row_with_tags_may_be_anything_and_is_left() -> None:
    data = template(table(("{{ datum }}", "Titel"), ("a", "b"), header=False))

    assert mended(data, "x") == (data, ())


def test_a_sound_template_is_left_as_it_is() -> None:
    data = template(p("{{ datum }}"))

    assert mended(data, "x") == (data, ())


def test_a_template_made_in_an_english_word_is_mended_in_all_its_parts() -> None:
    document = docx.Document()
    document.add_heading("{{ rubrik }}", 1)
    stream = io.BytesIO()
    document.save(stream)
    result, done = mended(stream.getvalue(), "remiss")

    assert {"MT01", "MT11"} <= codes(stream.getvalue())
    assert not {"MT01", "MT02", "MT11"} & codes(result)
    assert len(done) >= 2
    with zipfile.ZipFile(io.BytesIO(result)) as package:
        assert "word/stylesWithEffects.xml" not in package.namelist()
