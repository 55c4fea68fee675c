"""What the act may claim: no more than the least of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts.act import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pikepdf

    from memogen.archive.joining.carrying import Carried

_PART = "{http://www.aiim.org/pdfa/ns/id/}part"
_CONFORMANCE = "{http://www.aiim.org/pdfa/ns/id/}conformance"
_UA = "{http://www.aiim.org/pdfua/ns/id/}part"
_LEAST_FIRST = "bua"


def common(parts: Sequence[Carried], wanted: Level) -> Level:
    """The level that all parts claim, at most ``wanted``. Letter a and PDF/UA need tags in every part too.

    A part with fields, which are pictures by now, is not PDF/UA any more.
    """
    claims = [_claim(carried.source) for carried in parts]
    tagged = all(carried.tagged for carried in parts)
    filled = any(carried.filled for carried in parts)
    letter = min((wanted.letter, *(letter for letter, _ in claims)), key=_LEAST_FIRST.index)
    if letter == "a" and not tagged:
        letter = "u"
    return Level(wanted.part, letter, wanted.ua and tagged and not filled and all(ua for _, ua in claims))


def _claim(source: pikepdf.Pdf) -> tuple[str, bool]:
    """The letter that the file claims, and whether it claims PDF/UA-1."""
    with source.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        letter = str(metadata.get(_CONFORMANCE, "b")).lower()
        known = _PART in metadata and letter in _LEAST_FIRST
        return letter if known else "b", str(metadata.get(_UA, "")) == "1"
