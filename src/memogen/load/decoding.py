"""From bytes to text: UTF-8, and a plain word about everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Span
from memogen.diagnostics import Diagnostic, Place, Severity
from memogen.errors import Rejected
from memogen.load.faults import Faults

if TYPE_CHECKING:
    from pathlib import Path

_SIGNATURES = (
    (b"%PDF", "en PDF"),
    (b"PK\x03\x04", "ett Word-dokument eller en annan zip-fil"),
    (b"\xd0\xcf\x11\xe0", "ett äldre Word-dokument"),
    (b"{\\rtf", "ett RTF-dokument"),
    (b"\x89PNG", "en bild"),
    (b"\xff\xd8\xff", "en bild"),
    (b"GIF8", "en bild"),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 4096
_A_FEW = 3
_ODD = bytes({*range(0x20)} - {*range(0x09, 0x0E), 0x1B})
_AS_UTF8 = "spara om filen som UTF-8"


def decode(content: bytes, shown: Path) -> str:
    """The text of a UTF-8 file, without its byte order mark.

    Raises:
        Rejected: when the file is something else; says what it looks like.
    """
    _refuse_other_files(content, shown)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        try:
            # A lone surrogate is a forbidden character at a known place, not another encoding.
            return content.decode("utf-8-sig", "surrogatepass")
        except UnicodeDecodeError:
            raise _latin_1(content, error.start, shown) from None


def _refuse_other_files(content: bytes, shown: Path) -> None:
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            raise _rejected(shown, f"filen är {name}, inte en textfil", "ange en memogen-fil (.yaml)")
    sample = content[:_SAMPLE]
    if content.startswith(_UTF16) or _every_other_is_null(sample):
        raise _rejected(shown, "filen är sparad i UTF-16 (Unicode)", _AS_UTF8)
    odd = len(sample) - len(sample.translate(None, _ODD))
    if odd > _A_FEW and odd * 10 > len(sample):
        raise _rejected(shown, "filen är inte en textfil", "ange en memogen-fil (.yaml)")


def _every_other_is_null(sample: bytes) -> bool:
    """UTF-16 without a mark: Swedish text has a null in every other byte."""
    pairs = len(sample) // 2
    return pairs > 1 and b"\0" in sample and max(sample[0::2].count(0), sample[1::2].count(0)) > pairs * 0.7


def _rejected(shown: Path, message: str, advice: str) -> Rejected:
    return Rejected([Diagnostic("YA01", Severity.ERROR, message, Place(shown), advice)])


def _latin_1(content: bytes, position: int, shown: Path) -> Rejected:
    text = content.decode("cp1252", "replace")
    before = content[:position].decode("cp1252", "replace")
    faults = Faults.of(shown, text.replace("\r\n", "\n").replace("\r", "\n"))
    at = len(before.replace("\r\n", "\n").replace("\r", "\n"))
    faults.add("YA01", "filen är sparad i Latin-1 (Windows-1252)", Span(at, at + 1), _AS_UTF8)
    return Rejected(faults.found)
