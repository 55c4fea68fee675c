"""One paragraph of the minutes, the same words in the protokoll and in the protokollsutdrag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memogen.artifacts import Blocks, Heading, Paragraph, Run
from memogen.compose import head, outcome, sections, underlag
from memogen.compose.appeal import appeal
from memogen.compose.decision import decided
from memogen.compose.findings import findings
from memogen.compose.statements import WORDINGS, statements, stepping_in
from memogen.compose.typography import typeset
from memogen.compose.votes import votes
from memogen.files import safe_name
from memogen.model.rubriker import PROTOKOLL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.artifacts import Block, Value
    from memogen.compose.draft import Draft
    from memogen.model.person import Person
    from memogen.model.protokollsutdrag import Paragraf
    from memogen.model.sammantrade import TjanstgorandeErsattare

_AT_ONCE = "Paragrafen är omedelbart justerad."
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Session:
    """What a paragraph must know of its meeting.

    The organ, the paragraph's own number, who serves for someone in it, the chair and who presides instead, and
    everyone's name in the order of the first page.
    """

    organ: str
    number: str
    stand_ins: Sequence[TjanstgorandeErsattare] = ()
    in_the_chairs_place: tuple[Person, Person] | None = None
    seating: Sequence[str] = ()


@dataclass(frozen=True)
class Words:
    """Everything that one paragraph says; ``sections`` are the printed ones, in the profile's order."""

    number: str
    rubrik: str
    diarienummer: str
    omedelbart_justerad: str
    sekretess: str
    plan: sections.Plan
    sections: Sequence[sections.Section]

    @property
    def paragraf(self) -> str:
        """``§ 263``."""
        return typeset(f"§ {self.number}")

    @property
    def filed(self) -> str:
        """Where the utdrag is filed below the meeting's folder: ``utdrag/paragraf-263_KS-2026-00123``."""
        name = f"utdrag/paragraf-{safe_name(self.number)}"
        return f"{name}_{safe_name(self.diarienummer)}" if self.diarienummer else name

    def section(self, key: str) -> tuple[Block, ...]:
        """The blocks of one section; empty where it is not printed."""
        return next((one.text.blocks for one in self.sections if one.nyckel == key), ())

    def below_heading(self) -> tuple[Block, ...]:
        """What stands below the paragraph's heading in the protokoll: its section headings are of level 3."""
        return tuple(self._below_heading())

    def in_protokoll(self, anchor: str) -> tuple[Block, ...]:
        """The whole paragraph as it stands in the protokoll; ``anchor`` is the bookmark of its heading."""
        heading = Heading(2, (Run(" ".join(filter(None, (self.paragraf, self.rubrik)))),), anchor)
        return (heading, *self.below_heading())

    def _below_heading(self) -> Iterator[Block]:
        for line in filter(None, (self.diarienummer, self.omedelbart_justerad)):
            yield Paragraph((Run(line),), keep_with_next=True)
        for one in self.sections:
            yield Heading(3, (Run(one.rubrik),))
            yield from map(_lowered, one.text.blocks)


def _lowered(block: Block) -> Block:
    """A sub-heading one level further down, since the section's own heading stands there in the protokoll."""
    return block._replace(level=min(block.level + 1, _DEEPEST)) if isinstance(block, Heading) else block


def words(draft: Draft, paragraf: Paragraf, session: Session) -> Words:
    """The words of one paragraph, traced on ``draft``."""
    profil, arende = draft.context.profil, draft.context.arende
    of_case = draft.of_case(("arende",))
    rubrik = paragraf.rubrik or (arende.rubrik if arende else "")
    diarienummer = paragraf.diarienummer or (arende.diarienummer if arende else None) or paragraf.arende
    names = {"organ": session.organ, "mottagare": draft.organs.above(session.organ) or session.organ}
    usual = outcome.headings(paragraf, PROTOKOLL)
    usual |= {key: head.label(draft, title) for key, title in usual.items() if title != PROTOKOLL[key]}
    plan = sections.Plan(profil.protokoll.avsnitt, usual, profil.rubriker, names)
    found = Words(
        number=session.number,
        rubrik=draft.line(rubrik, ("rubrik",), "rubrik"),
        diarienummer=draft.verbatim(diarienummer, ("diarienummer",), "diarienummer"),
        omedelbart_justerad=_at_once(draft, paragraf),
        sekretess=head.secrecy(draft, paragraf.sekretess),
        plan=plan,
        sections=sections.assembled(draft, plan, _texts(draft, paragraf, session, of_case), paragraf.fler_avsnitt),
    )
    draft.merge(of_case)
    return found


