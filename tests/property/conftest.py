from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memogen.artifacts import Blocks, Memo, Runs
from memogen.compose.pieces import inline_pieces, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="session")
def poured() -> Callable[[Memo], str]:
    """Everything that a template sees of a memo, a piece a line."""
    return lambda memo: "\n".join(_pieces(memo.fields))


def _pieces(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Blocks):
        yield from pieces(value.blocks)
    elif isinstance(value, Runs):
        yield from inline_pieces(value.inlines)
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _pieces(inner)
