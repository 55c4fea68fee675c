"""The blocks of a part: what each tag opens, goes on with and closes, and what each tag sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateSyntaxError, nodes

from memogen.artifacts.catalogue import Form
from memogen.render.allowed import check
from memogen.render.faults import quoted, syntax_fault
from memogen.render.review import filtering, slips
from memogen.render.review.crossing import crossing
from memogen.render.review.expressions import LOOP, Reader, Scope, written
from memogen.render.review.finding import Finding, warning
from memogen.render.review.shapes import ANY, Shape
from memogen.render.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memogen.render.review.outline import Outline
    from memogen.render.review.tagging import Tag

_ENVIRONMENT: Final = Sandbox()
_OWN: Final = {"if": "endif", "for": "endfor"}
_REFUSED: Final = {
    "macro": "endmacro",
    "call": "endcall",
    "filter": "endfilter",
    "block": "endblock",
    "with": "endwith",
    "autoescape": "endautoescape",
    "raw": "endraw",
}
_REFUSED_ALONE: Final = frozenset({"include", "import", "from", "extends", "do", "debug", "break", "continue"})
_DOCXTPLS: Final = frozenset({"colspan", "cellbg", "vm", "hm"})
_FRAMES: Final = {
    "if": "{{% {0} %}}{{% endif %}}",
    "elif": "{{% if x %}}{{% {0} %}}{{% endif %}}",
    "for": "{{% {0} %}}{{% endfor %}}",
    "set": "{{% {0} %}}",
}


@lru_cache(maxsize=2048)
def _tree(source: str) -> nodes.Template:
    """The syntax tree of one tag; many templates have the same tags."""
    return _ENVIRONMENT.parse(source)


@dataclass
class Block:
    """A block that is open: the word that opened it, its tag, and what its name hid."""

    word: str
    tag: Tag
    names: Mapping[str, Shape]
    branches: list[str] = field(default_factory=list)


class Walk:
    """Walks the tags of one part in order; every branch is walked, whatever its condition says."""

    def __init__(self, outline: Outline, fields: Mapping[str, Shape]) -> None:
        self.findings: list[Finding] = []
        self.shown: list[tuple[Tag, Shape, str]] = []
        self.closed: list[tuple[Tag, Tag]] = []
        self._outline = outline
        self._scope = Scope(dict(fields))
        self._open: list[Block] = []
        self._passed: list[str] = []

    def walk(self, tags: Iterable[Tag]) -> None:
        """Read every tag; blocks that are still open at the end are told where they begin."""
        for tag in tags:
            if self._open and self._open[-1].word == "raw" and tag.word != "endraw":
                continue
            if tag.sign == "{{":
                self._print(tag)
            elif tag.sign == "{%":
                self._statement(tag)
        for block in self._open:
            self._tell("MA02", f"{quoted(block.tag.spot.tag)} stängs aldrig", self._closer_advice(block), block.tag)

    def _tell(self, code: str, message: str, advice: str, tag: Tag) -> None:
        self.findings.append(Finding(code, message, advice, tag.spot))

    def _closer_advice(self, block: Block) -> str:
        closer = _OWN.get(block.word) or _REFUSED.get(block.word, "")
        return f'skriv "{{%{block.tag.prefix} {closer} %}}" där blocket ska sluta'

    def _print(self, tag: Tag) -> None:
        if slips.is_statement(tag):
            advice = f'skriv "{{% {tag.inside} %}}"'
            self._tell("MA02", f"{quoted(tag.spot.tag)} är ett villkor eller en slinga, inte ett värde", advice, tag)
            self._statement(tag)
            return
        tree = self._parsed(f"{{{{ {tag.inside} }}}}", tag)
        if tree is None:
            return
        expression = next((node for output in tree.body for node in getattr(output, "nodes", [])), None)
        if expression is None:
            return
        shape = self._read(expression, tag)
        name = written(expression)
        self.shown.append((tag, shape, name))
        for code, message, advice in filtering.printed(shape, tag.prefix, name):
            self._tell(code, message, advice, tag)

    def _statement(self, tag: Tag) -> None:
        word = tag.word
        if word in _OWN or word in _REFUSED:
            self._opens(tag, word)
        elif word in {"elif", "else"}:
            self._goes_on(tag, word)
        elif word in {*_OWN.values(), *_REFUSED.values()}:
            self._closes(tag, word)
        elif word == "set":
            self._sets(tag)
        elif word in _REFUSED_ALONE:
            self._refused(tag, word)
        elif word not in _DOCXTPLS:
            self._strange(tag, word)

    def _strange(self, tag: Tag, word: str) -> None:
        """A word that begins no tag; what it was meant to be is taken as said."""
        prefix, inside = slips.prefixed(tag)
        near = slips.word_meant(tag, self._open[-1].word if self._open else "")
        said = quoted(tag.spot.tag)
        if prefix:
            advice = f'skriv "{{%{prefix} {inside} %}}": {prefix} direkt efter {{%, och ett mellanslag efter {prefix}'
            self._tell("MA02", f"{said} är inte rätt skriven", advice, tag)
            self._statement(replace(tag, prefix=prefix, inside=inside))
        elif not word:
            self._tell("MA02", "taggen är tom", "skriv vad taggen ska göra, eller ta bort den", tag)
        else:
            advice = f'menade du "{near}"?' if near else "skriv if, for eller set; ett värde skrivs {{ fält }}"
            self._tell("MA02", f'"{word}" är ingen tagg som memogen känner till i {said}', advice, tag)
            self._taken(tag, near)

    def _taken(self, tag: Tag, near: str) -> None:
        """Go on as if the tag said what it was meant to, so that it takes no other tag with it."""
        if near in _OWN.values():
            self._closes(tag, near)
        elif near in _OWN:
            self._open.append(Block(near, tag, self._scope.names))
            self._name_loop(tag.inside)

    def _name_loop(self, inside: str) -> None:
        """The names of a loop that could not be read, so that its inside is not blamed for it."""
        names = re.findall(r"\w+", inside.partition(" in ")[0])[1:]
        self._scope.names = {**self._scope.names, **dict.fromkeys([*names, LOOP], ANY)}

    def _refused(self, tag: Tag, word: str) -> None:
        advice = "använd bara fält, villkor, slingor och de filter som handboken räknar upp"
        self._tell("MA09", f'"{word}" är inte tillåtet i en mall', advice, tag)

    def _opens(self, tag: Tag, word: str) -> None:
        self._open.append(Block(word, tag, self._scope.names))
        if word in _REFUSED:
            if word != "raw":
                self._refused(tag, word)
            return
        tree = self._parsed(_FRAMES[word].format(tag.inside), tag)
        if tree is None:
            if word == "for":
                self._name_loop(tag.inside)
            return
        node = tree.body[0]
        if isinstance(node, nodes.For):
            self._loop(node, tag)
        elif isinstance(node, nodes.If):
            self._read(node.test, tag)

    def _loop(self, node: nodes.For, tag: Tag) -> None:
        """The names inside the loop: its own, typed by the list that it goes over, and ``loop``."""
        shape = self._read(node.iter, tag)
        if shape.form is not Form.ANY and not shape.is_list and shape.form is not Form.RECORD:
            name = written(node.iter)
            what = quoted(name) if name else "värdet"
            message = f"slingan går inte över en lista: {what} är {filtering.said(shape)}"
            self._tell("MA11", message, "välj ett fält som är en lista", tag)
        if isinstance(node.target, nodes.Name):
            own = {node.target.name: shape.item}
        else:
            own = {one.name: ANY for one in node.target.find_all(nodes.Name)}
        self._scope.names = {**self._scope.names, **own, LOOP: shape if shape.is_list else ANY}
        if node.test is not None:
            self._read(node.test, tag)

    def _goes_on(self, tag: Tag, word: str) -> None:
        block = self._open[-1] if self._open else None
        if block is None or block.word not in _OWN or (word == "elif" and block.word != "if"):
            self._tell("MA02", f'"{word}" saknar en början: inget villkor är öppet här', "skriv ett if före", tag)
            return
        if "else" in block.branches:
            self._tell("MA02", f'"{word}" står efter ett "else"', 'skriv "else" sist av grenarna', tag)
        block.branches.append(word)
        self._crosses(block, tag)
        if word == "elif" and (tree := self._parsed(_FRAMES["elif"].format(tag.inside), tag)) is not None:
            choice = tree.body[0]
            if isinstance(choice, nodes.If) and choice.elif_:
                self._read(choice.elif_[0].test, tag)
        elif word == "else" and tag.inside != "else":
            self._tell(
                "MA02", f"{quoted(tag.spot.tag)} har mer än ordet else", 'skriv "elif" för ett nytt villkor', tag
            )
        if block.word == "for":
            self._scope.names = block.names

    def _closes(self, tag: Tag, word: str) -> None:
        opener = next(one for one, closer in {**_OWN, **_REFUSED}.items() if closer == word)
        depth = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i].word == opener), None)
        if depth is None and opener in self._passed:
            self._passed.remove(opener)
            return
        if depth is None:
            self._tell("MA02", f'"{word}" saknar en början: inget {opener} är öppet här', "ta bort taggen", tag)
            return
        for block in self._open[depth + 1 :]:
            where = self._outline.where(block.tag.spot)
            message = f"{quoted(tag.spot.tag)} stänger fel block: {quoted(block.tag.spot.tag)} ({where}) är öppet"
            self._tell("MA02", message, self._closer_advice(block).replace(" där blocket ska sluta", " före"), tag)
        block = self._open[depth]
        crossed = depth + 1 < len(self._open)
        self._passed += [one.word for one in self._open[depth + 1 :]]
        del self._open[depth:]
        if not crossed:
            self._crosses(block, tag)
            self.closed.append((block.tag, tag))
        if block.word == "for":
            over = {name: block.tag.spot.tag for name in self._scope.names if name not in block.names and name != LOOP}
            self._scope.gone = {**self._scope.gone, **over}
            self._scope.names = block.names

    def _crosses(self, block: Block, tag: Tag) -> None:
        self.findings.extend(crossing(block.tag, tag, self._outline))

    def _sets(self, tag: Tag) -> None:
        if "=" not in tag.inside:
            self._refused(tag, "set … endset")
            return
        tree = self._parsed(_FRAMES["set"].format(tag.inside), tag)
        node = tree.body[0] if tree is not None and tree.body else None
        if isinstance(node, nodes.Assign):
            shape = self._read(node.node, tag)
            names = [
                one.name for one in [node.target, *node.target.find_all(nodes.Name)] if isinstance(one, nodes.Name)
            ]
            own = {name: shape if len(names) == 1 else ANY for name in names}
            self._scope.names = {**self._scope.names, **own}

    def _parsed(self, source: str, tag: Tag) -> nodes.Template | None:
        """The tag's syntax tree; what cannot be read, or may not be used, is told."""
        if slips.invisible(tag):
            self._tell("MA02", f"{quoted(tag.spot.tag)} har ett osynligt tecken i sig", "skriv om taggen för hand", tag)
            return None
        try:
            tree = _tree(source)
        except TemplateSyntaxError as error:
            if not tag.whole:
                return None
            fault = syntax_fault(error.message or "", tag.spot)
            self._tell(fault.code, fault.message, slips.advice(tag, self._scope.names) or fault.advice, tag)
            return None
        except RecursionError:
            self._tell("MA09", "taggen är för djupt sammansatt", "förenkla taggen", tag)
            return None
        refusals = [fault for _, fault in check(tree)]
        self.findings.extend(Finding(fault.code, fault.message, fault.advice, tag.spot) for fault in refusals)
        return None if refusals else tree

    def _read(self, node: nodes.Node, tag: Tag) -> Shape:
        reader = Reader(self._scope)
        shape = reader.shape(node)
        for code, message, advice in dict.fromkeys(reader.told):
            self._tell(code, message, advice, tag)
        self.findings.extend(warning(*one, tag.spot) for one in dict.fromkeys(reader.doubted))
        return shape
