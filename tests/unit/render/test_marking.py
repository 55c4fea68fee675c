"""The findings as comments in Word: each at its place, and the rest of the template as it was."""

from __future__ import annotations

import io
import zipfile
from typing import Final

import pytest
from lxml import etree

from memogen.artifacts.catalogue import fields
from memogen.render.review.marking import marked
from memogen.render.review.shapes import of_fields
from memogen.render.review.whole import findings
from tests.mallar.building import BASE, changed, p, run, template
from tests.mallar.faulty import FAULTY, Faulty

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KNOWN = of_fields(fields("tjansteskrivelse"))
UNREADABLE = {"DOCTYPE", "ingen docx-fil", "trasig brödtext"}


def review(data: bytes) -> bytes:
    return marked(data, findings(data, "tjansteskrivelse", KNOWN))


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def words(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def around(data: bytes) -> str:
    """The words between the ends of the first comment."""
    inside, found = False, []
    for element in part(data, "word/document.xml").iter("*"):
        inside = inside or element.tag == f"{W}commentRangeStart"
        if element.tag == f"{W}commentRangeEnd":
            break
        if inside and element.tag == f"{W}t":
            found.append(element.text or "")
    return "".join(found)


@pytest.mark.parametrize("faulty", [one for one in FAULTY if one.what not in UNREADABLE], ids=lambda one: one.what)
def test_every_finding_is_a_comment_with_its_anchor(faulty: Faulty) -> None:
    data = faulty.make()
    found = findings(data, "tjansteskrivelse", KNOWN)
    result = marked(data, found)
    document = part(result, "word/document.xml")
    mine = [one for one in part(result, "word/comments.xml") if one.get(f"{W}author") == "memogen"]

    assert len(mine) == len(found)
    for comment, one in zip(mine, found, strict=True):
        assert one.code in words(comment)
        assert one.message in words(comment)
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            ids = [mark.get(f"{W}id") for mark in document.iter(f"{W}{name}")]
            assert ids.count(comment.get(f"{W}id")) == 1


def test_a_comment_stands_around_the_tag_that_is_wrong() -> None:
    data = template(p("Dnr ", "{{ diarienumer }}", " och mer"))

    assert around(review(data)) == "{{ diarienumer }}"


def test_what_is_wrong_in_a_header_is_told_on_the_first_paragraph_with_the_part() -> None:
    result = review(template(first=p("{{ logotyp2 }}", style="Header")))

    assert around(result) == "{{ dokumenttyp }}"
    assert "Plats: sidhuvudet på första sidan" in words(part(result, "word/comments.xml"))


def test_what_is_wrong_in_a_footnote_is_told_at_its_mark() -> None:
    result = review(template(p("före") + p("{{ datum }}"), footnote=p("{{ datun }}", style="FootnoteText")))
    document = part(result, "word/document.xml")
    (start,) = document.iter(f"{W}commentRangeStart")
    holder = start.getparent()

    assert holder is not None
    assert next(holder.iter(f"{W}footnoteReference"), None) is not None


def test_the_same_template_gives_the_same_bytes() -> None:
    data = template(p("{{ datun }}"))

    assert review(data) == review(data)


def test_the_words_of_the_template_are_as_they_were() -> None:
    data = template(p("{{ datun }}") + f"<w:p>{run('slut')}</w:p>")
    before, after = (words(part(one, "word/document.xml")) for one in (data, review(data)))

    assert after == before


def test_what_is_no_docx_is_not_marked() -> None:
    assert review(b"inte en zip") == b""


def test_a_sound_template_with_a_wrong_language_takes_its_comment_too() -> None:
    assert BASE.is_file()
    english = next(one for one in FAULTY if one.code == "MT01")

    assert "MT01" in words(part(review(english.make()), "word/comments.xml"))


def test_the_copy_of_a_word_template_opens_as_the_document_that_its_name_says() -> None:
    def as_template(members: dict[str, str]) -> None:
        types = members["[Content_Types].xml"]
        members["[Content_Types].xml"] = types.replace("document.main+xml", "template.main+xml")

    copy = review(changed(template(p("{{ diarienumer }}")), as_template))

    assert "template.main+xml" not in etree.tostring(part(copy, "[Content_Types].xml"), encoding="unicode")
