"""The filters that pour a value where its tag stands: in text, an attribute, a paragraph or the body."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from jinja2 import pass_context
from jinja2.runtime import Context, Undefined
from markupsafe import Markup

from memogen.artifacts import Blocks, Runs
from memogen.render.budget import budget_of
from memogen.render.faults import TemplateFault
from memogen.render.filters import as_text
from memogen.render.inlines import escaped, legal
from memogen.render.positions import ATTRIBUTE, BLOCK, LINE, RUN, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from memogen.render.blocks import BlockWriter
    from memogen.render.fragments import Fragments

WRITER: Final = "_writer"
FRAGMENTS: Final = "_fragments"


def text(value: object) -> Markup:
    """A plain value as the content of a ``w:t``."""
    return Markup(escaped(_plain(value)))  # noqa: S704 - escaped on this line


def line(value: object) -> Markup:
    """A plain value where no line break can be."""
    return Markup(escape(" ".join(legal(_plain(value)).split("\n")), quote=False))  # noqa: S704 - escaped on this line


def attribute(value: object) -> Markup:
    """A plain value inside an attribute."""
    return Markup(escape(" ".join(legal(_plain(value)).split())))  # noqa: S704 - escaped on this line


@pass_context
def run(context: Context, value: object) -> Markup:
    """Rich text inside a paragraph."""
    if isinstance(value, Runs):
        return Markup(_writer(context).inlines.write(value.inlines))  # noqa: S704 - the writer escapes
    if isinstance(value, Blocks):
        raise TemplateFault("MA05", "fältet är hela stycken", "skriv {{p fält }} ensamt i ett eget stycke")
    raise TemplateFault("MA05", f"fältet är inte formaterad text{_missing(value)}", "skriv {{ fält }} utan r")


@pass_context
def block(context: Context, value: object) -> Markup:
    """Whole paragraphs."""
    if isinstance(value, Blocks):
        pieces = _writer(context).pieces(value.blocks)
        budget_of(context).write(sum(map(len, pieces)))
        fragments: Fragments = context[FRAGMENTS]
        return Markup(fragments.keep(pieces))  # noqa: S704 - no text is in it
    if isinstance(value, Runs):
        raise TemplateFault("MA05", "fältet är text inne i ett stycke", "skriv {{r fält }} i stället för {{p fält }}")
    raise TemplateFault("MA05", f"fältet är inte hela stycken{_missing(value)}", "skriv {{ fält }} utan p")


FILLINGS: Final[dict[str, Callable[..., Any]]] = {TEXT: text, LINE: line, ATTRIBUTE: attribute, RUN: run, BLOCK: block}


def _plain(value: object) -> str:
    if isinstance(value, Blocks):
        raise TemplateFault("MA05", "fältet är hela stycken", "skriv {{p fält }} ensamt i ett eget stycke")
    if isinstance(value, Runs):
        raise TemplateFault("MA05", "fältet är formaterad text", "skriv {{r fält }} i stället för {{ fält }}")
    return as_text(value)


def _missing(value: object) -> str:
    """Nothing; an unknown name says itself that it is unknown."""
    return str(value) if isinstance(value, Undefined) else ""


def _writer(context: Context) -> BlockWriter:
    writer: BlockWriter = context[WRITER]
    return writer
