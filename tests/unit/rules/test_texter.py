from __future__ import annotations

import pytest

from memogen.model.arende import Arende
from memogen.rules.texter import Text, bare, running_texts, texts

CASE = Arende.model_validate(
    {
        "rubrik": "Taxa",
        "datum": "2026-03-12",
        "diarienummer": "KS-2026-00123",
        "handlaggare": [{"namn": "Anna Ek", "telefon": "0123-456 78"}],
        "forslag_till_beslut": ["anta taxan"],
        "avsnitt": {"arendet": "Hamnen är full."},
        "bilagor": [{"titel": "Taxan", "fil": "taxa.pdf"}],
    }
)


def test_every_text_is_given_with_the_way_to_it_in_the_file() -> None:
    assert {text.path: text.value for text in texts(CASE)} == {
        ("rubrik",): "Taxa",
        ("handlaggare", 0, "namn"): "Anna Ek",
        ("forslag_till_beslut", 0, "att", 0, "text"): "anta taxan",
        ("arendet",): "Hamnen är full.",
        ("bilagor", 0, "titel"): "Taxan",
    }


def test_running_text_has_no_names_and_titles() -> None:
    assert [text.value for text in running_texts(CASE)] == ["anta taxan", "Hamnen är full."]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("anta taxan", "anta taxan"),
        ("att anta taxan,", "anta taxan"),
        ("**att** anta taxan, samt", "anta taxan"),
        ("Att anta taxan samt", "anta taxan"),
        ("anta taxan.", "anta taxan"),
        ("attestera fakturan", "attestera fakturan"),
        ("att", ""),
    ],
)
def test_a_point_is_bare_without_att_and_punctuation(written: str, expected: str) -> None:
    assert bare(written) == expected


def test_markup_is_masked_and_offsets_stay() -> None:
    text = Text(("x",), 'Se [sidan](https://a.example "T") och 1-2.')
    assert text.without_markup().value == "Se " + " " * 30 + " och 1-2."


def test_sentences_end_at_full_stops_and_paragraphs_but_not_at_abbreviations() -> None:
    text = Text(("x",), "Enligt 2 kap. 1 § gäller det. Nästa mening\n\nNytt stycke")
    assert [text.value[start : start + len(one)] for start, one in text.sentences()] == [
        "Enligt 2 kap. 1 § gäller det.",
        "Nästa mening",
        "Nytt stycke",
    ]
