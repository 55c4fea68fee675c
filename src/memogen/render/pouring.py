"""Pour the words of a memo into a compiled template."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import TemplateError, UndefinedError

from memogen.diagnostics import Diagnostic, Place, Remark, Severity
from memogen.errors import Rejected
from memogen.render import library, packing, properties
from memogen.render.blocks import BlockWriter
from memogen.render.budget import BUDGET, Budget, budget_of
from memogen.render.compiled import CompiledTemplate, Part, compiled
from memogen.render.draft import Draft
from memogen.render.faults import Spot, TemplateFault, TemplateFaults, quoted
from memogen.render.fillings import FRAGMENTS, WRITER
from memogen.render.fragments import Fragments
from memogen.render.inlines import has_strange_break, legal_elements
from memogen.render.losses import losses
from memogen.render.members import CORE, FOOTNOTES, NUMBERING
from memogen.render.mending import mend
from memogen.render.reading import check, read, read_closely, read_plainly, read_written, words
from memogen.render.sandbox import GLOBALS, unknown_name

if TYPE_CHECKING:
    from types import TracebackType

    from memogen.artifacts import Memo
    from memogen.render.bookmarks import Bookmarks

_ALIKE: Final = 32
_OFTEN_ALIKE: Final = 2**14
"""The foot of a page, or the lists of a memo, are often those of the document before; what is longer seldom is."""
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_HERE: Final = str(Path(__file__).parent)
_FENCE: Final = frozenset(str(Path(__file__).with_name(name)) for name in ("sandbox.py", "filters.py"))
_RECKONING: Final = (TypeError, ValueError, LookupError, ArithmeticError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A Word document, and what was not found in it (MA07 warnings, MA08 errors)."""

    data: bytes
    remarks: tuple[Remark, ...] = ()


def docx(memo: Memo, template: Path) -> Rendered:
    """The memo as a Word document; the same memo and template give the same bytes.

    Raises:
        Rejected: everything that is wrong with the template, or with an image that can no longer be read.
    """
    try:
        return _poured(memo, library.reviewed(memo, template))
    except TemplateFault as fault:
        raise Rejected([fault.diagnostic(template)]) from fault
    except TemplateFaults as several:
        raise Rejected([fault.diagnostic(template) for fault in several.faults]) from several


def attempted(memo: Memo, data: bytes) -> list[TemplateFault]:
    """What is wrong when a memo is poured into the template with these bytes; nothing is kept of what was poured."""
    try:
        _poured(memo, compiled(data))
    except TemplateFault as fault:
        return [fault]
    except TemplateFaults as several:
        return several.faults
    return []


def _poured(memo: Memo, template: CompiledTemplate) -> Rendered:
    _check_names(memo, template)
    draft = Draft(template)
    own = {**GLOBALS, **memo.fields, BUDGET: Budget()}
    found: list[str] = []
    try:
        for part in template.parts:
            fragments = Fragments()
            own |= {WRITER: BlockWriter(draft, part.member), FRAGMENTS: fragments}
            xml = mend(_pour(part, own), part.mending, draft.next_drawing)
            if draft.bookmarks.dangling:
                xml = fragments.changed(xml, draft.bookmarks.settled)
            draft.members[part.member], lines = _checked(part, xml, fragments, draft.bookmarks)
            if part.member != FOOTNOTES or not draft.has_notes:
                found += lines
    except OSError as error:
        raise Rejected([_unreadable(error)]) from error
    members = draft.finish()
    members[CORE] = properties.core(memo)
    if draft.has_notes:
        found += read(FOOTNOTES, members[FOOTNOTES])
    if draft.numbering.used:
        numbering = members[NUMBERING]
        (_check_remembered if len(numbering) <= _OFTEN_ALIKE else check)(NUMBERING, numbering)
    poured = dict.fromkeys([part.member for part in template.parts] + [FOOTNOTES] * draft.has_notes)
    remarks = losses(memo, found, template.names, lambda: [*chain(*(read(name, members[name]) for name in poured))])
    return Rendered(packing.write(members, template.packed, packing.QUICK), tuple(remarks))


def _checked(part: Part, xml: str, fragments: Fragments, bookmarks: Bookmarks) -> tuple[bytes, list[str]]:
    """The bytes of a part, with the blocks that were poured into it, and its words, line by line."""
    try:
        content, lines = _whole(part, xml, fragments, bookmarks)
    except TemplateFault:
        # A control character is not the template's fault: an entity of Markdown can be one.
        clean = legal_elements(xml)
        if not fragments.cleaned() and clean == xml:
            raise
        return _checked(part, clean, fragments, bookmarks)
    if has_strange_break(content, lines):
        clean = legal_elements(xml)
        if fragments.cleaned() or clean != xml:
            return _checked(part, clean, fragments, bookmarks)
    return content, lines


