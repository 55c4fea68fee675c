"""The decision: blocks of points, each under the lead-in that fits the document's stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from memogen.artifacts import Heading, ListBlock, Paragraph, Run
from memogen.compose import lead_in
from memogen.compose.points import Point, apart, att_points, sentences
from memogen.compose.typography import typeset
from memogen.diagnostics import Remark, Severity
from memogen.model.beslut import Beslutsblock
from memogen.model.profil import ar_beredande
from memogen.model.sammantrade import Motesparagraf
from memogen.rules.formalia import is_own_business, is_procedural, puts_off, takes_note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.artifacts import Block
    from memogen.compose.draft import Draft
    from memogen.compose.organs import Organs
    from memogen.diagnostics import FieldPath
    from memogen.model.arende import Arende
    from memogen.model.profil import Profil
    from memogen.model.protokollsutdrag import Paragraf

_PUT_OFF = {
    "bordlaggs": ("bordlägga ärendet", "Ärendet bordläggs."),
    "aterremitteras": ("återremittera ärendet", "Ärendet återremitteras."),
}
_TAKES_NOTE = frozenset({"information", "anmalan"})
_WITHOUT_DECISION = frozenset({*_PUT_OFF, *_TAKES_NOTE, "utgar"})
_NOT_DECIDED = "ärendets förslag till beslut skrivs inte ut, för paragrafen är en {}"
_DECIDE = 'ta bort "typ" om organet beslutade enligt förslaget, eller skriv beslutet under "beslut"'

_HEADED = "en beslutspunkt kan inte börja med en rubrik, för då blir den en tom punkt"
_NO_HEADING = "ta bort # i början av punkten, eller skriv rubriken i ett avsnitt"


class Style(NamedTuple):
    """How points are set in one kind of document."""

    beslutsstil: str
    numrering: str


def style_of_tjansteskrivelse(profil: Profil) -> Style:
    """The profile's style; att-satser, numbered when there are several, where it says nothing."""
    val = profil.tjansteskrivelse
    beslutsstil = val.beslutsstil or "att"
    return Style(beslutsstil, val.numrering or _usual_numbering(beslutsstil))


def style_of_protokoll(profil: Profil) -> Style:
    """The minutes' own style, else that of the tjänsteskrivelse, whose text they repeat."""
    val, model = profil.protokoll, style_of_tjansteskrivelse(profil)
    beslutsstil = val.beslutsstil or model.beslutsstil
    same = beslutsstil == model.beslutsstil
    return Style(beslutsstil, val.numrering or (model.numrering if same else _usual_numbering(beslutsstil)))


def _style_of_points_from_case(profil: Profil) -> Style:
    """How the minutes set points that were written for a tjänsteskrivelse: word for word, so in its beslutsstil."""
    own, model = style_of_protokoll(profil), style_of_tjansteskrivelse(profil)
    return own if own.beslutsstil == model.beslutsstil else model


def _usual_numbering(beslutsstil: str) -> str:
    return "vid_flera" if beslutsstil == "att" else "nej"


class Planned(NamedTuple):
    """One block with its lead-in (empty: none), and the field that it stands in."""

    ingress: str
    block: Beslutsblock
    path: FieldPath


def proposal(draft: Draft, arende: Arende) -> tuple[Block, ...]:
    """``förslag till beslut`` of a tjänsteskrivelse."""
    profil, organs = draft.context.profil, draft.organs
    phrases, style = lead_in.of_tjansteskrivelse(profil), style_of_tjansteskrivelse(profil)
    planned = []
    for index, block in enumerate(arende.forslag_till_beslut):
        ingress = block.ingress or ""
        if not ingress and (style.beslutsstil == "att" or phrases.given):
            chain = _chain(block, arende.mottagare, organs)
            ingress = lead_in.lead_in(chain, phrases, organs, for_egen_del=block.for_egen_del)
        planned.append(Planned(ingress, block, ("forslag_till_beslut", index)))
    return _set_out(draft, planned, style, "forslag_till_beslut")


