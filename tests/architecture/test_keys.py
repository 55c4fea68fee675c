"""The handbook names every key that a person may write."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from memogen.model.profil import Profil
from memogen.validate.keys import fields, submodel, titles
from memogen.validate.kind import KINDS

if TYPE_CHECKING:
    from memogen.model.grund import Grund

HANDBOOK = (Path(__file__).parents[2] / "docs" / "handledning.md").read_text(encoding="utf-8")
FENCES = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPANS = re.compile(r"`([^`]+)`")
CODE = "\n".join([*FENCES.findall(HANDBOOK), *SPANS.findall(FENCES.sub("", HANDBOOK))])


def models(*tops: type[Grund]) -> list[type[Grund]]:
    """The models themselves and all that they hold."""
    found = list(dict.fromkeys(tops))
    for model in found:
        held = filter(None, map(submodel, fields(model).values()))
        found += (one for one in dict.fromkeys(held) if one not in found)
    return found


@pytest.mark.parametrize(
    "model", models(Profil, *(kind.model for kind in KINDS.values())), ids=lambda one: one.__name__
)
def test_every_key_is_in_the_handbook_as_people_write_it(model: type[Grund]) -> None:
    named = {title for title in titles(model).values() if re.search(rf"(?<![\w-]){re.escape(title)}(?![\w-])", CODE)}
    assert set(titles(model).values()) - named == set()
