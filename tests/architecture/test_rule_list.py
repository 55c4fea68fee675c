from __future__ import annotations

import re
from pathlib import Path

import pytest

from memogen import rules
from memogen.rules.forklaring import handbook

ROOT = Path(__file__).parents[2]
SPECIFICATIONS = [path for path in sorted((ROOT / "tests/spec").glob("*.md")) if path.name != "README.md"]
CHECKED = [rule.code for rule in rules.every() if rule.check is not None]
SECTION = re.compile(r"^## (?P<heading>[^\n]*)\n(?P<body>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def expectations(code: str) -> list[str]:
    """What the check blocks under the headings that name the code hold."""
    sections = (found for path in SPECIFICATIONS for found in SECTION.finditer(path.read_text(encoding="utf-8")))
    bodies = (found["body"] for found in sections if code in found["heading"].split())
    return [block for body in bodies for block in re.findall(r"^```check\n(.*?)^```$", body, re.MULTILINE | re.DOTALL)]


def test_the_rule_list_of_the_handbook_is_in_step() -> None:
    written = (ROOT / "docs/regler.md").read_text(encoding="utf-8")
    assert written == handbook(rules.every()), "kör: python -m memogen.rules > docs/regler.md"


@pytest.mark.parametrize("code", [rule.code for rule in rules.every()])
def test_every_rule_is_in_the_rule_list(code: str) -> None:
    assert handbook(rules.every()).count(f"### {code} ") == 1


@pytest.mark.parametrize("code", [rule.code for rule in rules.every()])
def test_every_rule_is_explained_in_full(code: str) -> None:
    rule = rules.by_code(code)
    assert rule is not None
    assert all((rule.title, rule.what, rule.why, rule.example, rule.instead))
    assert rule.what.endswith(".")
    assert rule.why.endswith(".")
    assert not rule.title.endswith(".")


@pytest.mark.parametrize("code", CHECKED)
def test_every_rule_has_an_example_with_a_remark_and_one_without(code: str) -> None:
    found = expectations(code)
    assert any(f" {code} " in block for block in found)
    assert any(f" {code} " not in block for block in found)


@pytest.mark.parametrize("code", CHECKED)
def test_a_rule_has_a_module_of_its_own_named_by_code_and_fault(code: str) -> None:
    rule = rules.by_code(code)
    assert rule is not None
    assert rule.check is not None
    assert rule.check.__module__.rsplit(".", 1)[1].startswith(f"{code.lower()}_")


def test_every_code_that_the_source_gives_is_explained() -> None:
    given = {
        code
        for path in (ROOT / "src").rglob("*.py")
        for code in re.findall(r'"([A-Z]{2}[0-9]{2})"', path.read_text(encoding="utf-8"))
    }
    assert given <= {rule.code for rule in rules.every()}
