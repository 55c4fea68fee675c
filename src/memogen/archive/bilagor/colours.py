"""Colours of print (CMYK) get a meaning of their own, so that they look the same under an sRGB output intent.

ISO 19005-2, 6.2.4.3 allows DeviceCMYK only under a CMYK intent or with a DefaultCMYK. The profile of the document's
own print intent is taken when it has one; else one that says what pdfium shows: nobody has seen the document in
other colours. Nothing is painted anew, and text stays text.
"""

from __future__ import annotations

import functools
import io
import itertools
import re
import struct
from typing import TYPE_CHECKING, Final

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream

from memogen.archive.bilagor.opening import dictionaries, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pikepdf import Object, Pdf

_INKS: Final = 4
_STEPS: Final = 9
"""Amounts of each ink that the profile knows; the ones between are interpolated."""
_SETS_INK: Final = re.compile(rb"[\d.]\s+[kK](?=\s|$)")
_HEADER: Final = 128
_SIGNATURE: Final = b"acsp"
_DARK: Final = 0.04045
"""Below this sRGB is linear (IEC 61966-2-1)."""
_D50: Final = (0.9642, 1.0, 0.8249)
_TO_D50: Final = (
    (0.4360747, 0.3850649, 0.1430804),
    (0.2225045, 0.7168786, 0.0606169),
    (0.0139322, 0.0971045, 0.7141733),
)
"""Linear sRGB to XYZ under D50 (Bradford)."""


def define_inks(document: Pdf) -> bool:
    """Say what the print colours of the document mean; False where it has none."""
    scopes = list(document.content_scopes())
    named = any(b"/DeviceCMYK" in written(thing) for thing in document.objects)
    if not named and not any(_SETS_INK.search(_drawn(scope.content)) for scope in scopes):
        return False
    stream = Stream(document, _own_profile(document) or print_profile(), N=_INKS)
    meaning = document.make_indirect(Array([Name.ICCBased, document.make_indirect(stream)]))
    for scope in scopes:
        _define_in(scope.resources, meaning)
    for thing in document.objects:
        for dictionary in dictionaries(thing):
            _define_in(dictionary.get(Name.Resources), meaning)
            if dictionary.get(Name.S) == Name.Transparency and dictionary.get(Name.CS) == Name.DeviceCMYK:
                dictionary.CS = meaning
    return True


def _drawn(content: Object) -> bytes:
    """The operators that draw it; a page may have them in pieces."""
    if isinstance(content, Stream):
        return content.read_bytes()
    pieces = content.get(Name.Contents)
    streams = pieces if isinstance(pieces, Array) else [pieces]
    return b"\n".join(piece.read_bytes() for piece in streams if isinstance(piece, Stream))


def _define_in(resources: Object | None, meaning: Object) -> None:
    if not isinstance(resources, Dictionary):
        return
    if not isinstance(resources.get(Name.ColorSpace), Dictionary):
        resources.ColorSpace = Dictionary()
    if Name.DefaultCMYK not in resources.ColorSpace:
        resources.ColorSpace.DefaultCMYK = meaning


def _own_profile(document: Pdf) -> bytes | None:
    """The print profile of the document's own output intent."""
    for intent in document.Root.get(Name.OutputIntents, ()):
        profile = intent.get(Name.DestOutputProfile)
        if isinstance(profile, Stream) and profile.get(Name.N) == _INKS:
            data = profile.read_bytes()
            if data[36:40] == _SIGNATURE and data[16:20] == b"CMYK":
                return data
    return None


@functools.cache
def print_profile() -> bytes:
    """An ICC profile (version 2, input class) that gives print colours the look that pdfium gives them."""
    amounts = [round(255 * step / (_STEPS - 1)) for step in range(_STEPS)]
    grid = bytes(itertools.chain.from_iterable(itertools.product(amounts, repeat=_INKS)))
    table = b"".join(struct.pack(">3H", *_lab(colour)) for colour in _shown(grid))
    identity = struct.pack(">9i", *(65536 if place % 4 == 0 else 0 for place in range(9)))
    line = struct.pack(">2H", 0, 65535)
    conversion = (
        b"mft2\0\0\0\0"
        + bytes((_INKS, 3, _STEPS, 0))
        + identity
        + struct.pack(">2H", 2, 2)
        + line * _INKS
        + table
        + line * 3
    )
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(65536 * part) for part in _D50))
    return _profile(
        {
            b"desc": _description("CMYK as shown on screen"),
            b"cprt": b"text\0\0\0\0CC0\0",
            b"wtpt": white,
            b"A2B0": conversion,
        }
    )


def _shown(grid: bytes) -> Iterable[tuple[int, int, int]]:
    """What pdfium shows for each four bytes of print colour."""
    side = _STEPS**2
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(side, side))
    picture = Stream(
        document,
        grid,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=side,
        Height=side,
        ColorSpace=Name.DeviceCMYK,
        BitsPerComponent=8,
    )
    page.obj.Resources = Dictionary(XObject=Dictionary(P=document.make_indirect(picture)))
    page.obj.Contents = Stream(document, f"{side} 0 0 {side} 0 0 cm /P Do".encode())
    file = io.BytesIO()
    document.save(file)
    shown = pypdfium2.PdfDocument(file.getvalue())
    try:
        pixels = shown[0].render(scale=1, no_smoothimage=True, rev_byteorder=True).to_pil().convert("RGB").tobytes()
    finally:
        shown.close()
    return zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)


def _lab(colour: tuple[int, int, int]) -> tuple[int, int, int]:
    """An sRGB colour as Lab under D50, in the numbers of ICC version 2 (ICC.1:2001-04, 6.5.9)."""
    linear = [_linear(part / 255) for part in colour]
    fx, fy, fz = (
        _curve(sum(weight * part for weight, part in zip(row, linear, strict=True)) / white)
        for row, white in zip(_TO_D50, _D50, strict=True)
    )
    lightness, red, yellow = 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
    return _short(lightness * 652.8), _short((red + 128) * 256), _short((yellow + 128) * 256)


def _linear(part: float) -> float:
    return part / 12.92 if part <= _DARK else float(((part + 0.055) / 1.055) ** 2.4)


def _curve(part: float) -> float:
    return float(part ** (1 / 3)) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29


def _short(number: float) -> int:
    return min(65535, max(0, round(number)))


def _description(text: str) -> bytes:
    words = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(words)) + words + bytes(4 + 4 + 2 + 1 + 67)


def _profile(tags: dict[bytes, bytes]) -> bytes:
    """The tags behind a header that is the same every time."""
    place = _HEADER + 4 + 12 * len(tags)
    directory, body = struct.pack(">I", len(tags)), b""
    for name, tag in tags.items():
        padded = tag + bytes(-len(tag) % 4)
        directory += name + struct.pack(">2I", place + len(body), len(tag))
        body += padded
    white = struct.pack(">3i", *(round(65536 * part) for part in _D50))
    size = _HEADER + len(directory) + len(body)
    date = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    header = struct.pack(">I", size) + bytes(4) + bytes.fromhex("02100000") + b"scnrCMYKLab " + date + _SIGNATURE
    return header.ljust(68, b"\0") + white + bytes(_HEADER - 80) + directory + body
