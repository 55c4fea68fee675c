"""Small tagged PDFs made in memory, and a reader that goes through a PDF by its tags. A test tool."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>{letter}</pdfaid:conformance>{ua}</rdf:Description></rdf:RDF>
</x:xmpmeta><?xpacket end="r"?>"""


def paper(
    *pages: Sequence[tuple[str, str]],
    letter: str = "A",
    ua: bool = True,
    change: Callable[[pikepdf.Pdf], None] | None = None,
) -> bytes:
    """A PDF whose pages have tagged lines, each ``(type, text)``; letter A has tags, the other letters none.

    ``change`` may change the file before it is written. Letters are those of Helvetica, which is not embedded.
    """
    pdf = pikepdf.new()
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree, K=Array()))
    rows = Array()
    for number, lines in enumerate(pages):
        page = pdf.add_blank_page(page_size=(595, 842)).obj
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        content, row = [], Array()
        for index, (kind, text) in enumerate(lines):
            shown = text.encode("cp1252").hex()
            words = f"BT /F1 12 Tf 70 {740 - 20 * index} Td <{shown}> Tj ET"
            content.append(words if letter != "A" else f"/{kind} << /MCID {index} >> BDC {words} EMC")
            row.append(
                pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=document, Pg=page, K=index))
            )
            document.K.append(row[index])
        page.Contents = Stream(pdf, "\n".join(content).encode("cp1252"))
        page.StructParents = number
        rows.extend([number, pdf.make_indirect(row)])
    if letter == "A":
        tree.K, tree.ParentTree = Array([document]), Dictionary(Nums=rows)
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = tree, Dictionary(Marked=True)
    claim = _XMP.format(letter=letter, ua="<pdfuaid:part>1</pdfuaid:part>" if ua and letter == "A" else "")
    pdf.Root.Metadata = Stream(pdf, claim.encode(), Type=Name.Metadata, Subtype=Name.XML)
    if change is not None:
        change(pdf)
    return saved(pdf)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The PDF as bytes."""
    data = io.BytesIO()
    pdf.save(data)
    return data.getvalue()


def read(data: bytes, before: int = 0) -> list[str]:
    """What a screen reader comes to, in the order of the tags: ``H1: Rubrik``, indented by depth.

    An element without words of its own has its type alone. A link that leads into the file says to which page, when
    there are so many ``before`` the first; any other link says what it says of itself.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if Name.StructTreeRoot not in pdf.Root:
            return []
        reader = _Reader(pdf, words(data), before)
        return [line for element in pdf.Root.StructTreeRoot.K for line in reader.lines(element, 0)]


def words(data: bytes) -> dict[tuple[int, int], str]:
    """The text of each marked content, by page (from 0) and number; -1 is what is not marked."""
    found: dict[tuple[int, int], str] = {}
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            drawn = raw.FPDFText_GetTextObject(text, index)
            key = (number, raw.FPDFPageObj_GetMarkedContentID(drawn) if drawn else -1)
            found[key] = found.get(key, "") + chr(raw.FPDFText_GetUnicode(text, index))
    document.close()
    return found


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf, texts: dict[tuple[int, int], str], before: int) -> None:
        tree = pdf.Root.StructTreeRoot
        self._roles = {name: str(role) for name, role in tree.get(Name.RoleMap, Dictionary()).items()}
        self._parents = pikepdf.NumberTree(tree.ParentTree)
        self._texts = texts
        self._first = before + 1
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

    def lines(self, element: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - PDF objects have no types
        kind = str(element.S)
        while kind in self._roles:
            kind = self._roles[kind]
        said, below = [], []
        for kid in _listed(element.get(Name.K)):
            if isinstance(kid, int) or kid.get(Name.Type) == Name.MCR:
                said.append(self._text(element, kid))
            elif kid.get(Name.Type) == Name.OBJR:
                said.append(self._drawn(element, kid.Obj))
            else:
                below.extend(self.lines(kid, depth + 1))
        title = f" ({element.T})" if Name.T in element else ""
        yield "  " * depth + kind[1:] + title + ("" if not said else ": " + " ".join(said))
        yield from below

    def _text(self, element: Any, kid: Any) -> str:  # noqa: ANN401
        page = element.get(Name.Pg) if isinstance(kid, int) else kid.get(Name.Pg, element.get(Name.Pg))
        number = kid if isinstance(kid, int) else int(kid.MCID)
        assert self._parents[page.StructParents][number].objgen == element.objgen, "the parent tree says otherwise"
        return self._texts.get((self._pages[page.objgen], number), "").strip()

    def _drawn(self, element: Any, annotation: Any) -> str:  # noqa: ANN401
        assert self._parents[annotation.StructParent].objgen == element.objgen, "the parent tree says otherwise"
        leads = annotation.get(Name.Dest)
        page = f" (sida {self._pages[leads[0].objgen] + self._first})" if isinstance(leads, Array) else ""
        return f"→ {annotation.get(Name.Contents, '')}{page}"


def _listed(kids: Any) -> list[Any]:  # noqa: ANN401
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]
