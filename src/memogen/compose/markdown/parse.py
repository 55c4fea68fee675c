"""Markdown text to a syntax tree, with what the text defines but never uses."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.compose.markdown.source import Source

_FOOTNOTE_TEXT = re.compile(r"^ *(\[\^[^\]\s]+\]):", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin, inline=False)
    # Every link is read as one, so that a scheme that is not allowed gets its remark.
    parser.validateLink = _any_link  # type: ignore[method-assign]
    return parser


def _any_link(url: str) -> bool:  # noqa: ARG001 - the parser gives the address
    return True


def tree(source: Source) -> SyntaxTreeNode:
    """The syntax tree; definitions that no text refers to are remarked on, because they would vanish."""
    env: dict[str, Any] = {}
    root = SyntaxTreeNode(_parser().parse(source.mixed.text, env))
    # To walk through a tree takes a good part of the time that it took to make it.
    if env.get("footnotes", {}).get("refs"):
        _footnotes(source, env, root)
    if "references" in env:
        _unused_links(source, env, root)
    return root


def _footnotes(source: Source, env: dict[str, Any], root: SyntaxTreeNode) -> None:
    """Remark on footnotes that no text refers to, and on a second text for one footnote."""
    used = {ref.meta["id"] for node in root.children if node.type != "footnote_block" for ref in _refs(node)}
    refs: dict[str, int] = env["footnotes"]["refs"]
    for label, number in refs.items():
        if number not in used:
            mark = f"[^{label[1:]}]"
            source.remark(
                "MD05",
                f"fotnoten {mark} används aldrig",
                f"sätt {mark} i texten där fotnoten hör hemma, eller ta bort den",
                f"{mark}:",
                0,
            )
    defined = Counter(_FOOTNOTE_TEXT.findall(source.text))
    for mark in (mark for mark, times in defined.items() if times > 1):
        message = f"fotnoten {mark} har mer än en text"
        source.remark("MD05", message, "ge den andra fotnoten ett eget namn", f"{mark}:", 0)


def _refs(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    return (inner for inner in node.walk() if inner.type == "footnote_ref")


def _unused_links(source: Source, env: dict[str, Any], root: SyntaxTreeNode) -> None:
    used = {str(node.attrs.get("href") or node.attrs.get("src")) for node in root.walk() if node.type in _LINKING}
    doubled = env.get("duplicate_refs", [])
    for definition in [*_first(env, used), *doubled]:
        source.remark_line(
            "MD04",
            "raden läses som mål för en länk som inte finns i texten, och skrivs därför inte ut",
            "skriv \\ före hakparentesen om raden är vanlig text, annars länken som [text](adress)",
            definition["map"][0],
        )


_LINKING = frozenset({"link", "image"})


def _first(env: dict[str, Any], used: set[str]) -> Iterator[dict[str, Any]]:
    for definition in env["references"].values():
        if definition["href"] not in used:
            yield definition


def footnote_marks(text: str) -> list[str]:
    """Footnote marks that stayed text because no footnote has their name."""
    return _FOOTNOTE_MARK.findall(text)
