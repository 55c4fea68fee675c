"""The chapter on the profile names every key, every section and every line, and its examples are sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from memogen import load, validate
from memogen.model.profil import Profil
from memogen.model.rubriker import AVSNITT, ETIKETTER, UPPGIFTER
from memogen.validate.keys import fields, submodel, titles

CHAPTER = (Path(__file__).parents[2] / "docs" / "profil.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", CHAPTER, re.MULTILINE | re.DOTALL)
HEADINGS_ALONE = {"text": "text", "relaterade_dokument": "relaterade dokument", "relaterade": "relaterade"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.split(":")[0] + str(len(text)))
def test_an_example_is_a_sound_piece_of_a_profile(tmp_path: Path, example: str) -> None:
    path = tmp_path / "memogen.yaml"
    path.write_text(example if "kommun:" in example else f"kommun: Lommarviks kommun\n{example}", encoding="utf-8")
    made, remarks = validate.profil(load.case_file(path))
    assert made is not None
    assert remarks == ()


def test_every_key_of_the_profile_is_named() -> None:
    models = [Profil, *filter(None, map(submodel, fields(Profil).values()))]
    named = {title for model in models for title in titles(model).values()}
    assert {title for title in named if not re.search(rf"(?<![\w-]){re.escape(title)}(?![\w-])", CHAPTER)} == set()


def test_every_section_and_every_line_of_the_head_is_named() -> None:
    sections = {
        HEADINGS_ALONE.get(key, heading.lower()) for usual in AVSNITT.values() for key, heading in usual.items()
    }
    # Three sections are known by another name than their heading.
    sections -= {"tidigare beslut", "översänds till", "minoritetens begäran"}
    lines = {name.lower() for names in UPPGIFTER.values() for name in names}
    assert {name for name in sections | lines if f"`{name}`" not in CHAPTER} == set()


def test_every_label_that_can_be_reworded_is_named() -> None:
    labels = {name.lower() for name in ETIKETTER}
    # Three labels are known by a shorter name than the one that they usually have.
    labels -= {"normerande styrdokument", "beslutande ledamöter", "justeringens plats och tid"}
    assert {name for name in labels if f"`{name}`" not in CHAPTER} == set()
