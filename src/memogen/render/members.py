"""The parts of a Word file that memogen knows by name."""

from __future__ import annotations

from typing import Final

CONTENT_TYPES: Final = "[Content_Types].xml"
ROOT_RELATIONSHIPS: Final = "_rels/.rels"
DOCUMENT: Final = "word/document.xml"
FOOTNOTES: Final = "word/footnotes.xml"
NUMBERING: Final = "word/numbering.xml"
SETTINGS: Final = "word/settings.xml"
STYLES: Final = "word/styles.xml"
CORE: Final = "docProps/core.xml"
APPLICATION: Final = "docProps/app.xml"
