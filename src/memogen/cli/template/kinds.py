"""The kinds of documents, as people name them."""

from __future__ import annotations

from memogen.artifacts.catalogue import KINDS
from memogen.errors import UsageError
from memogen.model.nyckel import fold


def meant(written: str) -> str:
    """The kind that a person has named, by its key or in Swedish.

    Raises:
        UsageError: there is no such kind.
    """
    names = {fold(swedish): kind for kind, (swedish, _) in KINDS.items()} | {kind: kind for kind in KINDS}
    names |= {"arende": "tjansteskrivelse", "utdrag": "protokollsutdrag"}
    if fold(written) not in names:
        raise UsageError(
            f'"{written}" är inget slags handling', f"välj bland {', '.join(swedish for swedish, _ in KINDS.values())}"
        )
    return names[fold(written)]
