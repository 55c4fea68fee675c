"""What the pages draw: each content stream is read once, from the first operator to the last."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from memogen.archive.checking import resources as drawn
from memogen.archive.checking import tokens
from memogen.archive.checking.colours import Palette
from memogen.archive.checking.fault import Fault
from memogen.archive.checking.marks import HIDDEN, NOTHING, Mark, Marks
from memogen.archive.checking.usage import Run, Shown, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from memogen.archive.checking.document import Dictionary, Document, Page, Value
    from memogen.archive.checking.tree import Tree

_KNOWN = frozenset(
    b"b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re "
    b"RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()
)
_FILLS, _STROKES = frozenset(b"f F f* b B b* B*".split()), frozenset(b"s S b B b* B*".split())
_MOST_SAVED = 28
_DEEPEST = 24
_MOST_RUNS = 20_000
_INVISIBLE = 3
_STROKED_TEXT = frozenset({1, 2, 5, 6})
_FILLED_TEXT = frozenset({0, 2, 4, 6})
_DEVICES = {b"g": "/DeviceGray", b"rg": "/DeviceRGB", b"k": "/DeviceCMYK"}
_DEVICES |= {operator.upper(): space for operator, space in _DEVICES.items()}
_INTENTS = frozenset({"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"})


class Painter:
    """Reads content streams; gathers faults and the use of fonts."""

    def __init__(self, document: Document, tree: Tree) -> None:
        self._document = document
        self._tree = tree
        self._palette = Palette(document)
        self._page = 0
        self._runs = 0
        self._seen: set[tuple[object, ...]] = set()
        self._semantic: set[str] = set()
        self._transparent = False
        self.faults: dict[Fault, None] = {}
        self.fonts: dict[str, Shown] = {}
        self.drawn_images: defaultdict[int, int] = defaultdict(int)
        self.pages_with_text: set[int] = set()
        self._acts: dict[bytes, Callable[[Run, bytes, list[bytes]], None]] = {
            **dict.fromkeys(b"BMC BDC".split(), self._open), b"EMC": self._close, b"q": self._save, b"Q": self._restore,
            **dict.fromkeys(_FILLS | _STROKES, self._paint), **dict.fromkeys(b"Tj TJ ' \"".split(), self._show),
            b"Tf": self._font, b"Tr": self._mode, **dict.fromkeys(b"g rg k G RG K".split(), self._device),
            **dict.fromkeys(b"cs CS".split(), self._space), **dict.fromkeys(b"scn SCN".split(), self._pattern),
            b"Do": self._object, b"gs": self._graphics, b"sh": self._shading, b"BI": self._inline, b"ri": self._intent,
        }  # fmt: skip

    def page(self, page: Page) -> None:
        """Read a page and what its annotations look like."""
        document = self._document
        self._page, self._transparent = page.number, False
        resources = document.dictionary(page.entries.get("/Resources"))
        own = {} if "/Resources" in page.inherited else resources
        found = document.value(page.entries.get("/Contents"))
        parts = found if isinstance(found, list) else [page.entries.get("/Contents")]
        data = b"\n".join(map(document.data, parts))
        marks = Marks(document, self._tree, document.integer(page.entries.get("/StructParents")))
        self._read(data, Run(own, resources, marks, NOTHING, State(), 0))
        for annotation in map(document.dictionary, document.array(page.entries.get("/Annots"))):
            self._appearance(annotation, resources)
        group = document.dictionary(page.entries.get("/Group"))
        self._add(drawn.group(document, self._palette, group, resources))
        if self._transparent and self._palette.output is None and "/CS" not in group:
            self._add(["6.2.10-2"])

    def _appearance(self, annotation: Dictionary, resources: Dictionary) -> None:
        document = self._document
        owned = bool(self._tree.owner(document.integer(annotation.get("/StructParent"))))
        for found in document.dictionary(annotation.get("/AP")).values():
            states = [found] if document.is_stream(found) else list(document.dictionary(found).values())
            for state in states:
                if document.is_stream(state):
                    self._form(state, Run({}, resources, Marks(document, self._tree, None),
                                           Mark(tagged=owned), State(), 0))  # fmt: skip

    def _add(self, clauses: Iterable[str]) -> None:
        for clause in clauses:
            self.faults.setdefault(Fault(clause, self._page))

    def _read(self, data: bytes, run: Run) -> None:
        self._runs += 1
        if self._runs > _MOST_RUNS or run.depth > _DEEPEST:
            return
        for operator, operands in tokens.operations(data):
            act = self._acts.get(operator)
            if act is not None:
                act(run, operator, operands)
            elif operator not in _KNOWN:
                self._add(["6.2.2-1"])
        if run.opened and run.has_drawn and not run.opened[0].tagged and not run.opened[0].artifact:
            self._add(["7.1-3"])  # a mark that is never closed marks nothing

    def _open(self, run: Run, operator: bytes, operands: list[bytes]) -> None:
        run.has_drawn &= bool(run.opened)
        run.opened.append(run.mark)
        run.mark, faults = run.marks.opened(run.mark, operator, operands, run.resources or run.around)
        for fault in faults:
            self.faults.setdefault(replace(fault, page=self._page))

    def _close(self, run: Run, _operator: bytes, _operands: list[bytes]) -> None:
        if run.opened:
            run.mark = run.opened.pop()

    def _save(self, run: Run, _operator: bytes, _operands: list[bytes]) -> None:
        run.saved.append(run.state)
        if len(run.saved) > _MOST_SAVED:
            self._add(["6.1.13-8"])

    def _restore(self, run: Run, _operator: bytes, _operands: list[bytes]) -> None:
        if run.saved:
            run.state = run.saved.pop()

    def _item(self, run: Run) -> None:
        """A piece that is drawn has to be an artifact or a part of the structure."""
        run.has_drawn = True
        if not run.mark.tagged and not run.mark.artifact:
            self._add(["7.1-3"])

    def _colour(self, run: Run, space: Value) -> None:
        if clauses := self._palette.faults(space, run.resources or run.around):
            self._add(clauses)

    def _paint(self, run: Run, operator: bytes, _operands: list[bytes]) -> None:
        self._item(run)
        if operator in _FILLS:
            self._colour(run, run.state.fill)
        if operator in _STROKES:
            self._colour(run, run.state.stroke)

    def _device(self, run: Run, operator: bytes, _operands: list[bytes]) -> None:
        space = _DEVICES[operator]
        run.state = _coloured(run.state, space, is_fill=operator.islower())
        self._colour(run, space)

    def _space(self, run: Run, operator: bytes, operands: list[bytes]) -> None:
        name = tokens.name(operands[-1]) if operands else ""
        self._named(run, "/ColorSpace", name)
        run.state = _coloured(run.state, name, is_fill=operator == b"cs")
        self._colour(run, name)

    def _pattern(self, run: Run, _operator: bytes, operands: list[bytes]) -> None:
        if not operands or operands[-1][:1] != b"/":
            return
        found = self._named(run, "/Pattern", tokens.name(operands[-1]))
        pattern = self._document.dictionary(found)
        if self._document.is_stream(found) and self._is_new(found, self._page):
            own = self._document.dictionary(pattern.get("/Resources"))
            marks = Marks(self._document, self._tree, None)
            self._read(
                self._document.data(found),
                Run(own, run.resources or run.around, marks, HIDDEN, State(), run.depth + 1),
            )
        shading = self._document.dictionary(pattern.get("/Shading"))
        if shading:
            self._colour(run, shading.get("/ColorSpace"))

    def _is_new(self, *key: object) -> bool:
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def _shading(self, run: Run, _operator: bytes, operands: list[bytes]) -> None:
        self._item(run)
        shading = self._document.dictionary(self._named(run, "/Shading", tokens.name(operands[-1]) if operands else ""))
        self._colour(run, shading.get("/ColorSpace"))

    def _inline(self, run: Run, _operator: bytes, operands: list[bytes]) -> None:
        self._item(run)
        clauses, space = drawn.inline_image(operands)
        self._add(clauses)
        if space:
            self._colour(run, space)

    def _intent(self, _run: Run, _operator: bytes, operands: list[bytes]) -> None:
        if operands and tokens.name(operands[-1]) not in _INTENTS:
            self._add(["6.2.6-1"])

    def _graphics(self, run: Run, _operator: bytes, operands: list[bytes]) -> None:
        found = self._named(run, "/ExtGState", tokens.name(operands[-1]) if operands else "")
        state = self._document.dictionary(found)
        self._transparent |= drawn.is_transparent(self._document, state)
        if self._is_new("gs", str(found), self._page):
            self._add(drawn.graphics_state(self._document, state))
        font = self._document.array(state.get("/Font"))
        if font:
            run.state = run.state._replace(font=self._use(font[0]))
        mask = self._document.dictionary(state.get("/SMask"))
        if self._document.is_stream(mask.get("/G")):
            self._form(mask["/G"], run.behind())

    def _named(self, run: Run, kind: str, name: str) -> Value:
        """What a name stands for; a name that only the page around knows is a fault."""
        held = self._document.dictionary(run.resources.get(kind))
        if name in held:
            return held[name]
        around = self._document.dictionary(run.around.get(kind))
        if name in around:
            self._add(["6.2.2-2"])
        return around.get(name)

    def _object(self, run: Run, _operator: bytes, operands: list[bytes]) -> None:
        found = self._named(run, "/XObject", tokens.name(operands[-1]) if operands else "")
        entries = self._document.dictionary(found)
        kind = self._document.name(entries.get("/Subtype"))
        if kind == "/Image":
            self._item(run)
            self.drawn_images[self._page] += 1
            if self._is_new("image", str(found), self._page):
                self._transparent |= "/SMask" in entries
                self._add(drawn.image(self._document, self._palette, found, run.resources or run.around))
        elif kind == "/Form":
            self._form(found, run)
        elif kind == "/PS":
            self._add(["6.2.9-3"])

    def _form(self, found: Value, run: Run) -> None:
        document, entries = self._document, self._document.dictionary(found)
        own = document.dictionary(entries.get("/Resources"))
        parents = document.integer(entries.get("/StructParents"))
        if parents is not None and run.mark is not HIDDEN:
            if str(found) in self._semantic:
                self._add(["7.20-2"])
            self._semantic.add(str(found))
        if not self._is_new("form", str(found), run.mark, run.state):
            return
        self._transparent |= document.name(document.dictionary(entries.get("/Group")).get("/S")) == "/Transparency"
        self._add(drawn.form(document, self._palette, entries, own or run.resources or run.around))
        marks = Marks(document, self._tree, parents)
        self._read(
            document.data(found),
            Run(own, run.resources or run.around, marks, run.mark, run.state, run.depth + 1),
        )

    def _font(self, run: Run, _operator: bytes, operands: list[bytes]) -> None:
        written = operands[0] if operands else b""
        if written not in run.fonts:
            found = self._named(run, "/Font", tokens.name(written))
            run.fonts[written] = self._use(found) if found is not None else ""
        _, mode, fill, stroke = run.state
        run.state = State(run.fonts[written], mode, fill, stroke)

    def _use(self, found: Value) -> str:
        key = found if isinstance(found, str) else f"inline {id(found)}"
        if key not in self.fonts:
            self.fonts[key] = Shown(self._document.dictionary(found), self._page)
        return key

    def _mode(self, run: Run, _operator: bytes, operands: list[bytes]) -> None:
        if operands and operands[-1].isdigit():
            run.state = run.state._replace(mode=int(operands[-1]))

    def _show(self, run: Run, _operator: bytes, operands: list[bytes]) -> None:
        self._item(run)
        state = run.state
        if run.mark.language is None and not self._tree.has_language:
            self._add(["7.2-34"])
        if state.mode in _FILLED_TEXT:
            self._colour(run, state.fill)
        if state.mode in _STROKED_TEXT:
            self._colour(run, state.stroke)
        shown = self.fonts.get(state.font)
        strings = tokens.strings(operands)
        if shown is None or not strings:
            return
        self.pages_with_text.add(self._page)
        (shown.invisible if state.mode == _INVISIBLE else shown.visible).update(strings)
        (shown.replaced if run.mark.replaced else shown.bare).update(strings)
        if self._document.name(shown.entries.get("/Subtype")) == "/Type3" and self._is_new("type3", state.font):
            self._glyphs(run, shown.entries)

    def _glyphs(self, run: Run, font: Dictionary) -> None:
        """The glyphs of a Type 3 font are streams like those of a page."""
        document = self._document
        own = document.dictionary(font.get("/Resources"))
        for found in document.dictionary(font.get("/CharProcs")).values():
            marks = Marks(document, self._tree, None)
            self._read(
                document.data(found), Run(own, run.resources or run.around, marks, HIDDEN, State(), run.depth + 1)
            )


def _coloured(state: State, space: str, *, is_fill: bool) -> State:
    font, mode, fill, stroke = state
    return State(font, mode, space, stroke) if is_fill else State(font, mode, fill, space)
