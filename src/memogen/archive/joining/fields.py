"""Fields of forms become pictures of what they show: an act is read, and nobody fills it in."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Stream, String

_KEPT = frozenset({"/AP", "/AS", "/Contents", "/F", "/NM", "/OC", "/P", "/Rect", "/StructParent", "/Type"})


def settle(page: Dictionary) -> bool:
    """Whether the page had fields; now it has stamps that look like them. A field that shows nothing is gone."""
    annotations = list(page.get(Name.Annots, Array()))
    fields = [each for each in annotations if _is_field(each)]
    if fields:
        page.Annots = Array([each for each in annotations if not _is_field(each) or _settled(each)])
    return bool(fields)


def _is_field(annotation: Object) -> bool:
    return isinstance(annotation, Dictionary) and annotation.get(Name.Subtype) == Name.Widget


def _settled(field: Object) -> bool:
    looks = field.get(Name.AP)
    look = looks.get(Name.N) if isinstance(looks, Dictionary) else None
    if isinstance(look, Dictionary):
        look = look.get(str(field.get(Name.AS, Name.Off)))
    if not isinstance(look, Stream):
        return False
    said = field.get(Name.TU)
    if isinstance(said, String) and Name.Contents not in field:
        field.Contents = said
    for key in set(field.keys()) - _KEPT:
        del field[key]
    field.Subtype, field.AP = Name.Stamp, Dictionary(N=look)
    return True
