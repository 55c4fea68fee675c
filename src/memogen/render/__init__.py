"""Pour the words into Word: compile a template once, pour many."""

from __future__ import annotations

from memogen.render.foreign import foreign
from memogen.render.frozen import frozen
from memogen.render.origin import is_own
from memogen.render.pouring import Rendered, docx
from memogen.render.printed import Printed, printed
from memogen.render.reading import text

__all__ = ["Printed", "Rendered", "docx", "foreign", "frozen", "is_own", "printed", "text"]
