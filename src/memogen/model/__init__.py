"""The nouns of the field as frozen types. Field names are the folded keys of the files."""

from __future__ import annotations
