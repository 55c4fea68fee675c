"""Beslutsgång: what the chair put to the organ and found, where the author gives its parts (KL 5 kap. 53-56 §§).

Nothing is guessed: the words are derived only where every yrkande has its ``typ`` and the decision tells by itself
which of them won. Otherwise there are none, and a remark asks the author for them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memogen.artifacts import Paragraph, Run
from memogen.compose.decision import kind, points_of_case
from memogen.compose.motions import PROPOSAL
from memogen.compose.wording import enumeration, persons
from memogen.diagnostics import Remark
from memogen.model.sammantrade import Motesparagraf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from memogen.artifacts import Block
    from memogen.compose.draft import Draft
    from memogen.model.protokollsutdrag import Omrostning, Paragraf

_PUT_OFF = {"aterremiss": "återremitteras", "bordlaggning": "bordläggas"}
_OUTCOMES = {"aterremitteras": "aterremiss", "bordlaggs": "bordlaggning"}
_ORDINALS = ("det första ", "det andra ", "det tredje ", "det fjärde ", "det femte ", "det sjätte ")
_TODAY = "avgöras i dag"
_NO_DECISION = frozenset({"utgar", "information", "anmalan"})
_SENT_BACK = re.compile(r"(?:ärendet )?återremitter", re.IGNORECASE)
_LEFT_ON_THE_TABLE = re.compile(r"(?:ärendet )?bordlägg", re.IGNORECASE)
_REJECTS = re.compile(r"avslå(?:r|s)?\b|(?:\S+ ){1,3}avslå[rs]\b", re.IGNORECASE)
_VOTE_TO_PUT_OFF = re.compile(r"återremi|bordlägg|avgör", re.IGNORECASE)
_VOTE_TO_ADD = re.compile(r"tillägg", re.IGNORECASE)

_UNKNOWN = "beslutsgången går inte att härleda, för beslutet visar inte vilket yrkande som vann"
_WRITE_IT = 'skriv under "beslutsgång" hur ordföranden ställde förslagen och vad ordföranden fann'


@dataclass(frozen=True, slots=True)
class Motion:
    """One yrkande: its kind, who moved it, its own words where it has any.

    ``which`` tells it from the others of its kind by the same persons: ``det första ``; else it is empty.
    """

    kind: str
    who: str
    text: str
    which: str = ""


@dataclass(frozen=True, slots=True)
class Ballots:
    """The votes of a paragraph, by what they decided."""

    put_off: Sequence[Omrostning]
    main: Sequence[Omrostning]
    added: Sequence[Omrostning]


@dataclass(frozen=True, slots=True)
class Decided:
    """What the organ decided, as far as the file tells. ``put_off`` is empty where the matter was decided."""

    put_off: str
    winner: str
    added: frozenset[Motion]
    beside: bool = False


def findings(draft: Draft, paragraf: Paragraf, organ: str) -> tuple[Block, ...]:
    """``beslutsgång`` of a paragraph, one step a paragraph of text; empty where it cannot be told for certain."""
    motions = _motions(paragraf)
    if not motions or kind(paragraf) in _NO_DECISION or paragraf.avsnitt.get("beslutsgang"):
        return ()
    decided = _decided(draft, paragraf, organ, motions)
    if decided is None:
        if len({motion.kind for motion in motions}) > 1:
            draft.remark(Remark("PR02", ("yrkanden",), _UNKNOWN, _WRITE_IT, at_key=True))
        return ()
    ballots = _ballots(paragraf.omrostningar, motions)
    here = draft.organs.referred(organ)
    name = "beslutsgang"
    sentences = _steps(paragraf, here, motions, decided, ballots)
    return tuple(Paragraph((Run(draft.line(sentence, ("yrkanden",), name)),)) for sentence in sentences)


def _motions(paragraf: Paragraf) -> tuple[Motion, ...]:
    """The yrkanden; empty where one of them has no known kind."""
    found = [(one.slag, one) for one in paragraf.yrkanden]
    if any(what is None for what, _ in found):
        return ()
    motions = [Motion(what or "", persons(one.av), _plain(one.text or "")) for what, one in found]
    alike = Counter((motion.kind, motion.who) for motion in motions)
    ordinals = {of: iter(_ORDINALS) for of, number in alike.items() if number > 1}
    return tuple(replace(one, which=next(ordinals.get((one.kind, one.who), iter(())), "")) for one in motions)


def _steps(
    paragraf: Paragraf, organ: str, motions: Sequence[Motion], decided: Decided, ballots: Ballots
) -> Iterator[str]:
    kinds = [motion.kind for motion in motions]
    put_off = [what for what in _PUT_OFF if what in kinds]
    if put_off:
        yield _whether_today(paragraf, organ, put_off, decided, ballots.put_off)
    if decided.put_off:
        return
    then = "därefter " if put_off else ""
    yield _main(organ, motions, decided, ballots.main, then)
    additions = [motion for motion in motions if motion.kind == "tillagg"]
    votes = ballots.added if len(ballots.added) == len(additions) else ()
    for index, motion in enumerate(additions):
        verb = "bifaller" if motion in decided.added else "avslår"
        put = f"Ordföranden ställer därefter frågan om {_named(motion)} ska bifallas"
        yield _found(put, organ, f"{verb} {_short_name(motion)}", votes[index : index + 1])


def _whether_today(
    paragraf: Paragraf, organ: str, put_off: Sequence[str], decided: Decided, votes: Sequence[Omrostning]
) -> str:
    """Whether to decide today comes first: nothing else is put where the matter is put off."""
    ways = [_TODAY, *(_PUT_OFF[what] for what in put_off)]
    choice = f"{', '.join(ways[:-1])} eller {ways[-1]}"
    first = "" if decided.put_off else "först "
    put = f"Ordföranden ställer {first}frågan om ärendet ska {choice}"
    if decided.put_off and isinstance(paragraf, Motesparagraf) and paragraf.minoritet:
        asked = " Omröstning begärs." if votes else ""
        verb = {"aterremiss": "återremitteras", "bordlaggning": "bordläggs"}[decided.put_off]
        return f"{put}.{asked} Ärendet {verb} på begäran av en minoritet enligt 5 kap. 50 § kommunallagen."
    way = _PUT_OFF.get(decided.put_off, _TODAY)
    return _found(put, organ, f"beslutar att ärendet ska {way}", votes)


def _main(organ: str, motions: Sequence[Motion], decided: Decided, votes: Sequence[Omrostning], then: str) -> str:
    changes = [motion for motion in motions if motion.kind == "andring"]
    rejected = any(motion.kind == "avslag" for motion in motions)
    found = _of_winner(decided, changes)
    if not changes and not rejected:
        if not votes:
            return f"Ordföranden finner {then}att {organ} {found}."
        return _found(f"Ordföranden ställer {then}proposition på {PROPOSAL}", organ, found, votes)
    if not changes:
        return _found(f"Ordföranden ställer {then}bifall mot avslag", organ, found, votes)
    others = [*map(_named, changes), *(["avslag"] if rejected else [])]
    several = len(others) > 1
    against = f"{enumeration([PROPOSAL, *others])} mot varandra" if several else f"{PROPOSAL} mot {others[0]}"
    return _found(f"Ordföranden ställer {then}{against}", organ, found, votes, counter=several)


def _of_winner(decided: Decided, changes: Sequence[Motion]) -> str:
    if decided.winner == "avslag":
        return f"avslår {PROPOSAL}"
    won = next((motion for motion in changes if motion.text == decided.winner), None)
    if won is None:
        return f"bifaller {PROPOSAL}"
    return f"bifaller {_named(won)}" + (f" och i övrigt {PROPOSAL}" if decided.beside else "")


def _found(put: str, organ: str, what: str, votes: Sequence[Omrostning], *, counter: bool = False) -> str:
    """What was put, and what the chair found; where a vote was asked for, what the vote shows."""
    if not votes:
        return f"{put} och finner att {organ} {what}."
    verb, _, rest = what.partition(" ")
    says = f"{put}. Omröstning begärs."
    if counter and len(votes) > 1:
        says += " Motförslaget i huvudomröstningen utses genom en särskild omröstning (kontraproposition)."
    if votes[-1].utslagsrost:
        return f"{says} Med ordförandens utslagsröst {verb} {organ} {rest}."
    if votes[-1].lottning:
        return f"{says} Efter lottning {verb} {organ} {rest}."
    which = "Huvudomröstningen" if counter and len(votes) > 1 else "Omröstningen"
    return f"{says} {which} visar att {organ} {what}."


def _named(motion: Motion) -> str:
    return f"{motion.which}{_short_name(motion)} från {motion.who}"


def _short_name(motion: Motion) -> str:
    return "tilläggsyrkandet" if motion.kind == "tillagg" else "ändringsyrkandet"


def _ballots(votes: Sequence[Omrostning], motions: Sequence[Motion]) -> Ballots:
    """Which step each vote belongs to, by what it is said to be about."""
    kinds = {motion.kind for motion in motions}
    sorted_: dict[str, list[Omrostning]] = {"put_off": [], "main": [], "added": []}
    for vote in votes:
        about = " ".join(filter(None, (vote.galler, vote.ja.for_, vote.nej.for_)))
        if _PUT_OFF.keys() & kinds and _VOTE_TO_PUT_OFF.search(about):
            sorted_["put_off"].append(vote)
        elif "tillagg" in kinds and _VOTE_TO_ADD.search(about):
            sorted_["added"].append(vote)
        else:
            sorted_["main"].append(vote)
    return Ballots(sorted_["put_off"], sorted_["main"], sorted_["added"])


# --- what was decided -----------------------------------------------------------------------------


def _decided(draft: Draft, paragraf: Paragraf, organ: str, motions: Sequence[Motion]) -> Decided | None:
    """What won; None where the decision does not tell."""
    own = [_plain(point.text) for block in paragraf.beslut for point in block.att]
    kinds = {motion.kind for motion in motions}
    put_off = _OUTCOMES.get(kind(paragraf), "") or _put_off(own)
    if put_off:
        return Decided(put_off, "", frozenset()) if put_off in kinds else None
    proposed = [_plain(text) for text in points_of_case(draft, organ)]
    if not own or own == proposed:
        return Decided("", "forslag", frozenset()) if proposed else None
    return _of_own(own, proposed, motions) if proposed else _without_case(own, motions)


def _put_off(own: Sequence[str]) -> str:
    for what, phrase in (("aterremiss", _SENT_BACK), ("bordlaggning", _LEFT_ON_THE_TABLE)):
        if own and all(phrase.match(point) for point in own):
            return what
    return ""


def _of_own(own: Sequence[str], proposed: Sequence[str], motions: Sequence[Motion]) -> Decided | None:
    """The decision held against the proposal: every point of it must be the proposal's or one that was moved."""
    changes = _taken(own, motions, "andring")
    added = _taken(own, motions, "tillagg")
    left = [point for point in own if point not in proposed and not _is_moved(point, (*changes, *added))]
    rejecting = [point for point in left if _REJECTS.match(point)]
    if left and left == rejecting and not any(_REJECTS.match(point) for point in proposed):
        rejects = any(motion.kind == "avslag" for motion in motions) and not changes
        return Decided("", "avslag", frozenset(added)) if rejects and len(left) == len(own) else None
    if left or len(changes) > 1:
        return None
    kept = [point for point in own if point in proposed]
    if changes:
        return Decided("", changes[0].text, frozenset(added), beside=bool(kept))
    return Decided("", "forslag", frozenset(added)) if len(kept) == len(proposed) else None


