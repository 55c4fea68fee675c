"""Diarienummer: strict against the profile's own patterns, lenient when recognised in running text.

A pattern is literal text with ``{år}`` (four digits), ``{år:2}`` (two), ``{nr}`` (any number of digits),
``{nr:5}`` (exactly five) and ``{kod}`` (a code of the classification, ``1.2.4`` or ``042``, which varies from case
to case and does not identify it). Municipalities change and mix their forms (``KS 2018/14``, ``KS-2024-00123``), so a
number is compared by its :class:`Key`, not by its spelling.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FIELD = re.compile(r"\{([^{}]*)\}")
_WIDTH = re.compile(r"(år|nr)(?::([1-9]))?|(kod)")
_CODE = r"(?P<kod>[0-9]+(?:\.[0-9]+)*)"
_CENTURY = 2000

_YEAR = r"(?:19|20)[0-9]{2}"
_PREFIX = r"(?:[A-ZÅÄÖ]{2,10}|[A-ZÅÄÖ][a-zåäö]{1,3})"
_NUMBER = r"[0-9]{1,6}"
_FORMS = (
    rf"(?P<p1>{_PREFIX})[- \u00a0]?(?P<y1>{_YEAR})(?P<s1>[-/])(?P<n1>{_NUMBER})",
    rf"(?P<p2>{_PREFIX})/(?P<y2>{_YEAR}):(?P<n2>{_NUMBER})",
    rf"(?P<p3>{_PREFIX})[- \u00a0](?P<n3>{_NUMBER})/(?P<y3>{_YEAR})",
    rf"(?P<y4>{_YEAR})(?:/|-)?(?P<p4>[A-ZÅÄÖ]{{2,10}})[ \u00a0]?(?P<n4>{_NUMBER})",
    rf"(?P<p5>[A-ZÅÄÖ]{{2,10}})(?P<t5>[0-9]{{2}})/(?P<n5>{_NUMBER})",
    rf"(?P<p6>[0-9](?:\.[0-9]+)+)-(?P<n6>{_NUMBER})-(?P<y6>{_YEAR})",
    rf"[Dd](?:nr|iarienr|iarienummer):?[ \u00a0](?P<y7>{_YEAR})[-/](?P<n7>{_NUMBER})",
    rf"[Dd](?:nr|iarienr|iarienummer):?[ \u00a0](?P<n8>{_NUMBER})/(?P<y8>(?:{_YEAR}|[0-9]{{2}}))",
)


class Key(NamedTuple):
    """What identifies a case whatever the spelling: the diarium's letters, the year, the number."""

    prefix: str
    year: int
    number: int


class Reference(NamedTuple):
    """A diarienummer found in running text: as written, where it starts, and its key."""

    text: str
    start: int
    key: Key


