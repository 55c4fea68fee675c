"""Give a file its shape: from text values to the frozen model, and every fault to its place."""

from __future__ import annotations

from memogen.validate.document import Validated, document
from memogen.validate.placing import beside, diagnostics
from memogen.validate.profile import profil
from memogen.validate.schema import kinds, schema

__all__ = ["Validated", "beside", "diagnostics", "document", "kinds", "profil", "schema"]
