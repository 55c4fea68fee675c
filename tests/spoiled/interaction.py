"""What lies on the pages, and what the file does: links, comments, forms, actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.spoiled.catalogue import spoils
from tests.spoiled.structure import first, parent_tree

if TYPE_CHECKING:
    from pikepdf import Object


def link(pdf: Pdf) -> Object:
    """The link to the web."""
    return next(a for page in pdf.pages for a in page.obj.get(Name.Annots, ()) if Name.A in a)


def script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert('hej')"))


def appearance(pdf: Pdf) -> Object:
    return pdf.make_indirect(Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])))


def note(pdf: Pdf, **entries: object) -> Object:
    """Lay a comment on the first page, tagged and with words; an entry that is None is left out."""
    page = pdf.pages[0].obj
    usual = {
        "Type": Name.Annot,
        "Subtype": Name.Text,
        "Rect": Array([10, 10, 19, 19]),
        "F": 28,
        "Contents": String("Hej"),
        "AP": Dictionary(N=appearance(pdf)),
        "P": page,
    }
    kept = {f"/{key}": value for key, value in (usual | entries).items() if value is not None}
    annotation = pdf.make_indirect(Dictionary(kept))
    page.Annots.append(annotation)
    return annotation


def tagged(pdf: Pdf, annotation: Object, tag: Name) -> None:
    """Give the annotation a place among the tags."""
    above = first(pdf, "Document")
    numbers = parent_tree(pdf)
    number = int(numbers[-2]) + 1
    reference = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=pdf.pages[0].obj)
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=tag, P=above, K=reference))
    above.K.append(element)
    annotation.StructParent = number
    numbers.append(number)
    numbers.append(element)


def field(pdf: Pdf, **entries: object) -> Object:
    """Lay a text field on the first page, tagged and with words."""
    words = {"Subtype": Name.Widget, "FT": Name.Tx, "T": String("namn"), "TU": String("Namn"), "F": 4}
    widget = note(pdf, **(words | entries))
    pdf.Root.AcroForm = Dictionary(Fields=Array([widget]))
    return widget


@spoils("ett skript körs när filen öppnas", a="6.5.1-1")
def script_at_opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = script()


@spoils("ett skript bland filens namn", unseen="6.5.1")
def named_script(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("hej"), script()])))


@spoils("ett skript körs när filen stängs", a="6.5.2-1")
def script_at_closing(pdf: Pdf) -> None:
    pdf.Root.AA = Dictionary(WC=script())


@spoils("ett skript körs när en sida öppnas", a="6.5.2-2")
def script_on_page(pdf: Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=script())


@spoils("en länk startar ett program", a="6.5.1-1")
def link_that_launches(pdf: Pdf) -> None:
    link(pdf).A = Dictionary(S=Name.Launch, F=String("program.exe"))


@spoils("en länk spelar upp en film", a="6.5.1-1")
def link_to_film(pdf: Pdf) -> None:
    link(pdf).A = Dictionary(S=Name.Movie, T=String("film"))


@spoils("en länk tömmer ett formulär", a="6.5.1-1")
def link_that_resets(pdf: Pdf) -> None:
    link(pdf).A = Dictionary(S=Name.ResetForm)


@spoils("en länk kör ett skript efter en tillåten åtgärd", a="6.5.1-1")
def script_after_a_link(pdf: Pdf) -> None:
    link(pdf).A.Next = script()


@spoils("ett bokmärke kör ett skript", a="6.5.1-1")
def script_in_a_bookmark(pdf: Pdf) -> None:
    bookmark = pdf.Root.Outlines.First
    if Name.Dest in bookmark:
        del bookmark.Dest
    bookmark.A = script()


@spoils("en länk skriver ut filen", a="6.5.1-2")
def link_that_prints(pdf: Pdf) -> None:
    link(pdf).A = Dictionary(S=Name.Named, N=Name.Print)


@spoils("en länk går till nästa sida (tillåtet)")
def link_to_next_page(pdf: Pdf) -> None:
    link(pdf).A = Dictionary(S=Name.Named, N=Name.NextPage)


@spoils("en länk saknar ord för den som lyssnar", ua="7.18.5-2")
def link_without_words(pdf: Pdf) -> None:
    del link(pdf).Contents


@spoils("en länk saknas bland märkena", ua="7.18.5-1")
def untagged_link(pdf: Pdf) -> None:
    del link(pdf).StructParent


@spoils("en länk är märkt som vanlig text", ua="7.18.5-1")
def link_tagged_as_text(pdf: Pdf) -> None:
    tag = dict(zip((int(n) for n in parent_tree(pdf)[::2]), parent_tree(pdf)[1::2], strict=True))
    tag[int(link(pdf).StructParent)].S = Name.Span


@spoils("en länk skrivs inte ut", a="6.3.2-2")
def link_that_is_not_printed(pdf: Pdf) -> None:
    link(pdf).F = 0


@spoils("en länk saknar flaggor", a="6.3.2-1")
def link_without_flags(pdf: Pdf) -> None:
    del link(pdf).F


@spoils("en länk är gömd", a="6.3.2-2")
def hidden_link(pdf: Pdf) -> None:
    link(pdf).F = 6


@spoils("en sida med länkar saknar tabbordning", ua="7.18.3-1")
def no_tab_order(pdf: Pdf) -> None:
    for page in pdf.pages:
        del page.obj.Tabs


@spoils("en kommentar som är märkt och har ett utseende (tillåtet)")
def comment(pdf: Pdf) -> None:
    tagged(pdf, note(pdf), Name.Annot)


@spoils("en kommentar saknas bland märkena", ua="7.18.1-1")
def untagged_comment(pdf: Pdf) -> None:
    note(pdf)


@spoils("en kommentar saknar ord", ua="7.18.1-2")
def wordless_comment(pdf: Pdf) -> None:
    tagged(pdf, note(pdf, Contents=None), Name.Annot)


@spoils("en kommentar saknar utseende", a="6.3.3-1")
def comment_without_appearance(pdf: Pdf) -> None:
    tagged(pdf, note(pdf, AP=None), Name.Annot)


@spoils("en kommentar har ett utseende för när den trycks ned", a="6.3.3-2")
def comment_with_two_appearances(pdf: Pdf) -> None:
    tagged(pdf, note(pdf, AP=Dictionary(N=appearance(pdf), D=appearance(pdf))), Name.Annot)


@spoils("ett ljud ligger på en sida", a="6.3.1-1")
def sound(pdf: Pdf) -> None:
    tagged(pdf, note(pdf, Subtype=Name.Sound), Name.Annot)


@spoils("en film ligger på en sida", a="6.3.1-1")
def film(pdf: Pdf) -> None:
    tagged(pdf, note(pdf, Subtype=Name.Screen), Name.Annot)


@spoils("ett textfält som är märkt och har ett namn (tillåtet)")
def text_field(pdf: Pdf) -> None:
    tagged(pdf, field(pdf), Name.Form)


@spoils("ett textfält saknas bland märkena", ua="7.18.4-1")
def untagged_field(pdf: Pdf) -> None:
    field(pdf)


@spoils("ett textfält saknar namn för den som lyssnar", ua="7.18.1-3")
def nameless_field(pdf: Pdf) -> None:
    tagged(pdf, field(pdf, TU=None), Name.Form)


@spoils("ett textfält kör ett skript", a="6.4.1-1")
def field_with_script(pdf: Pdf) -> None:
    tagged(pdf, field(pdf, AA=Dictionary(K=script())), Name.Form)


@spoils("formuläret ritas av programmet som visar det", a="6.4.1-3")
def form_without_appearances(pdf: Pdf) -> None:
    tagged(pdf, field(pdf), Name.Form)
    pdf.Root.AcroForm.NeedAppearances = True


@spoils("formuläret är XFA", a="6.4.2-1")
def xfa(pdf: Pdf) -> None:
    tagged(pdf, field(pdf), Name.Form)
    pdf.Root.AcroForm.XFA = Stream(pdf, b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>")


@spoils("filen ritas av ett XFA-formulär", a="6.4.2-2")
def drawn_by_xfa(pdf: Pdf) -> None:
    pdf.Root.NeedsRendering = True
