"""Votes in the minutes: what was voted on, the result in words, and who voted how (KL 5 kap. 54-56, 67 §§)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Paragraph, Run, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.artifacts import Block, Inlines
    from memogen.compose.draft import Draft
    from memogen.diagnostics import FieldPath
    from memogen.model.protokollsutdrag import Omrostning

_NAME = "omrostning"
_MARK = "X"


def votes(draft: Draft, omrostningar: Sequence[Omrostning]) -> tuple[Block, ...]:
    """The paragraphs and tables of every vote."""
    return tuple(
        block for index, vote in enumerate(omrostningar) for block in _vote(draft, vote, ("omrostningar", index))
    )


def _vote(draft: Draft, vote: Omrostning, path: FieldPath) -> Iterator[Block]:
    for sentence in filter(None, (_subject(vote), _meaning(vote), result(vote), _tie(vote))):
        yield Paragraph((Run(draft.line(sentence, path, _NAME)),))
    table = _table(vote)
    if table is not None:
        draft.trace_blocks((table,), path, _NAME)
        yield table


def _subject(vote: Omrostning) -> str:
    return _sentence(f"Omröstningen gäller {vote.galler}") if vote.galler else ""


def _meaning(vote: Omrostning) -> str:
    sides = (("ja-röst", vote.ja.for_), ("nej-röst", vote.nej.for_))
    said = " och ".join(f"{word} för {what.rstrip('.')}" for word, what in sides if what)
    return _sentence(said[:1].upper() + said[1:]) if said else ""


def result(vote: Omrostning) -> str:
    """The numbers in words: ``Omröstningen utfaller med 9 ja-röster och 4 nej-röster.``."""
    sentences = [
        f"Omröstningen utfaller med {_votes(vote.ja.summa, 'ja')} och {_votes(vote.nej.summa, 'nej')}.",
    ]
    if vote.avstar:
        sentences.append(f"{_members(len(vote.avstar))} avstår från att rösta.")
    if vote.franvarande:
        sentences.append(f"{_members(len(vote.franvarande))} är frånvarande.")
    return " ".join(sentences)


def _votes(number: int, side: str) -> str:
    return f"{number} {side}-röst" if number == 1 else f"{number} {side}-röster"


def _members(number: int) -> str:
    return "1 ledamot" if number == 1 else f"{number} ledamöter"


def _tie(vote: Omrostning) -> str:
    decided = [
        f"{how}: {what.rstrip('.')}."
        for how, what in (("Utslagsröst", vote.utslagsrost), ("Lottning", vote.lottning))
        if what
    ]
    return " ".join(decided)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _table(vote: Omrostning) -> Table | None:
    """One row a person and one column a way to vote; None where the votes are only counted."""
    columns = [("Ja", vote.ja.roster), ("Nej", vote.nej.roster)]
    columns += [
        (word, people) for word, people in (("Avstår", vote.avstar), ("Frånvarande", vote.franvarande)) if people
    ]
    rows = [
        (_cell(person.med_parti), *(_cell(_MARK if word == column else "") for word, _ in columns))
        for column, people in columns
        for person in people
    ]
    if not rows:
        return None
    header = (_cell("Ledamot"), *(_cell(word) for word, _ in columns))
    return Table(header, tuple(rows), ("left", *("center" for _ in columns)))


def _cell(text: str) -> Inlines:
    return (Run(text),) if text else ()
