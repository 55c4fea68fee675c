"""Pour the words of a memo into a compiled template."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateError, UndefinedError

from memogen.diagnostics import Diagnostic, Place, Remark, Severity
from memogen.errors import Rejected
from memogen.render import package, packing, properties
from memogen.render.blocks import BlockWriter
from memogen.render.budget import BUDGET, Budget
from memogen.render.compiled import CompiledTemplate, Part, compiled
from memogen.render.draft import Draft
from memogen.render.faults import Spot, TemplateFault, TemplateFaults, quoted
from memogen.render.fillings import WRITER
from memogen.render.losses import losses
from memogen.render.mending import mend
from memogen.render.reading import paragraphs
from memogen.render.sandbox import unknown_name

if TYPE_CHECKING:
    from types import TracebackType

    from memogen.artifacts import Memo

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
        data = _content(template)
        ready = compiled(data)
        if memo.kind not in ready.reviewed:
            _look_through(memo, ready, template, data)
        return _poured(memo, ready)
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


def _look_through(memo: Memo, ready: CompiledTemplate, template: Path, data: bytes) -> None:
    """Review the template before its first document of a kind, unless an earlier run has done so.

    Raises:
        Rejected: everything that is wrong with it.
    """
    from memogen.render.review import known  # noqa: PLC0415 - all documents but the first go without it

    if not known.is_known(data, memo.kind):
        from memogen.render.review.walking import refuse  # noqa: PLC0415 - as above

        if refuse(memo, ready, template):
            known.remember(data, memo.kind)
    ready.reviewed.add(memo.kind)


def _content(template: Path) -> bytes:
    try:
        with template.open("rb") as stream:
            return stream.read(package.MAX_FILE + 1)
    except OSError as error:
        message = f"mallen {quoted(template.name)} kan inte läsas"
        raise TemplateFault("MA01", message, "se efter att filen finns och får läsas") from error


def _poured(memo: Memo, template: CompiledTemplate) -> Rendered:
    _check_names(memo, template)
    draft = Draft(template)
    budget = Budget()
    found: dict[str, list[str]] = {}
    try:
        for part in template.parts:
            xml = draft.bookmarks.settled(_pour(part, memo, BlockWriter(draft, part.member), budget))
            content = f"{_DECLARATION}{mend(xml, part.mending, draft.next_drawing)}".encode()
            draft.members[part.member] = content
            found[part.member] = [*paragraphs(package.finished(part.member, content))]
    except OSError as error:
        raise Rejected([_unreadable(error)]) from error
    members = draft.finish()
    properties.write(members, memo)
    for member in draft.written:
        found[member] = [*paragraphs(package.finished(member, members[member]))]
    remarks = losses(memo, chain.from_iterable(found.values()), template.names)
    return Rendered(packing.write(members, template.packed), tuple(remarks))


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


def _pour(part: Part, memo: Memo, writer: BlockWriter, budget: Budget) -> str:
    """The text of a part.

    Raises:
        TemplateFault: what the template asked for and cannot have, with its place.
    """
    context = part.jinja.new_context({**memo.fields, WRITER: writer, BUDGET: budget})
    pieces = []
    try:
        for piece in part.jinja.root_render_func(context):
            budget.write(piece)
            pieces.append(piece)
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
    return "".join(pieces)


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
