"""What each filter takes and gives, and what may be printed where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from jinja2 import nodes

from memogen.artifacts.catalogue import Form
from memogen.render.faults import quoted
from memogen.render.review.names import meant
from memogen.render.review.shapes import ANY, NUMBER, TEXT, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

Told: TypeAlias = "tuple[str, str, str]"
_TO_TEXT: Final = frozenset({"upper", "lower", "capitalize", "trim", "string", "e", "escape", "replace"})
_KEEPING: Final = frozenset({"sort", "unique", "select", "reject", "selectattr", "rejectattr", "list"})
_SAID: Final = {
    Form.TEXTS: "en lista av rader",
    Form.RECORDS: "en lista av poster",
    Form.RECORD: "en post med flera fält",
    Form.BLOCKS: "hela stycken",
    Form.RUNS: "formaterad text inne i ett stycke",
    Form.TEXT: "ren text",
    Form.NUMBER: "ett tal",
    Form.FLAG: "ja eller nej",
}


def said(shape: Shape) -> str:
    """What a value is, in words."""
    return _SAID.get(shape.form, "okänt")


def as_plain(shape: Shape, written: str) -> Iterator[Told]:
    """What is wrong with taking a value as plain text."""
    name = quoted(written) if written else "värdet"
    if shape.form is Form.BLOCKS:
        yield "MA11", f"{name} är hela stycken", f"skriv {{{{p {written or 'fält'} }}}} ensamt i ett eget stycke"
    elif shape.form is Form.RUNS:
        yield "MA11", f"{name} är formaterad text", f"skriv {{{{r {written or 'fält'} }}}}"
    elif shape.form is Form.TEXTS:
        yield (
            "MA11",
            f"{name} är en lista av rader",
            f'skriv {{{{ {written or "fält"} | join(", ") }}}}, eller en slinga',
        )
    elif shape.form in {Form.RECORDS, Form.RECORD}:
        example = next(iter(shape.fields), "fält")
        loop = f"gå i en slinga och skriv {{{{ post.{example} }}}}"
        choose = f"välj ett fält i den: {', '.join(f'{written}.{one}' for one in shape.fields)}"
        yield "MA11", f"{name} är {said(shape)}", loop if shape.is_list else choose


def printed(shape: Shape, prefix: str, written: str) -> Iterator[Told]:
    """What is wrong with printing a value by a tag with this prefix."""
    if shape.form is Form.ANY:
        return
    name = quoted(written) if written else "värdet"
    if prefix == "p" and shape.form is not Form.BLOCKS:
        right = f"{{{{r {written} }}}}" if shape.form is Form.RUNS else f"{{{{ {written} }}}} utan p"
        yield "MA11", f"{name} är {said(shape)}, inte hela stycken", f"skriv {right}"
    elif prefix == "r" and shape.form is not Form.RUNS:
        right = f"{{{{p {written} }}}} ensamt" if shape.form is Form.BLOCKS else f"{{{{ {written} }}}} utan r"
        yield "MA11", f"{name} är {said(shape)}, inte formaterad text", f"skriv {right}"
    elif not prefix:
        yield from as_plain(shape, written)


def filtered(node: Any, owner: Shape, written: str) -> tuple[list[Told], Shape]:  # noqa: ANN401 - Jinja's node
    """What is wrong with a filter on such a value, and what it gives."""
    if node.name in _TO_TEXT:
        return list(as_plain(owner, written)), TEXT
    if node.name == "join":
        return list(_joined(owner, written)), TEXT
    if node.name in {"length", "count"}:
        return (
            [("MA11", f"{quoted(written)} är {said(owner)} och har ingen längd", "")] if owner.is_rich else []
        ), NUMBER
    attribute = _attribute(node)
    faults = list(_known(owner, attribute)) if attribute else []
    if node.name in {"first", "last"}:
        return faults, owner.item if owner.is_list else TEXT if owner.form is Form.TEXT else ANY
    if node.name in _KEEPING:
        return faults, owner
    if node.name == "map" and attribute in owner.fields:
        return faults, owner.fields[attribute].listed()
    return faults, owner if node.name in {"default", "d"} else ANY


def _joined(owner: Shape, written: str) -> Iterator[Told]:
    if owner.form is Form.RECORDS:
        example = next(iter(owner.fields), "fält")
        advice = f'skriv {{{{ {written} | map(attribute="{example}") | join(", ") }}}}'
        yield "MA11", f"{quoted(written)} är en lista av poster", advice
    elif owner.is_rich or owner.form in {Form.NUMBER, Form.TEXT}:
        yield "MA11", f"{quoted(written)} är {said(owner)}, inte en lista av rader", "ta bort filtret"


def _attribute(node: Any) -> str:  # noqa: ANN401 - Jinja's node
    """The field that ``map``, ``selectattr`` and their kin ask for."""
    given = [pair.value for pair in node.kwargs if pair.key == "attribute"]
    if node.name in {"selectattr", "rejectattr"}:
        given += node.args[:1]
    return str(given[0].value) if given and isinstance(given[0], nodes.Const) else ""


def _known(owner: Shape, attribute: str) -> Iterator[Told]:
    if owner.form is Form.RECORDS and attribute.split(".", maxsplit=1)[0] not in owner.fields:
        near = meant(attribute, owner.fields)
        yield "MA03", f"okänt namn {quoted(attribute)}", f'menade du "{near}"?' if near else "rätta namnet"
