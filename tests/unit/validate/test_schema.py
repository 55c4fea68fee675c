from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from memogen import validate

SHIPPED = sorted((Path(validate.__file__).parents[1] / "shipped").rglob("*.yaml"))
SAMPLES = sorted((Path(__file__).parents[3] / "cases").rglob("*.yaml"))

TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "null": type(None),
    "object": dict,
    "array": list,
}


def _faults(value: Any, schema: dict[str, Any], path: str = "") -> list[str]:  # noqa: ANN401 - any JSON value
    """What is wrong by the part of JSON Schema that memogen's schemas use."""
    if "anyOf" in schema:
        tries = [_faults(value, one, path) for one in schema["anyOf"]]
        return [] if any(not faults for faults in tries) else min(tries, key=len)
    if "const" in schema:
        return [] if value == schema["const"] else [f"{path}: {value!r}"]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{path}: {value!r}"]
    wanted = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    if not any(isinstance(value, TYPES[one]) for one in wanted):
        return [f"{path}: {value!r} is not {wanted}"]
    if isinstance(value, list):
        return [fault for item in value for fault in _faults(item, schema["items"], f"{path}[]")]
    return _faults_of_keys(value, schema, path) if isinstance(value, dict) else []


def _faults_of_keys(value: dict[str, Any], schema: dict[str, Any], path: str) -> list[str]:
    found = [f"{path}/{key} is missing" for key in schema.get("required", []) if key not in value]
    for key, inner in value.items():
        below = schema.get("properties", {}).get(key, schema["additionalProperties"])
        found += [f"{path}/{key} is not known"] if below is False else _faults(inner, below, f"{path}/{key}")
    return found


def _as_an_editor_reads(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)  # noqa: TID251 - the test is about YAML's own types
    return read


def _plain(value: Any) -> Any:  # noqa: ANN401 - any YAML value
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


@pytest.mark.parametrize("path", [*SHIPPED, *SAMPLES], ids=str)
def test_what_memogen_ships_holds_against_its_schema(path: Path) -> None:
    value = _plain(_as_an_editor_reads(path))
    kind = "profil" if path.name == "memogen.yaml" else value.get("typ", "ärende")
    assert _faults(value, validate.schema(kind)) == []


@pytest.mark.parametrize("kind", validate.kinds())
def test_a_schema_speaks_swedish(kind: str) -> None:
    schema = validate.schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] in (False, {"type": ["string", "number", "boolean", "null"]})
    assert "_" not in "".join(schema["properties"])


def test_a_kind_is_found_by_its_folded_name() -> None:
    assert validate.schema("Arende") == validate.schema("ärende")
    with pytest.raises(KeyError):
        validate.schema("möte")


@pytest.mark.parametrize(
    ("kind", "value", "fault"),
    [
        ("ärende", {"rubrik": "Taxa"}, "/datum is missing"),
        ("ärende", {"rubrik": "Taxa", "datum": "2026-03-12", "bilagor": [{"fill": "a.pdf"}]}, "/bilagor"),
        ("styrdokument", {"typ": "styrdokument", "kategori": "plan", "rubrik": "x", "innehåll": "y"}, "/kategori"),
        ("profil", {"kommun": "Björkvalla", "regler": {"ST04": "hög"}}, "/regler/ST04"),
        ("remiss", {"typ": "remiss", "rubrik": "x", "text": "y", "enhet": "z"}, "/enhet is not known"),
        ("sammanträde", {"typ": "sammanträde", "organ": "KS", "datum": "2026-04-08", "text": "y"}, "/text is not"),
        (
            "sammanträde",
            {"typ": "sammanträde", "organ": "KS", "datum": "2026-04-08", "paragrafer": {"typ": "paus"}},
            "/paragrafer",
        ),
    ],
)
def test_a_schema_refuses_what_memogen_refuses(kind: str, value: dict[str, Any], fault: str) -> None:
    assert fault in "".join(_faults(value, validate.schema(kind)))


@pytest.mark.parametrize(
    "more",
    [
        {"förslag till beslut": ["anta taxan", {"text": "upphäva", "nr": 3}]},
        {"förslag till beslut": [{"organ": "KS", "för egen del": True, "att": ["anta taxan"]}]},
        {"förslag till beslut": "anta taxan"},
        {"handläggare": "Anna Ek", "underskrifter": {"namn": "Bo Alm", "titel": "Chef"}},
        {"konsekvenser": {"barn": {"ej relevant": "berörs inte"}, "klimat": "Inga."}},
        {"sekretess": "39 kap. 2 § OSL", "bilagor": ["Taxa"], "relaterade": "KS-2025-00001"},
        {"överklagande": "kan inte överklagas", "bilagor": None, "diarienummer": 2026},
        {"fler avsnitt": [{"rubrik": "Risker", "text": "Inga.", "efter": "bedömning"}], "påverkan": "Ingen."},
    ],
)
def test_a_schema_takes_every_form_of_a_case(more: dict[str, Any]) -> None:
    assert _faults({"rubrik": "Taxa", "datum": "2026-03-12", **more}, validate.schema("ärende")) == []


@pytest.mark.parametrize(
    "more",
    [
        {"tid": "13.00–16.10", "ajournering": ["14.05–14.20"], "justering": {"tid": "08:30"}},
        {"ledamöter": ["Anna Ek (S)", {"namn": "Bo Alm (M)", "paragrafer": ["45–47", 49]}], "justerare": "Anna Ek (S)"},
        {"tjänstgörande ersättare": {"namn": "Cai Ros (C)", "för": "Bo Alm (M)", "paragrafer": 48}},
        {"anslag": [{"paragrafer": "45–60", "uppsatt": "2026-04-14"}], "första paragraf": 45},
        {"paragrafer": [{"rubrik": "Taxa", "beslutsgång": "Text.", "påverkan": "Ingen.", "typ": "anmälan"}]},
        {"paragrafer": [{"rubrik": "Taxa", "omröstningar": [{"ja": ["Anna Ek (S)"], "nej": {"antal": 3}}]}]},
        {"paragrafer": [{"rubrik": "Taxa", "reservationer": ["Anna Ek (S)", {"av": "Bo Alm", "bilaga": 1}]}]},
    ],
)
def test_a_schema_takes_every_form_of_a_meeting(more: dict[str, Any]) -> None:
    meeting = {"typ": "sammanträde", "organ": "KS", "datum": "2026-04-08", **more}
    assert _faults(meeting, validate.schema("sammanträde")) == []
