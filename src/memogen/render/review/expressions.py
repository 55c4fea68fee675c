"""What an expression asks for: every name at any depth held against what there is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes

from memogen.artifacts.catalogue import Form
from memogen.render.allowed import LOOP_CALLS, LOOP_FACTS, METHODS
from memogen.render.faults import quoted
from memogen.render.review import filtering
from memogen.render.review.names import meant, unknown
from memogen.render.review.shapes import ANY, FLAG, NUMBER, TEXT, Shape
from memogen.render.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LOOP: Final = "loop"
_TEXT_METHODS: Final = METHODS - {"items", "keys", "values"}
_ARITHMETIC: Final = (nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos, nodes.Add)
TESTS: Final = frozenset(Sandbox().tests)
_NEARLY: Final = 0.8
_CONSTANTS: Final = ((bool, FLAG), (int, NUMBER), (float, NUMBER), (str, TEXT))


@dataclass
class Scope:
    """The names that a tag sees, and the loops that are over."""

    names: Mapping[str, Shape]
    gone: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Reader:
    """Reads expressions in a scope; what is wrong, or may be, is told as (code, message, advice)."""

    scope: Scope
    told: list[tuple[str, str, str]] = field(default_factory=list)
    doubted: list[tuple[str, str, str]] = field(default_factory=list)

    def shape(self, node: Any) -> Shape:  # noqa: ANN401 - Jinja types a visited node too widely
        """What an expression gives; everything below it is read too."""
        handler = _HANDLERS.get(type(node))
        if handler is not None:
            return handler(self, node)
        for child in node.iter_child_nodes():
            self.shape(child)
        return NUMBER if isinstance(node, _ARITHMETIC) else ANY

    def name(self, node: Any) -> Shape:  # noqa: ANN401 - as above
        """A field, a loop's name, or what was set."""
        found = self.scope.names.get(node.name)
        if found is None and node.name != "range":
            message, advice = unknown(node.name, self.scope.names, self.scope.gone)
            self.told.append(("MA03", message, advice))
        return found or ANY

    def attribute(self, node: Any) -> Shape:  # noqa: ANN401 - as above
        """A field of a record, a fact about the loop, or a method of text."""
        owner = self.shape(node.node)
        return self.field_of(owner, node.node, str(node.attr))

    def field_of(self, owner: Shape, node: Any, name: str) -> Shape:  # noqa: ANN401 - as above
        """The field ``name`` of what ``node`` stands for."""
        if isinstance(node, nodes.Name) and node.name == LOOP:
            return self._loop_fact(owner, name)
        if owner.form is Form.ANY or (owner.form is Form.TEXT and name in _TEXT_METHODS):
            return ANY
        if owner.form is Form.RECORD:
            if name in owner.fields:
                return owner.fields[name]
            if name not in METHODS:
                near = meant(name, owner.fields)
                called = written(node)
                whole = f"{called}.{name}" if called else name
                known = ", ".join(owner.fields)
                advice = f'menade du "{called + "." if called else ""}{near}"?' if near else f"välj bland {known}"
                self.told.append(("MA03", f"okänt namn {quoted(whole)}", advice))
            return ANY
        self._no_fields(owner, node, name)
        return ANY

    def _no_fields(self, owner: Shape, node: Any, name: str) -> None:  # noqa: ANN401 - as above
        called = written(node) or "värdet"
        message = f"{quoted(called)} är {filtering.said(owner)} och har inget fält {quoted(name)}"
        if owner.is_list:
            advice = f"gå i en slinga: {{%p for post in {called} %}} … {{{{ post.{name} }}}} … {{%p endfor %}}"
        else:
            advice = "ta bort punkten och namnet efter den"
        self.told.append(("MA03", message, advice))

    def _loop_fact(self, owner: Shape, name: str) -> Shape:
        if name in {"previtem", "nextitem"}:
            return owner.item
        if name in LOOP_FACTS or name in LOOP_CALLS:
            return FLAG if name in {"first", "last"} else NUMBER if name in LOOP_FACTS else ANY
        near = meant(name, LOOP_FACTS)
        advice = f'menade du "loop.{near}"?' if near else f"välj bland {', '.join(sorted(LOOP_FACTS))}"
        self.told.append(("MA03", f'okänt namn "loop.{name}"', advice))
        return ANY

    def element(self, node: Any) -> Shape:  # noqa: ANN401 - as above
        """An element by position or key, or a part of a list or a text."""
        owner = self.shape(node.node)
        self.shape(node.arg)
        if isinstance(node.arg, nodes.Slice):
            return owner
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.field_of(owner, node.node, node.arg.value)
        return owner.item if owner.is_list else TEXT if owner.form is Form.TEXT else ANY

    def call(self, node: Any) -> Shape:  # noqa: ANN401 - as above
        """A method of text, or of the loop."""
        self.shape(node.node)
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.shape(argument)
        name = getattr(node.node, "attr", "")
        return TEXT if name in {"upper", "lower", "strip"} else FLAG if name in _TEXT_METHODS else ANY

    def filter(self, node: Any) -> Shape:  # noqa: ANN401 - as above
        """What a filter makes of a value."""
        guarded = node.name in {"default", "d"} and isinstance(node.node, nodes.Name)
        owner = self._guarded(node.node) if guarded else self.shape(node.node)
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.shape(argument)
        faults, result = filtering.filtered(node, owner, written(node.node))
        self.told.extend(faults)
        return result

    def _guarded(self, node: Any) -> Shape:  # noqa: ANN401 - as above
        """A name that may be unknown; one that is nearly a field is doubted all the same."""
        near = "" if node.name in self.scope.names else meant(node.name, self.scope.names, _NEARLY)
        if near:
            message = f"{quoted(node.name)} finns inte, så här visas alltid det andra"
            self.doubted.append(("MA03", message, f'menade du "{near}"?'))
        return self.scope.names.get(node.name, ANY)

    def test(self, node: Any) -> Shape:  # noqa: ANN401 - as above
        """A question about a value; a name may be unknown where it is asked whether it is there."""
        if node.name in {"defined", "undefined"} and isinstance(node.node, nodes.Name):
            self._guarded(node.node)
        else:
            self.shape(node.node)
        if node.name not in TESTS:
            near = meant(node.name, TESTS)
            advice = f'menade du "is {near}"?' if near else "jämför med ==, eller skriv bara fältet"
            self.told.append(("MA02", f'villkoret "is {node.name}" finns inte', advice))
        for argument in node.args:
            self.shape(argument)
        return FLAG

    def choice(self, node: Any) -> Shape:  # noqa: ANN401 - as above
        """``a if b else c``."""
        self.shape(node.test)
        one = self.shape(node.expr1)
        other = one if node.expr2 is None else self.shape(node.expr2)
        return one if one.form is other.form else ANY

    def constant(self, node: Any) -> Shape:  # noqa: ANN401 - as above
        """A fixed value."""
        return next((shape for kind, shape in _CONSTANTS if isinstance(node.value, kind)), ANY)

    def joined(self, node: Any) -> Shape:  # noqa: ANN401 - as above
        """Texts put together with ``~``."""
        for child in node.nodes:
            self.told.extend(filtering.as_plain(self.shape(child), written(child)))
        return TEXT

    def difference(self, node: Any) -> Shape:  # noqa: ANN401 - as above
        """Numbers subtracted; a hyphen in a name looks the same."""
        joined = f"{written(node.left)}-{written(node.right)}"
        near = meant(joined, self.scope.names)
        strange = isinstance(node.left, nodes.Name) and node.left.name not in self.scope.names
        if strange and near:
            self.told.append(("MA03", f"okänt namn {quoted(joined)}", f'menade du "{near}"?'))
            return ANY
        self.shape(node.left)
        self.shape(node.right)
        return NUMBER

    def sum(self, node: Any) -> Shape:  # noqa: ANN401 - as above
        """Numbers added, or texts put together."""
        shapes = (self.shape(node.left), self.shape(node.right))
        return TEXT if all(shape.form is Form.TEXT for shape in shapes) else ANY


def written(node: Any) -> str:  # noqa: ANN401 - as above
    """A dotted name as its author wrote it; empty for anything else."""
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Getattr):
        owner = written(node.node)
        return f"{owner}.{node.attr}" if owner else ""
    return ""


_HANDLERS: Final[dict[type, Callable[[Reader, Any], Shape]]] = {
    nodes.Name: Reader.name,
    nodes.Getattr: Reader.attribute,
    nodes.Getitem: Reader.element,
    nodes.Call: Reader.call,
    nodes.Filter: Reader.filter,
    nodes.Test: Reader.test,
    nodes.CondExpr: Reader.choice,
    nodes.Const: Reader.constant,
    nodes.Concat: Reader.joined,
    nodes.Add: Reader.sum,
    nodes.Sub: Reader.difference,
}
