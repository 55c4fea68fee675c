"""Every spoiled file: a good archive copy with one fault, and what veraPDF must find in it for the fault to be one."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

import pikepdf

from memogen.artifacts.act import Level
from tests.spoiled.base import base

A2: Final = Level(2, "a", ua=True)
U2: Final = Level(2, "u", ua=True)
A3: Final = Level(3, "a", ua=True)

Mutation: TypeAlias = Callable[[pikepdf.Pdf], None]
Rewriting: TypeAlias = Callable[[bytes], bytes]
Registering: TypeAlias = Callable[[Mutation], Mutation]


@dataclass(frozen=True, slots=True)
class Sample:
    """A file with one thing changed.

    ``a`` and ``ua`` are clauses that veraPDF fails it by; empty: it fails none. ``unseen`` is a clause of PDF/A that
    the file breaks where veraPDF does not look.
    """

    chapter: str
    name: str
    change: str
    level: Level
    a: str
    ua: str
    unseen: str
    make: Rewriting

    @property
    def data(self) -> bytes:
        return self.make(base(self.level))


SAMPLES: Final[list[Sample]] = []


def spoils(
    change: str, *, a: str = "", ua: str = "", unseen: str = "", level: Level = A2
) -> Callable[[Mutation], Mutation]:
    """Register what changes an opened PDF; ``change`` tells in Swedish what is special about the file."""

    def register(mutation: Mutation) -> Mutation:
        def make(good: bytes) -> bytes:
            with pikepdf.open(io.BytesIO(good)) as pdf:
                mutation(pdf)
                return saved(pdf)

        SAMPLES.append(Sample(mutation.__module__, mutation.__name__, change, level, a, ua, unseen, make))
        return mutation

    return register


def rewrites(change: str, *, a: str = "", ua: str = "", level: Level = A2) -> Callable[[Rewriting], Rewriting]:
    """Register what changes the bytes of a file, in which every object stands for itself."""

    def register(rewriting: Rewriting) -> Rewriting:
        def make(good: bytes) -> bytes:
            with pikepdf.open(io.BytesIO(good)) as pdf:
                return rewriting(saved(pdf))

        SAMPLES.append(Sample(rewriting.__module__, rewriting.__name__, change, level, a, ua, "", make))
        return rewriting

    return register


def keeps(change: str, *, level: Level = A2) -> Callable[[Rewriting], Rewriting]:
    """Register what is done to a file as it was made."""

    def register(rewriting: Rewriting) -> Rewriting:
        SAMPLES.append(Sample(rewriting.__module__, rewriting.__name__, change, level, "", "", "", rewriting))
        return rewriting

    return register


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The PDF with its streams and its metadata as they are."""
    data = io.BytesIO()
    pdf.save(
        data,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        compress_streams=False,
    )
    return data.getvalue()


def replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    """The first ``old`` as ``new``. Raises ValueError where there is none: the sample would be as good as before."""
    if old not in data:
        raise ValueError(f"{old!r} is not in the file")
    return data.replace(old, new, 1)
