"""Real Word numbering: every list gets its own ``w:num`` over the list of the template's style."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from memogen.render.styles import W

if TYPE_CHECKING:
    from memogen.render.styles import Style

_W: Final = f"{{{W}}}"
_STEP: Final = 360
_DEEPEST: Final = 8
"""The lowest of Word's nine levels."""
_NUMBER: Final = re.compile(r"[0-9]{1,9}")
_NUM: Final = re.compile(r'<w:num [^>]*?w:numId="([0-9]{1,9})"[^>]*>(.*?)</w:num>', re.DOTALL)
_OVERRIDE: Final = re.compile(r'<w:lvlOverride [^>]*?w:ilvl="([0-8])"[^>]*>(.*?)</w:lvlOverride>', re.DOTALL)
_START: Final = re.compile(r"<w:startOverride\b[^>]*/>")
_BULLETS: Final = ("•", "–")
_FORMATS: Final = (("decimal", "."), ("lowerLetter", ")"), ("lowerRoman", "."))


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list of the template: numbers or bullets, and its left indent in twips."""

    ordered: bool
    left: int | None


class ListPlace(NamedTuple):
    """Where an item stands: its ``w:num``, its level, and the left indent of its text in twips."""

    number_id: int
    level: int
    left: int


class Lists:
    """The lists that a template has: what ``numbering.xml`` says, read once."""

    def __init__(self, root: etree._Element | None) -> None:
        self.levels: dict[int, dict[int, Level]] = {}
        self.definition: dict[int, int] = {}
        self.own: dict[int, dict[int, Level]] = {}
        """The levels that a ``w:num`` has in the place of its definition's."""
        self.overrides: dict[int, dict[int, str]] = {}
        self.head, self.numbers, self.tail = f'<w:numbering xmlns:w="{W}">', "", "</w:numbering>"
        self.last_number = 0
        self.exists = root is not None
        if root is None:
            return
        for definition in root.iter(f"{_W}abstractNum"):
            self.levels[_number(definition, "abstractNumId")] = _levels(definition)
        linked = _linked(root)
        for number in root.iter(f"{_W}num"):
            named = _number(number.find(f"{_W}abstractNumId"), "val")
            self.definition[_number(number, "numId")] = linked.get(named, named)
            self.own[_number(number, "numId")] = _levels(number)
        self.last_number = max(self.definition, default=0)
        self.head, self.numbers, self.tail = _split(root)
        self.overrides = _overrides(self.numbers)

    def level(self, style: Style, depth: int, *, ordered: bool) -> tuple[int, int, Level] | None:
        """Definition, level number and level that the style's list has for ``depth``, if it has it."""
        definition = self.definition.get(style.number_id)
        wanted = style.level + depth
        level = self._all_levels(style).get(wanted)
        if definition is None or level is None or level.ordered != ordered:
            return None
        return definition, wanted, level

    def step(self, style: Style) -> int:
        """How much further in the second level of the style's list stands than the first, in twips."""
        levels = self._all_levels(style)
        first, second = (levels[place].left if place in levels else None for place in (0, 1))
        return second - first if first is not None and second is not None and second > first else _STEP

    def _all_levels(self, style: Style) -> dict[int, Level]:
        """The levels of a style's list, by their numbers."""
        named = self.levels.get(self.definition.get(style.number_id, -1), {})
        return named | self.own.get(style.number_id, {})


