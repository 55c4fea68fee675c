"""A PDF that came from elsewhere is opened, or refused: nobody knows what it holds until it has been looked over."""

from __future__ import annotations

import io
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, PasswordError, PdfError, Stream
from pikepdf.settings import set_qpdf_limits

from memogen.archive.bilagor.refusal import PRINT, Refused, damaged, too_large
from memogen.archive.bilagor.streams import LARGEST, measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object, Pdf

MOST_BYTES: Final = 200 * 2**20
MOST_PAGES: Final = 2000
MOST_OBJECTS: Final = 1_000_000
SMALLEST: Final = 3
LARGEST_SIDE: Final = 14_400
"""Points that the side of a page may have (ISO 19005-2, 6.1.13)."""
_DEEPEST: Final = 100
_MEDIA: Final = frozenset({"/3D", "/Movie", "/RichMedia", "/Screen", "/Sound"})
_ESCAPED: Final = re.compile("#([0-9a-fA-F]{2})")
_SUSPECT: Final = re.compile(rb"/(?:JS|JavaScript|3D|Movie|RichMedia|Screen|Sound)\b")
_DOUBLED: Final = re.compile(
    r"\(object (?P<object>\d+ \d+), offset (?P<offset>\d+)\): dictionary has duplicated key (?P<key>/\S+);"
)
_UNPROTECTED: Final = "spara en kopia av den utan lösenord och utan skydd, och lägg in kopian"
_WITHOUT_FORM: Final = "fyll i formuläret, skriv ut det till en ny PDF-fil och lägg in den i stället"


@contextmanager
def opened(data: bytes) -> Iterator[Pdf]:
    """The document in the file, looked over: whole, open for everyone, without programs, of sensible size.

    qpdf would rather mend a broken file than say that it is broken, and the pages that it can't mend become blank:
    whatever it warns about is a damage here, but for what cairo writes twice in the same words.

    Raises:
        Refused: with what is wrong, and what to do about it.
    """
    if len(data) > MOST_BYTES:
        raise too_large("den är på mer än 200 MB")
    # For the whole process, as qpdf has it: no PDF that memogen reads needs more.
    set_qpdf_limits(flate_max_memory=LARGEST, png_max_memory=LARGEST, tiff_max_memory=LARGEST)
    with _opened(data) as document:
        _look_over(document)
        if not all(_is_only_said_twice(str(warning), data) for warning in document.get_warnings()):
            raise damaged()
        if len(document.pages) != _promised(data):
            raise damaged()
        yield document


def _promised(data: bytes) -> int:
    """The number of pages that the file says it has: qpdf passes over those that it can't find, and says less."""
    with pikepdf.open(io.BytesIO(data), suppress_warnings=True, inherit_page_attributes=False) as document:
        return int(document.Root.Pages.Count)


def _opened(data: bytes) -> Pdf:
    try:
        return pikepdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=True)
    except PasswordError:
        raise Refused("bilagan är låst med ett lösenord", _UNPROTECTED) from None
    except PdfError:
        raise damaged() from None


def _look_over(document: Pdf) -> None:
    if document.is_encrypted:
        raise Refused("bilagan är skyddad mot ändringar med ett lösenord", _UNPROTECTED)
    _count(document)
    _look_at_forms(document)
    _look_for_programs(document)
    measure(document)


def _is_only_said_twice(warning: str, data: bytes) -> bool:
    """Whether the warning is of a key that stands twice in its object, both times leading to the same other object."""
    found = _DOUBLED.search(warning)
    if found is None:
        return False
    start = data.rfind(f"\n{found['object']} obj".encode(), 0, int(found["offset"]))
    held = data[start : data.find(b"endobj", start)]
    key = re.escape(found["key"].encode()) + rb"(?![^\s/<>\[\]()%{}])"
    said = re.findall(key, held)
    led = re.findall(key + rb"\s+(\d+\s+\d+)\s+R\b", held)
    return start >= 0 and len(said) == len(led) and len(set(led)) == 1


def _count(document: Pdf) -> None:
    if len(document.objects) > MOST_OBJECTS:
        raise too_large("den består av mer än en miljon delar")
    pages = len(document.pages)
    if pages == 0:
        raise Refused("bilagan är en PDF-fil utan sidor", "lägg in en fil som har minst en sida")
    if pages > MOST_PAGES:
        raise too_large(f"den har {pages} sidor, och högst {MOST_PAGES} går att arkivera")
    for number, page in enumerate(document.pages, 1):
        if not all(SMALLEST <= side <= LARGEST_SIDE for side in _sides(page.mediabox)):
            raise Refused(
                f"sida {number} i bilagan är större eller mindre än PDF/A tillåter (1 mm till 5 m)",
                "skriv ut bilagan till en ny PDF-fil i ett vanligt format",
            )


def _sides(box: Object) -> tuple[float, float]:
    left, bottom, right, top = (float(corner) for corner in box)
    return abs(right - left), abs(top - bottom)


def _look_at_forms(document: Pdf) -> None:
    root = document.Root
    form = root.get(Name.AcroForm)
    if isinstance(form, Dictionary) and Name.XFA in form:
        raise Refused("bilagan är ett XFA-formulär, som bara vissa program kan visa", _WITHOUT_FORM)
    if Name.Collection in root:
        raise Refused(
            "bilagan är en PDF-portfölj: filerna i den är inga sidor",
            "spara portföljens filer var för sig, och lägg in dem som egna bilagor",
        )


def _look_for_programs(document: Pdf) -> None:
    """Refuse programs and films; the bytes are searched first, because looking at every dictionary takes time."""
    for thing in document.objects:
        if _SUSPECT.search(written(thing)):
            for dictionary in dictionaries(thing):
                _refuse_program(dictionary)


def _refuse_program(dictionary: Object) -> None:
    if dictionary.get(Name.S) == Name.JavaScript or Name.JS in dictionary or Name.JavaScript in dictionary:
        raise Refused("bilagan innehåller program (JavaScript)", PRINT)
    if name_of(dictionary.get(Name.Subtype)) in _MEDIA and Name.Rect in dictionary:
        raise Refused("bilagan innehåller film, ljud eller 3D", PRINT)


def written(thing: object) -> bytes:
    """The object as a file has it; of a stream what is said about it."""
    if isinstance(thing, Stream):
        return thing.stream_dict.unparse()
    return thing.unparse(resolved=True) if isinstance(thing, Dictionary | Array) else b""


def name_of(thing: object) -> str:
    """A name as text, with its slash; one in another encoding than UTF-8, which old programs wrote, in Latin-1."""
    if not isinstance(thing, Name):
        return ""
    try:
        return str(thing)
    except UnicodeDecodeError:
        return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), thing.unparse().decode("latin-1"))


def dictionaries(thing: object, depth: int = 0) -> Iterator[Object]:
    """The dictionary and those that are written inside it, but none that it only points to; a stream has one too."""
    if depth > _DEEPEST:
        raise too_large("dess delar ligger för djupt i varandra")
    inner: list[Object] = []
    if isinstance(thing, Stream):
        yield from dictionaries(thing.stream_dict, depth)
    elif isinstance(thing, Dictionary):
        yield thing
        inner = list(thing.values())
    elif isinstance(thing, Array) and b"<<" in thing.unparse():
        inner = list(thing)
    for other in inner:
        if isinstance(other, Dictionary | Array) and not other.is_indirect:
            yield from dictionaries(other, depth + 1)
