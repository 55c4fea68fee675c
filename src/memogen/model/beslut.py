"""Decision blocks: what is proposed or decided, by whom, towards whom."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from memogen.model.grund import Grund, Heltal, JaNej, Markdown, Rad, en_eller_flera


class Punkt(Grund):
    """One decision point. ``text`` is bare Markdown; ``nr`` only where the source fixes the number."""

    text: Markdown = Field(title="text", description="Beslutspunkten, i Markdown")
    nr: Heltal | None = Field(None, title="nr", description="Eget nummer, när källan har bestämt det")


def _punkt(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    return {"text": value} if isinstance(value, str) else value


Punkter = Annotated[
    tuple[Annotated[Punkt, BeforeValidator(_punkt)], ...],
    BeforeValidator(en_eller_flera),
]


class Beslutsblock(Grund):
    """One block: a lead-in and its points."""

    organ: Rad | None = Field(None, title="organ", description="Det organ som beslutar eller föreslår")
    mottagare: Rad | None = Field(None, title="mottagare", description="Det organ som förslaget går till")
    for_egen_del: JaNej = Field(
        default=False, title="för egen del", description="ja: organet beslutar själv, vid sidan av ett förslag uppåt"
    )
    ingress: Rad | None = Field(None, title="ingress", description="Hela inledningen, i stället för den vanliga")
    att: Punkter = Field((), title="att", description="Beslutspunkterna")


_BLOCKNYCKLAR = frozenset(Beslutsblock.model_fields)


def _block(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    """The short form (a list of points, or one point) is one block decided by the document's organ."""
    items = en_eller_flera(value)
    if any(isinstance(item, dict) and not _is_point(item) for item in items):
        return items
    return [{"att": items}] if items else ()


def _is_point(item: dict[str, Any]) -> bool:
    return bool(item.keys() & {"text", "nr"}) and not item.keys() & _BLOCKNYCKLAR


Beslut = Annotated[tuple[Beslutsblock, ...], BeforeValidator(_block)]
"""``förslag till beslut`` and ``beslut``: the short form or the long one."""