@dataclass
class Numbering:
    """The lists of one document, added to those of its template."""

    lists: Lists
    _numbers: list[str] = field(default_factory=list)
    _definitions: list[str] = field(default_factory=list)
    _own: dict[tuple[bool, int, int], int] = field(default_factory=dict)
    _kinds: dict[tuple[str, int, bool], tuple[int, int, int]] = field(default_factory=dict)

    def begin(self, style: Style, depth: int, *, ordered: bool, start: int = 1) -> ListPlace:
        """A list that starts anew at ``start``."""
        key = (style.style_id, depth, ordered)
        if key not in self._kinds:
            self._kinds[key] = self._kind(style, depth, ordered=ordered)
        definition, level, left = self._kinds[key]
        number_id = self.lists.last_number + len(self._numbers) + 1
        overrides = self.lists.overrides.get(style.number_id, {}) if definition in self.lists.levels else {}
        if ordered:
            restarted = f'<w:startOverride w:val="{start}"/>{_START.sub("", overrides.get(level, ""))}'
            overrides = overrides | {level: restarted}
        changed = "".join(
            f'<w:lvlOverride w:ilvl="{place}">{content}</w:lvlOverride>' for place, content in sorted(overrides.items())
        )
        self._numbers.append(f'<w:num w:numId="{number_id}"><w:abstractNumId w:val="{definition}"/>{changed}</w:num>')
        return ListPlace(number_id, level, left)

    def _kind(self, style: Style, depth: int, *, ordered: bool) -> tuple[int, int, int]:
        """Definition, level and left indent of the lists of a style."""
        found = self.lists.level(style, depth, ordered=ordered)
        if found is not None:
            definition, level, known = found
            return definition, level, style.indent + depth * _STEP if known.left is None else known.left
        base = self.lists.level(style, 0, ordered=ordered)
        left = base[2].left if base is not None and base[2].left is not None else style.indent or _STEP
        step = self.lists.step(style)
        level = min(depth, _DEEPEST)
        return self._definition(left, step, ordered=ordered), level, left + level * step

    @property
    def used(self) -> bool:
        """Whether the document has any list."""
        return bool(self._numbers)

    def xml(self) -> bytes | None:
        """The finished part, or None when the document added no list."""
        if not self._numbers:
            return None
        return "".join(
            (self.lists.head, *self._definitions, self.lists.numbers, *self._numbers, self.lists.tail)
        ).encode()

    def _definition(self, left: int, step: int, *, ordered: bool) -> int:
        """A list of our own with all levels, where the template's style has no such level."""
        key = (ordered, left, step)
        if key not in self._own:
            self._own[key] = max(self.lists.levels, default=-1) + len(self._own) + 1
            self._definitions.append(_own_definition(self._own[key], left, step, ordered=ordered))
        return self._own[key]


def _own_definition(identity: int, left: int, step: int, *, ordered: bool) -> str:
    levels = []
    for level in range(_DEEPEST + 1):
        kind, sign = _FORMATS[level % len(_FORMATS)] if ordered else ("bullet", _BULLETS[level % len(_BULLETS)])
        text = f"%{level + 1}{sign}" if ordered else sign
        indent = f'<w:ind w:left="{left + level * step}" w:hanging="{step}"/>'
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
        )
    return (
        f'<w:abstractNum w:abstractNumId="{identity}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


def _linked(root: etree._Element) -> dict[int, int]:
    """The definitions that only name a list style, and the one that has the style's levels."""
    styled = {
        link.get(f"{_W}val", ""): _number(definition, "abstractNumId")
        for definition in root.iter(f"{_W}abstractNum")
        for link in definition.iterchildren(f"{_W}styleLink")
    }
    return {
        _number(definition, "abstractNumId"): styled[link.get(f"{_W}val", "")]
        for definition in root.iter(f"{_W}abstractNum")
        for link in definition.iterchildren(f"{_W}numStyleLink")
        if link.get(f"{_W}val", "") in styled
    }


def _levels(definition: etree._Element) -> dict[int, Level]:
    levels = {}
    for level in definition.iter(f"{_W}lvl"):
        kind = level.find(f"{_W}numFmt")
        indent = level.find(f"{_W}pPr/{_W}ind")
        left = "" if indent is None else indent.get(f"{_W}left", indent.get(f"{_W}start", ""))
        levels[_number(level, "ilvl")] = Level(
            ordered=kind is None or kind.get(f"{_W}val") not in {"bullet", "none"},
            left=int(left) if _NUMBER.fullmatch(left) else None,
        )
    return levels


def _split(root: etree._Element) -> tuple[str, str, str]:
    """The text of the part: up to its first ``w:num``, its ``w:num``s, and the rest."""
    xml = etree.tostring(root, encoding="unicode")
    if xml.endswith("/>"):
        return f"{xml[:-2]}>", "", "</w:numbering>"
    end = re.search(r"<w:numIdMacAtCleanup|</w:numbering>$", xml)
    stop = end.start() if end else len(xml)
    first = re.search(r"<w:num[ >]", xml)
    start = first.start() if first else stop
    return xml[:start], xml[start:stop], xml[stop:]


def _overrides(numbers: str) -> dict[int, dict[int, str]]:
    """What each of these ``w:num``s puts in the place of levels, by its number and theirs."""
    return {
        int(number): {int(level): content for level, content in _OVERRIDE.findall(changed) if "<w:lvl " in content}
        for number, changed in _NUM.findall(numbers)
        if "<w:lvl " in changed
    }


def _number(element: etree._Element | None, name: str) -> int:
    value = "" if element is None else element.get(f"{_W}{name}", "")
    return int(value) if _NUMBER.fullmatch(value) else 0
