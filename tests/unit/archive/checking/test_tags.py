from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

if TYPE_CHECKING:
    from collections.abc import Callable

    Change = Callable[[pikepdf.Pdf], None]
    Clauses = Callable[..., set[str]]

Tag: TypeAlias = "str | tuple[str, dict[str, object], list[Tag]]"


def _tags(*tags: Tag) -> Change:
    """Add elements after the others; an element is its type, what it has and the elements inside."""

    def change(pdf: pikepdf.Pdf) -> None:
        top = pdf.Root.StructTreeRoot.K
        for tag in tags:
            top.K.append(_element(pdf, tag, top))

    return change


def _element(pdf: pikepdf.Pdf, tag: Tag, above: pikepdf.Object) -> pikepdf.Object:
    kind, entries, kids = tag if isinstance(tag, tuple) else (tag, {}, [])
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=above))
    for key, value in entries.items():
        made[f"/{key}"] = value
    if kids:
        made.K = Array([_element(pdf, kid, made) for kid in kids])
    return made


def _cell(kind: str = "TD", **attributes: object) -> Tag:
    return (kind, {"A": Dictionary(O=Name.Table, **attributes)}, [])


def _table(*rows: list[Tag]) -> Change:
    return _tags(("Table", {}, [("TR", {}, row) for row in rows]))


_HEADER = _cell("TH", Scope=Name.Column)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_tags("H2", "H3", "H1"), set()),
        (_tags("H3"), {"7.4.2-1"}),
        (_tags("H"), {"7.4.4-2", "7.4.4-3"}),
        (_tags("Figure"), {"7.3-1"}),
        (_tags(("Figure", {"Alt": String("en lekplats")}, [])), set()),
        (_tags("Formula"), {"7.7-1"}),
        (_tags("Note"), {"7.9-1"}),
        (_tags(*[("Note", {"ID": String("a")}, [])] * 2), {"7.9-2"}),
        (_tags("Konstig"), {"6.7.3.4-1", "7.1-5"}),
        (_tags("LI"), {"7.2-17"}),
        (_tags(("L", {}, ["P"])), {"7.2-19"}),
        (_tags(("L", {}, [("LI", {}, ["Lbl", "LBody"])])), set()),
        (_tags(("L", {}, [("NonStruct", {}, [("LI", {}, ["LBody"])])])), set()),
        (_tags(("L", {}, [("LI", {}, ["P"])])), {"7.2-20"}),
        (_tags(("TOC", {}, ["P"])), {"7.2-27"}),
        (_tags(("P", {"Lang": String("svenska!")}, [])), {"6.7.4-1", "7.2-29"}),
    ],
)
def test_a_fault_of_an_element_is_found(clauses: Clauses, change: Change, expected: set[str]) -> None:
    assert clauses(change) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_table([_HEADER, _HEADER], ["TD", "TD"]), set()),
        (_table(["TD", "TD"], ["TD", "TD"]), set()),
        (_table(["TH", "TH"], ["TD", "TD"]), {"7.5-1"}),
        (_table([_HEADER, "TH"], ["TD", _cell(Headers=Array([String("borta")]))]), {"7.5-2"}),
        (_table([("TH", {"ID": String("a")}, [])], [_cell(Headers=Array([String("a")]))]), set()),
        (_table([_HEADER, _HEADER], ["TD"]), {"7.2-43"}),
        (_table([_HEADER], ["TD", "TD"]), {"7.2-42"}),
        (_table([_HEADER, _HEADER], [_cell(ColSpan=2)]), set()),
        (_table([_HEADER, _HEADER], [_cell(RowSpan=2), "TD"], ["TD"]), set()),
        (_table([_HEADER], ["P"]), {"7.2-10"}),
        (_table([_cell("TH", ColSpan=10**9)]), {"7.2-41"}),
        (_tags(("Table", {}, ["TD"])), {"7.2-3", "7.2-9"}),
        (_tags(("Table", {}, ["THead"])), {"7.2-14"}),
    ],
)
def test_a_fault_of_a_table_is_found(clauses: Clauses, change: Change, expected: set[str]) -> None:
    assert clauses(change) == expected


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ({"Konstig": "P"}, set()),
        ({"Konstig": "Annan", "Annan": "Konstig"}, {"6.7.3.4-1", "6.7.3.4-2", "7.1-5", "7.1-6"}),
        ({"Konstig": "P", "P": "Span"}, {"6.7.3.4-3", "7.1-7"}),
    ],
)
def test_a_role_has_to_lead_to_a_standard_type(clauses: Clauses, roles: dict[str, str], expected: set[str]) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        _tags("Konstig")(pdf)
        pdf.Root.StructTreeRoot.RoleMap = Dictionary({f"/{key}": Name(f"/{value}") for key, value in roles.items()})

    assert clauses(change) == expected


def test_a_tree_that_bites_its_tail_is_no_trap(clauses: Clauses) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        top = pdf.Root.StructTreeRoot.K
        top.K.append(top)
        top.P = top

    assert clauses(change) == {"7.1-3"}