def _chain(block: Beslutsblock, mottagare: str | None, organs: Organs) -> tuple[str, ...]:
    """The organs of a block, from the one that acts up to the one that decides."""
    acts = block.organ or mottagare
    if not acts:
        return (organs.full_name(block.mottagare),) if block.mottagare else ()
    upper = block.mottagare
    if not upper or block.for_egen_del or organs.full_name(upper) == organs.full_name(acts):
        return (organs.full_name(acts),)
    return organs.way(acts, upper) or (organs.full_name(acts), organs.full_name(upper))


def decided(draft: Draft, paragraf: Paragraf, organ: str, of_case: Draft) -> tuple[Block, ...]:
    """``beslut`` of a paragraph in the minutes: its own, else the case's word for word at the organ's stage.

    ``of_case`` is the draft that takes the words of the case.
    """
    style = style_of_protokoll(draft.context.profil)
    own = paragraf.beslut or procedural(paragraf, style)
    if own:
        name = "beslut" if paragraf.beslut else "typ"
        planned = [
            Planned(
                block.ingress or _sentence(draft, _own_chain(draft, paragraf, block, organ), block, style),
                block,
                (name, n),
            )
            for n, block in enumerate(own)
        ]
        return _set_out(draft, planned, style, "beslut")
    if kind(paragraf) == "utgar":
        return ()
    if only_tells(draft, paragraf, organ):
        title = {"anmalan": "anmälan"}.get(kind(paragraf), kind(paragraf))
        draft.remark(Remark("BE13", ("typ",), _NOT_DECIDED.format(title), _DECIDE, severity=Severity.INFO))
        return ()
    style = _style_of_points_from_case(draft.context.profil)
    planned = [
        Planned(_sentence(draft, chain, block, style), block, ("arende",))
        for block, chain in _blocks_of_case(draft, organ)
    ]
    return _set_out(of_case, planned, style, "beslut")


def is_final(draft: Draft, paragraf: Paragraf, organ: str) -> bool:
    """Whether the organ decides the matter itself in some block: it neither prepares it nor puts it off."""
    if paragraf.beslut:
        stages = [(block, _own_chain(draft, paragraf, block, organ)) for block in paragraf.beslut]
    else:
        stages = [] if kind(paragraf) in _WITHOUT_DECISION else _blocks_of_case(draft, organ)
    prepares = draft.organs.only_prepares(organ) is not None
    return any(
        len(chain) == 1 and not (prepares and not block.for_egen_del) for block, chain in stages if not puts_off(block)
    )


def only_tells(draft: Draft, paragraf: Paragraf, organ: str) -> bool:
    """Whether the paragraph informs of a case whose proposal is more than to take note of it."""
    blocks = _blocks_of_case(draft, organ) if kind(paragraf) in _TAKES_NOTE else ()
    return not all(takes_note(block) for block, _ in blocks)


def kind(paragraf: Paragraf) -> str:
    """The paragraph's ``typ``; one that stands alone is a decision."""
    return paragraf.typ if isinstance(paragraf, Motesparagraf) else "beslut"


def procedural(paragraf: Paragraf, style: Style) -> tuple[Beslutsblock, ...]:
    """The decision that a paragraph's ``typ`` says by itself: to bordlägga or to återremittera the ärende."""
    att, mening = _PUT_OFF.get(kind(paragraf), ("", ""))
    if not att or not isinstance(paragraf, Motesparagraf):
        return ()
    text = att if style.beslutsstil == "att" else mening
    if paragraf.motivering:
        text = f"{text.rstrip('.')} med följande motivering:\n\n{paragraf.motivering}"
    return (Beslutsblock.model_validate({"att": [text]}),)


def points_of_case(draft: Draft, organ: str) -> list[str]:
    """The texts of the case's decision points that are the organ's to decide or to propose."""
    return [point.text for block, _ in _blocks_of_case(draft, organ) for point in block.att]


def _blocks_of_case(draft: Draft, organ: str) -> list[tuple[Beslutsblock, tuple[str, ...]]]:
    """The case's blocks that are the organ's to decide or to propose, each with its chain of organs."""
    organs, arende = draft.organs, draft.context.arende
    if arende is None:
        return []
    stages = [(block, _stage_of_block(organ, block, arende, organs)) for block in arende.forslag_till_beslut]
    return [(block, chain) for block, chain in stages if chain] or [(block, (organ,)) for block, _ in stages]