@lru_cache(maxsize=64)
def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The strict expression of a profile's pattern; its groups are ``ar`` and ``nr``.

    Raises:
        ValueError: the pattern has an unknown or repeated field, or no number; the text is Swedish.
    """
    if set("{}") & set(_FIELD.sub("", pattern)):
        raise ValueError("en klammer i mönstret för diarienummer saknar sin motpart")
    source, position, seen = "", 0, set[str]()
    for field in _FIELD.finditer(pattern):
        wanted = _WIDTH.fullmatch(field[1].strip())
        if wanted is None:
            raise ValueError(f'"{field[0]}" är inte ett fält i ett mönster för diarienummer')
        name = wanted[1] or wanted[3]
        if name in seen:
            raise ValueError(f'"{{{name}}}" står två gånger i mönstret')
        seen.add(name)
        source += re.escape(pattern[position : field.start()]) + _group(name, wanted[2])
        position = field.end()
    if "nr" not in seen:
        raise ValueError('mönstret för diarienummer saknar "{nr}"')
    return re.compile(source + re.escape(pattern[position:]))


def _group(name: str, width: str | None) -> str:
    if name == "kod":
        return _CODE
    if name == "nr":
        return f"(?P<nr>[0-9]{{{width}}})" if width else "(?P<nr>[0-9]+)"
    return "(?P<ar>[0-9]{2})" if width == "2" else f"(?P<ar>{_YEAR})"


def is_valid(text: str, patterns: Iterable[str]) -> bool:
    """Whether the number is spelled exactly as one of the patterns says."""
    return any(compile_pattern(pattern).fullmatch(text) for pattern in patterns)


def example(pattern: str, year: int, number: int = 123) -> str:
    """A number of the pattern: ``KS-{år}-{nr:5}`` → ``KS-2026-00123``."""

    def fill(field: re.Match[str]) -> str:
        name, _, width = field[1].strip().partition(":")
        if name == "år":
            return str(year)[-int(width or 4) :]
        if name == "kod":
            return "1.2"
        return str(number).zfill(int(width or 1))

    return _FIELD.sub(fill, pattern)


def key(text: str, patterns: Iterable[str] = ()) -> Key | None:
    """The key of a number, by the profile's patterns first; None when it can't be read."""
    for pattern in patterns:
        found = compile_pattern(pattern).fullmatch(text)
        if found:
            return _strict_key(pattern, found)
    references = [reference for reference in find(text) if reference.text == text.strip()]
    return references[0].key if references else None


def tidied(text: str) -> str:
    """The number without what is not of it: ``Dnr ``, signs that are not seen, spaces and long dashes."""
    seen = "".join(" " if sign == "\u00a0" else sign for sign in text if unicodedata.category(sign) != "Cf")
    bare = re.sub(r"(?i)^(?:dnr|diarienr|diarienummer)[:.]?\s+", "", seen.strip())
    dashed = re.sub(r"\s*[\u2010-\u2015\u2212]\s*", "-", bare)
    return re.sub(r"\s+", "-", re.sub(r"\s*([-/:])\s*", r"\1", dashed)).upper()


def leading(text: str, patterns: Iterable[str]) -> tuple[str, Key] | None:
    """The number that a file's name begins with, its separators written as ``-``; None when there is none."""
    for pattern in patterns:
        found = compile_pattern(_in_file_names(pattern)).match(text)
        if found and not text[found.end() : found.end() + 1].isalnum():
            return found[0], _strict_key(pattern, found)
    return None


@lru_cache(maxsize=64)
def _in_file_names(pattern: str) -> str:
    """The pattern with ``-`` for the separators that no file name may have."""
    parts = _FIELD.split(pattern)
    parts[::2] = (re.sub(r"[/: ]", "-", literal) for literal in parts[::2])
    parts[1::2] = (f"{{{field}}}" for field in parts[1::2])
    return "".join(parts)


@lru_cache(maxsize=64)
def _letters(pattern: str) -> str:
    return re.sub(r"[^A-ZÅÄÖ.0-9]", "", _FIELD.sub("", pattern).upper())


def _strict_key(pattern: str, found: re.Match[str]) -> Key:
    groups = found.groupdict()
    return Key(_letters(pattern), _whole_year(groups.get("ar") or "0"), int(groups["nr"]))


def _whole_year(digits: str) -> int:
    return int(digits) + (_CENTURY if len(digits) == len("24") else 0)


@lru_cache(maxsize=1)
def _anything() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-])(?=[0-9A-ZÅÄÖd])(?:{'|'.join(_FORMS)})(?![\w/])")


def find(text: str) -> Iterator[Reference]:
    """Every diarienummer in running text, by the forms that municipalities use."""
    for found in _anything().finditer(text):
        groups = {name[0]: value for name, value in found.groupdict().items() if value}
        year = groups.get("y") or groups["t"]
        if groups.get("s") == "-" and _is_year_range(found[0], year, groups["n"]):
            continue
        yield Reference(found[0], found.start(), Key(groups.get("p", "").upper(), _whole_year(year), int(groups["n"])))


def _is_year_range(text: str, year: str, number: str) -> bool:
    """``Mål 2025-2027`` is no diarienummer; ``KS 2025-2027`` is."""
    return bool(text[1:2].islower() and re.fullmatch(_YEAR, number) and int(year) < int(number))
