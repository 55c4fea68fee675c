"""The act as one PDF: its parts after each other, stamped, linked and readable by their tags."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Dictionary, Name

from memogen.archive.joining import carrying, claims, colour, enclosed, layers, links, navigation, stamp
from memogen.archive.joining.tags import Tags
from memogen.archive.mending import inscribe, sealed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memogen.archive.joining.carrying import Carried
    from memogen.artifacts.act import Facts, Level, Part

_WITH_FILES = 3


def joined(parts: Sequence[Part], facts: Facts, level: Level) -> bytes:
    """All parts as one PDF/A file, in order; each is PDF/A by itself already.

    It claims ``level`` at most: letter a and PDF/UA only if every part does, else the least that a part claims. A part
    with a label has it as text at the top of its first page, and is linked to from where the parts without a label
    name it. The same parts and facts give the same bytes.

    Raises:
        ValueError: there are no parts.
        pikepdf.PdfError: a part is no PDF; the check before has let it through.
    """
    if not parts:
        raise ValueError("an act has at least one part")
    with ExitStack() as open_files:
        act = open_files.enter_context(pikepdf.new())
        brought = []
        for number, part in enumerate(parts, 1):
            brought.append(carrying.carried(act, number, part))
            open_files.enter_context(brought[-1].source)
        return _whole(act, brought, facts, level)


def _whole(act: pikepdf.Pdf, parts: Sequence[Carried], facts: Facts, level: Level) -> bytes:
    root = act.Root
    tags = Tags(act)
    elements = [tags.add(carried, facts.sprak) for carried in parts]
    intents = colour.intent(parts)
    if intents is not None:
        root.OutputIntents = intents
    for carried, element in zip(parts, elements, strict=True):
        if carried.part.label:
            stamp.stamp(act, carried, tags, element)
    links.link(act, parts, tags)
    _find_ways(act, parts, files=level.part >= _WITH_FILES)
    tags.close()
    inscribe(act, facts, claims.common(parts, level))
    root.MarkInfo = Dictionary(Marked=all(carried.tagged for carried in parts))
    root.PageMode = Name.UseOutlines
    root.Version = Name("/1.7")
    return sealed(act)


def _find_ways(act: pikepdf.Pdf, parts: Sequence[Carried], *, files: bool) -> None:
    """Names, bookmarks, page labels and layers; embedded files when the level may hold them."""
    root = act.Root
    names = Dictionary()
    if (places := navigation.destinations(parts)) is not None:
        names.Dests = act.make_indirect(places)
    if files:
        embedded, associated = enclosed.enclosed(parts)
        if embedded is not None:
            names.EmbeddedFiles = act.make_indirect(embedded)
        if len(associated):
            root.AF = associated
    if len(names.keys()):
        root.Names = names
    root.Outlines = navigation.outlines(act, parts)
    root.PageLabels = navigation.page_labels()
    if (merged := layers.layers(parts)) is not None:
        root.OCProperties = merged