def _whole(part: Part, xml: str, fragments: Fragments, bookmarks: Bookmarks) -> tuple[bytes, list[str]]:
    """The part with its blocks, read again, and the words of both.

    Raises:
        TemplateFault: MA05, when it is not well-formed.
    """
    own = f"{_DECLARATION}{xml}"
    # A field that shows a page may be among the runs that were poured.
    ordered, plain = part.in_order and not bookmarks.used, part.plain and not bookmarks.used
    if not fragments:
        return (_remembered if len(xml) <= _OFTEN_ALIKE else _alone)(part.member, own, in_order=ordered, plain=plain)
    if plain:
        lines, shown = [read_plainly(part.member, own.encode(errors="ignore"))], None
    elif part.in_order:
        check(part.member, own.encode(errors="ignore"))
        lines, shown = [words(bookmarks.cut(xml.encode(errors="ignore")).decode() if bookmarks.used else xml)], None
    else:
        lines, shown = read_closely(part.member, own.encode(errors="ignore"))
    content, elements = fragments.woven(own, shown)
    return content, [*lines, read_written(part.member, bookmarks.cut(elements))]


def _alone(member: str, xml: str, *, in_order: bool, plain: bool) -> tuple[bytes, list[str]]:
    """A part without blocks, and its words."""
    content = xml.encode(errors="ignore")
    if plain:
        return content, [read_plainly(member, content)]
    if not in_order:
        return content, read_closely(member, content)[0]
    check(member, content)
    return content, [words(xml)]


_remembered: Final = lru_cache(maxsize=_ALIKE)(_alone)
_check_remembered: Final = lru_cache(maxsize=_ALIKE)(check)


def _unreadable(error: OSError) -> Diagnostic:
    path = Path(error.filename or "")
    message = f"bilden {quoted(path.name)} kan inte läsas längre"
    return Diagnostic("MD03", Severity.ERROR, message, Place(path), "se efter att filen finns och får läsas")


def _check_names(memo: Memo, template: CompiledTemplate) -> None:
    """Every name that the template asks for is a field of the memo.

    Raises:
        TemplateFaults: MA03, all unknown names.
    """
    faults = []
    for part in template.parts:
        for name, spot in part.names.items():
            if name not in memo.fields and name not in part.excused:
                message, advice = unknown_name(name, memo.fields).split("\n")
                faults.append(TemplateFault("MA03", message, advice, spot))
    if faults:
        raise TemplateFaults(faults)


def _pour(part: Part, own: dict[str, Any]) -> str:
    """The text of a part; what stands in for its blocks is in it, they themselves are among the part's fragments.

    Raises:
        TemplateFault: what the template asked for and cannot have, with its place.
    """
    # One mapping serves all parts: nothing that a template may do writes into it.
    context = part.jinja.new_context(own, shared=True)
    try:
        return budget_of(context).gathered(part.jinja.root_render_func(context))
    except TemplateFault as fault:
        raise fault.at(_spot(part, fault.__traceback__)) from fault
    except UndefinedError as error:
        message, _, advice = str(error.message).partition("\n")
        raise TemplateFault("MA03", message, advice, _spot(part, error.__traceback__)) from error
    except (TemplateError, *_RECKONING) as error:
        if _is_ours(error.__traceback__):
            raise
        spot = _spot(part, error.__traceback__)
        message = f"taggen {quoted(spot.tag)} kan inte räknas ut"
        raise TemplateFault("MA05", message, "se efter att fältet är av rätt slag för taggen", spot) from error


def _spot(part: Part, traceback: TracebackType | None) -> Spot:
    """The tag that was being poured."""
    line = 0
    while traceback is not None:
        template = traceback.tb_frame.f_globals.get("__jinja_template__")
        if template is part.jinja:
            line = part.jinja.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return part.spot(line) if line else Spot(part.member)


def _is_ours(traceback: TracebackType | None) -> bool:
    """Whether an error arose in memogen's own writing, and so is a bug and not a template's fault."""
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    name = traceback.tb_frame.f_code.co_filename if traceback is not None else ""
    return name.startswith(_HERE) and name not in _FENCE