def loop(found: Words) -> dict[str, Value]:
    """The paragraph as one turn of the protokoll's loop."""
    return {
        "nummer": found.paragraf,
        "rubrik": found.rubrik,
        "diarienummer": found.diarienummer,
        "omedelbart_justerad": found.omedelbart_justerad,
        "delar": [{"rubrik": one.rubrik, "text": one.text} for one in found.sections],
        "text": Blocks(found.below_heading()),
    }


def _at_once(draft: Draft, paragraf: Paragraf) -> str:
    name = "omedelbart_justerad"
    said = head.label(draft, _AT_ONCE, name) if paragraf.omedelbart_justerad else ""
    return draft.line(said, (name,), name)


def _texts(draft: Draft, paragraf: Paragraf, session: Session, of_case: Draft) -> dict[str, tuple[Block, ...]]:
    """The text of every section, by key."""
    texts = {"beslut": decided(draft, paragraf, session.organ, of_case)}
    texts |= {name: statements(draft, name, getattr(paragraf, name), paragraf.bilagor) for name in WORDINGS}
    texts["jav"] += stepping_in(draft, paragraf.jav, session.stand_ins, session.in_the_chairs_place)
    texts["beslutsgang"] = findings(draft, paragraf, session.organ)
    texts["omrostning"] = votes(draft, paragraf.omrostningar, session.seating)
    texts["sekretess"] = _secrecy(draft, paragraf)
    texts["bilagor"] = underlag.bullets(underlag.rows(draft, paragraf.bilagor, "bilagor"))
    if outcome.is_withdrawn(paragraf):
        texts["beslutsunderlag"] = _listed(draft, "beslutsunderlag", paragraf.beslutsunderlag)
        texts["beslutet_skickas_till"] = _listed(draft, "beslutet_skickas_till", paragraf.beslutet_skickas_till)
    else:
        texts["sammanfattning"] = _summary(paragraf, of_case)
        texts["beslutsunderlag"] = _basis(draft, paragraf, of_case)
        texts["beslutet_skickas_till"] = _sent_to(draft, paragraf, of_case)
        texts["overklagande"] = appeal(draft, paragraf, session.organ, of_case)
    for name, blocks in outcome.said(draft, paragraf, session.organ).items():
        texts[name] = texts.get(name, ()) + blocks
    for name, text in paragraf.avsnitt.items():
        texts[name] = texts.get(name, ()) + draft.markdown(text, (name,), name)
    return texts


def _secrecy(draft: Draft, paragraf: Paragraf) -> tuple[Block, ...]:
    if paragraf.sekretess is None:
        return ()
    covers = (paragraf.sekretess.galler or "").removeprefix("gäller ")
    parts = (f"Sekretess enligt {paragraf.sekretess.lagrum}", f"gäller {covers}" if covers else "")
    line = f"{' '.join(filter(None, parts)).rstrip('.')}."
    return (Paragraph((Run(draft.line(line, ("sekretess",), "sekretess")),)),)


def _listed(draft: Draft, name: str, rows: Sequence[str]) -> tuple[Block, ...]:
    return underlag.bullets([draft.line(row, (name, index), name) for index, row in enumerate(rows)])


def _sent_to(draft: Draft, paragraf: Paragraf, of_case: Draft) -> tuple[Block, ...]:
    name, arende = "beslutet_skickas_till", of_case.context.arende
    if paragraf.beslutet_skickas_till or arende is None:
        return _listed(draft, name, paragraf.beslutet_skickas_till)
    return underlag.bullets([of_case.line(row, (), name) for row in arende.beslutet_skickas_till])


def _summary(paragraf: Paragraf, of_case: Draft) -> tuple[Block, ...]:
    """The case's ``sammanfattning``, else its ``ärendet``, where the paragraph has none of its own."""
    arende = of_case.context.arende
    if arende is None or paragraf.avsnitt.get("sammanfattning"):
        return ()
    text = arende.avsnitt.get("sammanfattning") or arende.avsnitt.get("arendet") or ""
    return of_case.markdown(text, (), "sammanfattning")


def _basis(draft: Draft, paragraf: Paragraf, of_case: Draft) -> tuple[Block, ...]:
    name = "beslutsunderlag"
    own = [draft.line(row, (name, index), name) for index, row in enumerate(paragraf.beslutsunderlag)]
    arende = of_case.context.arende
    entries = underlag.of_case(of_case, arende, own) if arende else own
    return underlag.bullets(entries, "underlag")
