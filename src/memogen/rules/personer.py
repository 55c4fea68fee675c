"""Persons by name and party, in lists and in sentences of the minutes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from memogen.model.nyckel import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.person import Person

_WORD = r"[A-ZÅÄÖÉÜ][^\W\d_]*(?:[-’'][^\W\d_]+)*"
_JOINING = r"(?:(?:af|al|da|de|del|den|der|di|el|la|le|van|von|zu)[ \u00a0\n]){0,2}"
_NAMED = re.compile(
    rf"(?<!\w)(?P<namn>{_WORD}(?:[ \u00a0\n]{_JOINING}{_WORD}){{0,4}})[ \u00a0\n]?"
    r"\((?P<parti>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,3}|-)\)"
)
_SAYS = re.compile(
    r"\b(?:yrka(?:r|de)|reservera(?:r|de)|anmäl(?:er|de)|avger|avgav|lämna(?:r|de)|delta(?:r|ger)|deltog|instäm(?:mer|de)"
    r"|biträd(?:er|de)|begär(?:de)?|avstå(?:r|tt)|avstod|inkommer|anför(?:de)?)\b(?: sig)?"
)
_OF_THEIRS = re.compile(
    r":?s\b|[ \u00a0\n](?:begäran|fråga|förslag|inlägg|interpellation|motion|reservation|tilläggs|yrkand|ändrings"
    r"|återremiss)"
)
_TITLES = frozenset(
    """aven andre andra darefter enligt ersattaren forste forsta gruppledaren kommunalradet ledamoten ledamot
    oppositionsradet ordforande ordforanden samt sedan tjanstgorande vidare vice""".split()  # noqa: SIM905 - words read better as running text
)


@dataclass(frozen=True, slots=True)
class Namnd:
    """Somebody named in a sentence, as written: ``Anna Ek (S)``, and where."""

    namn: str
    parti: str
    text: str
    start: int


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """What two spellings of one name share; what follows in parentheses or after a comma is no name."""
    return fold(" ".join(re.split(r"[(,]", name, maxsplit=1)[0].split()))


def party_key(party: str | None) -> str:
    """What two spellings of one party share; empty where none is said, or the person is independent."""
    return (party or "").strip().strip("-–").casefold()


def same_party(one: str | None, other: str | None) -> bool:
    """Whether the parties are the same, or one of them is not said."""
    first, second = party_key(one), party_key(other)
    return first == second or not first or not second


def looks_like_person(person: Person) -> bool:
    """Whether it is one person's name, not a party's or a group's."""
    words = person.namn.split()
    return len(words) > 1 and all(word[:1].isupper() for word in (words[0], words[-1])) and "," not in person.namn


def named(text: str) -> Iterator[Namnd]:
    """Everybody that the text names with a party, titles left out."""
    for found in _NAMED.finditer(text):
        words = found["namn"].split()
        while len(words) > 1 and fold(words[0]) in _TITLES:
            del words[0]
        start = found.start() + found["namn"].find(words[0])
        yield Namnd(" ".join(words), found["parti"], text[start : found.end()], start)


def speakers(text: str, sentences: int | None = None) -> Iterator[Namnd]:
    """Those who act in the sentences of a statement (the first so many): before its verb, or right after it.

    Somebody whose yrkande or motion is spoken of does not act by that.
    """
    people = list(named(text))
    for start, end in islice(_sentences(text), sentences):
        says = _SAYS.search(text, start, end)
        for one in people if says else ():
            assert says is not None  # noqa: S101 - the loop is empty without a verb
            before = start <= one.start < says.start() and not _OF_THEIRS.match(text, one.start + len(one.text))
            directly_after = says.end() <= one.start <= says.end() + 1
            if before or directly_after:
                yield one


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in re.finditer(r"[.!?](?=\s)|\n\s*\n", text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)
