"""Votes in the minutes: what was voted on, the result in words, and who voted how (KL 5 kap. 54-56, 67 §§)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.artifacts import Blocks, Paragraph, Run
from memogen.compose import tables
from memogen.model.nyckel import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.artifacts import Block
    from memogen.compose.draft import Draft
    from memogen.model.protokollsutdrag import Omrostning

_NAME = "omrostning"
_MARK = "X"
_SIDES = frozenset({"ja", "nej"})
_WORDS = ("En", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Elva", "Tolv")
_TELLS = re.compile(r"\b(?:röstar|avgör|fäller|faller|utfaller|dras|vinner)\b")
"""A verb that makes a sentence of what the author wrote."""


def votes(draft: Draft, omrostningar: Sequence[Omrostning], seating: Sequence[str] = ()) -> tuple[Block, ...]:
    """The paragraphs and tables of every vote; ``seating`` has everyone's folded name in the order of the tables."""
    several = len(omrostningar) > 1
    return tuple(
        block
        for index, vote in enumerate(omrostningar)
        for block in _vote(draft, vote, seating, index, f"Omröstning {index + 1}" if several else "Omröstningen")
    )


def _vote(draft: Draft, vote: Omrostning, seating: Sequence[str], index: int, which: str) -> Iterator[Block]:
    path = ("omrostningar", index)
    for sentence in filter(None, (_subject(vote, which), _meaning(vote), result(vote, which), _tie(vote))):
        yield Paragraph((Run(draft.line(sentence, path, _NAME)),))
    table = _table(vote, seating).blocks
    draft.trace_blocks(table, path, _NAME)
    yield from table


def _subject(vote: Omrostning, which: str) -> str:
    return _sentence(f"{which} gäller {vote.galler}") if vote.galler else ""


def _meaning(vote: Omrostning) -> str:
    sides = (("ja-röst", vote.ja.for_), ("nej-röst", vote.nej.for_))
    said = " och ".join(f"{word} för {what.rstrip('.')}" for word, what in sides if what)
    return _sentence(said[:1].upper() + said[1:]) if said else ""


def result(vote: Omrostning, which: str = "Omröstningen") -> str:
    """The numbers in words: ``Omröstningen utfaller med 9 ja-röster och 4 nej-röster.``."""
    sentences = [
        f"{which} utfaller med {_votes(vote.ja.summa, 'ja')} och {_votes(vote.nej.summa, 'nej')}.",
    ]
    if vote.avstar:
        sentences.append(f"{_members(len(vote.avstar))} avstår från att rösta.")
    if vote.franvarande:
        sentences.append(f"{_members(len(vote.franvarande))} är frånvarande.")
    return " ".join(sentences)


def _votes(number: int, side: str) -> str:
    return f"{number} {side}-röst" if number == 1 else f"{number} {side}-röster"


def _members(number: int) -> str:
    """``En ledamot``, ``Två ledamöter``: a sentence does not begin with a figure while there is a short word."""
    said = _WORDS[number - 1] if number <= len(_WORDS) else str(number)
    return f"{said} ledamot" if number == 1 else f"{said} ledamöter"


def _tie(vote: Omrostning) -> str:
    """How a tie was broken: by the chair's casting vote, or by lot where it was an election (KL 5 kap. 54, 56 §§)."""
    ways = (
        (vote.utslagsrost, "Ordföranden avgör med sin utslagsröst", "Utslagsröst"),
        (vote.lottning, "Lottning avgör", "Lottning"),
    )
    sentences = [_decided(written, by_side, label) for written, by_side, label in ways if written]
    even = ["Röstetalet är lika."] if sentences and vote.ja.summa == vote.nej.summa else []
    return " ".join([*even, *sentences])


def _decided(written: str, by_side: str, label: str) -> str:
    """A side alone is told in words; a sentence stands as written; anything else gets a label."""
    side = written.rstrip(".").casefold()
    if side in _SIDES:
        return f"{by_side}: {side}."
    return _sentence(written if _TELLS.search(written) else f"{label}: {written}")


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _table(vote: Omrostning, seating: Sequence[str]) -> Blocks:
    """One row a person, one column a way to vote, and the sums; empty where the votes are only counted."""
    columns = [("Ja", vote.ja.roster), ("Nej", vote.nej.roster)]
    columns += [
        (word, people) for word, people in (("Avstår", vote.avstar), ("Frånvarande", vote.franvarande)) if people
    ]
    voted = [(person, column) for column, people in columns for person in people]
    if not voted:
        return Blocks()
    places = {name: place for place, name in reversed(list(enumerate(seating)))}
    voted.sort(key=lambda pair: places.get(fold(pair[0].namn), len(seating)))
    rows = [(person.med_parti, *(_MARK if word == column else "" for word, _ in columns)) for person, column in voted]
    # Where one side is only counted and the other named, the count is the sum.
    counted = {"Ja": vote.ja.summa, "Nej": vote.nej.summa}
    sums = ("Summa", *(str(counted.get(word, len(people))) for word, people in columns))
    header = ("Ledamot", *(word for word, _ in columns))
    return tables.table(header, [*rows, sums], ("left", *("center" for _ in columns)))
