"""A docx written from its members, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree

from memogen.render import package
from memogen.render.members import CONTENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

_THEN: Final = (1980, 1, 1, 0, 0, 0)
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


def written(members: Mapping[str, bytes]) -> bytes:
    """The members as a docx."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, _THEN), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def announce(members: dict[str, bytes], owner: str, part: str, content_type: str, kind: str) -> None:
    """Tell the package of a part of ``owner`` that is new."""
    types = package.parse(members[CONTENT_TYPES])
    if not any(one.get("PartName") == f"/{part}" for one in types):
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type)
        members[CONTENT_TYPES] = package.serialised(types)
    folder, _, name = owner.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels" if folder else "_rels/.rels"
    root = package.parse(members[rels]) if rels in members else etree.Element(f"{{{_RELATIONSHIPS}}}Relationships")
    target = part.removeprefix(f"{folder}/") if folder else part
    taken = {one.get("Id") for one in root}
    identity = next(f"rMemogen{number}" for number in range(1, len(taken) + 2) if f"rMemogen{number}" not in taken)
    etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", Id=identity, Type=kind, Target=target)
    members[rels] = package.serialised(root)
