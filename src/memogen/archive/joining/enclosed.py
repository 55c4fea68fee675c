"""Files inside the parts, such as the source that a document was made from: PDF/A-3 may hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name

from memogen.archive.joining import trees

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pikepdf import Object

    from memogen.archive.joining.carrying import Carried


def enclosed(parts: Sequence[Carried]) -> tuple[Dictionary | None, Array]:
    """The embedded files of all parts as one tree of names, and those that are associated with the document."""
    files: dict[bytes, Object] = {}
    associated = Array()
    for carried in parts:
        names = carried.catalog.get(Name.Names)
        own = names.get(Name.EmbeddedFiles) if isinstance(names, Dictionary) else None
        for name, file in trees.names(own):
            key = name if name not in files else f"d{carried.number}.".encode() + name
            files[key] = file
        listed = carried.catalog.get(Name.AF)
        if isinstance(listed, Array):
            associated.extend(list(listed))
    return (trees.name_tree(files) if files else None), associated