def _stage_of_block(organ: str, block: Beslutsblock, arende: Arende, organs: Organs) -> tuple[str, ...]:
    """The chain of one of the case's blocks seen from ``organ``; empty where the block is none of its business."""
    chain = _chain(block, arende.mottagare, organs)
    if block.for_egen_del and chain and not organs.way(organ, chain[0]):
        return ()
    return _stage(organ, chain, organs)


def _own_chain(draft: Draft, paragraf: Paragraf, block: Beslutsblock, organ: str) -> tuple[str, ...]:
    """The organs of a block that the paragraph has itself."""
    organs, arende = draft.organs, draft.context.arende
    chain: tuple[str, ...] = ()
    if block.organ or block.mottagare:
        chain = _stage(organ, _chain(block, organ, organs), organs)
    elif not block.for_egen_del and not _stays(paragraf, block, arende):
        first = arende.forslag_till_beslut[0] if arende and arende.forslag_till_beslut else None
        behind = _chain(first, arende.mottagare, organs) if arende and first else ()
        chain = _stage(organ, behind, organs)
    return chain or (organ,)


def _stays(paragraf: Paragraf, block: Beslutsblock, arende: Arende | None) -> bool:
    """Whether the block is the organ's own, also where it prepares: nothing of it goes on to another."""
    if arende is not None:
        return is_procedural(block)
    return is_own_business(kind(paragraf), paragraf.rubrik or "", block)


def _sentence(draft: Draft, chain: tuple[str, ...], block: Beslutsblock, style: Style) -> str:
    phrases = lead_in.of_protokoll(draft.context.profil)
    if style.beslutsstil != "att" and not phrases.given:
        return ""
    return lead_in.lead_in(chain, phrases, draft.organs, for_egen_del=block.for_egen_del)


def _stage(organ: str, chain: tuple[str, ...], organs: Organs) -> tuple[str, ...]:
    """The chain seen from ``organ``: its own place in it and upwards, or the way up to the first that it prepares for.

    The styrelse has its say on what a nämnd proposes to fullmäktige, and proposes it in its turn (KL 5 kap. 28 §).
    Empty where the organ stands above the one that decides: that block is not its to decide.
    """
    here = organs.full_name(organ)
    if not chain:
        above = organs.only_prepares(here)
        return (here, above) if above else (here,)
    if here in chain:
        return chain[chain.index(here) :]
    for place, upper in enumerate(chain):
        way = organs.way(here, upper)
        if way:
            return (*way, *chain[place + 1 :])
    if organs.way(chain[-1], here):
        return ()
    return (here, *chain) if ar_beredande(here) else (here,)


def _set_out(draft: Draft, planned: Sequence[Planned], style: Style, name: str) -> tuple[Block, ...]:
    return tuple(block for plan in planned for block in _one(draft, plan, style, name))


def _one(draft: Draft, plan: Planned, style: Style, name: str) -> Iterator[Block]:
    points: list[Point] = []
    headed: list[FieldPath] = []
    for index, punkt in enumerate(plan.block.att):
        path = (*plan.path, "att", index, "text")
        blocks = draft.untraced(punkt.text, path)
        if blocks:
            points += apart(Point(blocks, punkt.nr))
            headed += [path] if isinstance(blocks[0], Heading) else []
    ingress = typeset(plan.ingress)
    if ingress and points:
        draft.trace(ingress, (*plan.path, "ingress"), name)
        yield Paragraph((Run(ingress),), role="ingress", keep_with_next=True)
    set_out = att_points if style.beslutsstil == "att" else sentences
    result = set_out(points, style.numrering)
    if style.beslutsstil == "att" or any(isinstance(block, ListBlock) and block.role == "beslut" for block in result):
        for path in headed:
            draft.remark(Remark("MD04", path, _HEADED, _NO_HEADING))
    draft.trace_blocks(result, plan.path, name)
    yield from result
