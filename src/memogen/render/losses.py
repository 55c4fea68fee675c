"""Nothing lost: every word of the case is looked for in the finished text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.render.faults import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from memogen.artifacts import Memo, Trace

_SECTIONS = "avsnitt"


def losses(
    memo: Memo, lines: Iterable[str], names: Collection[str], whole: Callable[[], Iterable[str]]
) -> Iterator[Remark]:
    """What was not found: lost text (MA08), and fields that the template never shows (MA07), once a field.

    ``lines`` is what the document says, a line that is repeated once; ``whole`` reads every line of it in its order.
    """
    # Nearly every trace is a line, or a part of one; only one that goes on over several needs all of them.
    text = "\n".join(lines)
    known = frozenset(text.split("\n"))
    missing = [trace for trace in memo.traces if trace.text not in known and not _is_part(trace.text, text)]
    if not missing:
        return
    smooth = _smooth("\n".join(whole()))
    sections = _section_keys(memo) if _SECTIONS in names else frozenset()
    said = set()
    for trace in missing:
        if _smooth(trace.text) in smooth:
            continue
        shown = trace.name in names or trace.name in sections
        if trace.path not in said:
            said.add(trace.path)
            yield _lost(trace) if shown else _hidden(trace)


def _is_part(words: str, text: str) -> bool:
    return "\n" not in words and words in text


def _lost(trace: Trace) -> Remark:
    message = f"texten {quoted(trace.text)} kom inte med i dokumentet"
    advice = f'se efter i mallen vad som döljer "{trace.name}"'
    return Remark("MA08", trace.path, message, advice, severity=Severity.ERROR)


def _hidden(trace: Trace) -> Remark:
    message = f'mallen visar inte fältet "{trace.name}": texten {quoted(trace.text)} kommer inte med i dokumentet'
    advice = f'lägg in "{trace.name}" i mallen, eller ta bort texten'
    return Remark("MA07", trace.path, message, advice, severity=Severity.WARNING)


def _section_keys(memo: Memo) -> frozenset[object]:
    sections = memo.fields.get(_SECTIONS)
    items = sections if isinstance(sections, list) else []
    return frozenset(item.get("nyckel") for item in items if isinstance(item, dict))


def _smooth(text: str) -> str:
    """Every kind of space and line break as one space."""
    return " ".join(text.split())
