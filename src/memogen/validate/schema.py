"""JSON Schema of each kind of file, for completion and checking in an editor."""

from __future__ import annotations


def schema(kind: str) -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of a kind of file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind}