def _without_case(own: Sequence[str], motions: Sequence[Motion]) -> Decided | None:
    """The decision alone: it is the proposal, unless it may as well be a yrkande that won."""
    added = _taken(own, motions, "tillagg")
    unsure = any(motion.kind == "andring" or (motion.kind == "tillagg" and motion not in added) for motion in motions)
    rejects = any(motion.kind == "avslag" for motion in motions) and any(_REJECTS.match(point) for point in own)
    known = any(motion.kind in {"bifall", "avslag"} for motion in motions)
    return Decided("", "forslag", frozenset(added)) if known and not unsure and not rejects else None


def _taken(own: Sequence[str], motions: Iterable[Motion], what: str) -> list[Motion]:
    """The yrkanden of a kind whose words are in the decision."""
    return [one for one in motions if one.kind == what and any(_is_moved(point, (one,)) for point in own)]


def _is_moved(point: str, motions: Sequence[Motion]) -> bool:
    return any(motion.text and (motion.text == point or motion.text in point) for motion in motions)


def _plain(text: str) -> str:
    """Words that can be compared: one kind of space, no leading ``att``, no final punctuation."""
    bare = " ".join(text.split()).removeprefix("yrkar ").removeprefix("att ")
    return bare.rstrip(" .,;").casefold()
