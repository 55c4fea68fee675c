"""Faulty templates, one fault each, with the code and the place that memogen is to tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tests.mallar.building import NAMESPACES, changed, control, holding, p, run, table, template, textbox

if TYPE_CHECKING:
    from collections.abc import Callable


class Faulty(NamedTuple):
    """A template with one fault: what it is, the code, words of the place, and the text that is quoted."""

    what: str
    make: Callable[[], bytes]
    code: str
    where: str
    excerpt: str = ""
    advice: str = ""


def body(*paragraphs: str) -> Callable[[], bytes]:
    """A template with these paragraphs after a head of three."""
    return lambda: template("".join(one if one.startswith("<") else p(one) for one in paragraphs))


def with_parts(content: str = "", **parts: str) -> Callable[[], bytes]:
    """A template with other parts of its own."""
    return lambda: template(content, **parts)


def with_members(change: Callable[[dict[str, str]], None], content: str = "") -> Callable[[], bytes]:
    """A template whose members were changed."""
    return lambda: changed(template(content), change)


def put(name: str, content: str) -> Callable[[dict[str, str]], None]:
    """A member more."""
    return lambda members: members.update({name: content})


def swap(name: str, old: str, new: str) -> Callable[[dict[str, str]], None]:
    """Other text in a member; it must be there."""

    def change(members: dict[str, str]) -> None:
        assert old in members[name], old
        members[name] = members[name].replace(old, new)

    return change


def without_style(identity: str) -> Callable[[dict[str, str]], None]:
    """A style less."""

    def change(members: dict[str, str]) -> None:
        pattern = rf'<w:style [^>]*w:styleId="{identity}">.*?</w:style>'
        members["word/styles.xml"] = re.sub(pattern, "", members["word/styles.xml"], flags=re.DOTALL)

    return change


def relation(kind: str, target: str) -> Callable[[dict[str, str]], None]:
    """A relationship to something outside the package."""
    new = f'<Relationship Id="rIdUt" Type="http://x/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return swap("word/_rels/document.xml.rels", "</Relationships>", new)


BODY: Final = 'brödtexten under "Ärendet", stycke 4'
PAGE_BREAK: Final = '<w:r><w:br w:type="page"/></w:r>'
ENDS_SECTION: Final = holding(run("{{p arendet }}")).replace(
    "</w:pPr>", '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr>'
)
DRAWN: Final = '<w:r><w:drawing><wp:inline><wp:docPr id="4" name="Bild 4" descr="x"/></wp:inline></w:drawing></w:r>'
NOTED: Final = holding(run("{{ ") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("rubrik }}"))
DATED: Final = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ "yyyy-MM-dd" </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("{{ datum }}")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
LOOKED: Final = '<w:b/><w:rPrChange w:id="5" w:author="A"><w:rPr/></w:rPrChange>'
COMMENT: Final = (
    '<w:comments {0}><w:comment w:id="0" w:author="A" w:initials="A"><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:comment>'
    "</w:comments>"
)

NAMES: Final = (
    Faulty("felstavat fält", body("{{ diarienumer }}"), "MA03", BODY, "{{ diarienumer }}", "diarienummer"),
    Faulty("fält med stor bokstav", body("{{ Rubrik }}"), "MA03", BODY, "{{ Rubrik }}", "rubrik"),
    Faulty("fält med å, ä eller ö", body("{{ förvaltning }}"), "MA03", BODY, "", "forvaltning"),
    Faulty("fält med bindestreck", body("{{ e-post }}"), "MA03", BODY, "", "e_post"),
    Faulty("fält ur en annan handling", body("{{ paragraf }}"), "MA03", BODY, "", "protokollsutdrag"),
    Faulty(
        "okänt fält i en slingas post",
        body("{%p for a in underskrifter %}", "{{ a.nammn }}", "{%p endfor %}"),
        "MA03",
        "stycke 5",
        "{{ a.nammn }}",
        "a.namn",
    ),
    Faulty(
        "okänt fält utan slingans namn",
        body("{%p for a in underskrifter %}", "{{ titel }}", "{%p endfor %}"),
        "MA03",
        "stycke 5",
        "{{ titel }}",
        "a.titel",
    ),
    Faulty(
        "slingans namn efter slingan",
        body("{%p for a in underskrifter %}", "{{ a.namn }}", "{%p endfor %}", "{{ a.titel }}"),
        "MA03",
        "stycke 7",
        "{{ a.titel }}",
    ),
    Faulty(
        "felstavat fält i en else-gren",
        body("{%p if sekretess %}", "{{ sekretess }}", "{%p else %}", "{{ ofentlig }}", "{%p endif %}"),
        "MA03",
        "stycke 7",
        "{{ ofentlig }}",
    ),
    Faulty(
        "felstavat fält i ett elif",
        body("{% if sekretess %}a{% elif inkommit %}b{% endif %}"),
        "MA03",
        BODY,
        "",
        "inkommet",
    ),
    Faulty(
        "felstavad lista i for",
        body("{%p for a in underskrift %}", "{{ a.namn }}", "{%p endfor %}"),
        "MA03",
        BODY,
        "{%p for a in underskrift %}",
        "underskrifter",
    ),
    Faulty(
        "felstavat fält i slingans villkor",
        body("{%p for a in underskrifter if a.tittel %}", "{{ a.namn }}", "{%p endfor %}"),
        "MA03",
        BODY,
        "",
        "a.titel",
    ),
    Faulty("felstavat fält i set", body("{% set x = rubriken %}{{ x }}"), "MA03", BODY, "", "rubrik"),
    Faulty(
        "felstavat fält i ett filter",
        body('{{ underskrifter | map(attribute="nam") | join(", ") }}'),
        "MA03",
        BODY,
        "",
        "namn",
    ),
    Faulty(
        "felstavad uppgift om slingan",
        body("{% for a in sidfot %}{{ loop.indx }}{% endfor %}"),
        "MA03",
        BODY,
        "",
        "loop.index",
    ),
    Faulty("fält i en lista utan slinga", body("{{ underskrifter.namn }}"), "MA03", BODY, "", "slinga"),
    Faulty("punkt efter ren text", body("{{ rubrik.text }}"), "MA03", BODY),
    Faulty(
        "okänt fält i slinga i slinga",
        body(
            "{%p for a in avsnitt %}",
            "{%p for b in underskrifter %}",
            "{{ b.rubrik }}",
            "{%p endfor %}",
            "{%p endfor %}",
        ),
        "MA03",
        "stycke 6",
        "{{ b.rubrik }}",
    ),
    Faulty(
        "felstavat fält delat på flera textstycken",
        body(p("Dnr {", "{ diarie", "numer", " }", "}")),
        "MA03",
        BODY,
        "Dnr {{ diarienumer }}",
        "diarienummer",
    ),
    Faulty("felstavat fält med hårt blanksteg i taggen", body("{{\u00a0rubrikk\u00a0}}"), "MA03", BODY, "", "rubrik"),
)
PLACES: Final = (
    Faulty(
        "felstavat fält i sidhuvudet på första sidan",
        with_parts(first=p("{{ logotyp2 }}", style="Header")),
        "MA03",
        "sidhuvudet på första sidan, stycke 1",
        "{{ logotyp2 }}",
    ),
    Faulty(
        "felstavat fält i sidhuvudet på följande sidor",
        with_parts(default=p("{{ dnr }}", style="Header")),
        "MA03",
        "sidhuvudet på följande sidor, stycke 1",
    ),
    Faulty(
        "felstavat fält i sidhuvudet på jämna sidor",
        with_parts(even=p("{{ dokumentyp }}", style="Header")),
        "MA03",
        "sidhuvudet på jämna sidor, stycke 1",
        "",
        "dokumenttyp",
    ),
    Faulty(
        "felstavat fält i sidfoten",
        with_parts(footer=p("{{ komun }}", style="Footer")),
        "MA03",
        "sidfoten på följande sidor, stycke 1",
        "",
        "kommun",
    ),
    Faulty(
        "felstavat fält i en fotnot",
        with_parts(footnote=p("{{ datun }}", style="FootnoteText")),
        "MA03",
        "fotnot 1",
        "{{ datun }}",
        "datum",
    ),
    Faulty("felstavat fält i en slutnot", with_parts(endnote=p("{{ datun }}")), "MA03", "slutnot 1", "", "datum"),
    Faulty("felstavat fält i en textruta", body(textbox(p("{{ datun }}"))), "MA03", "en textruta", "{{ datun }}"),
    Faulty(
        "felstavat fält i en cell",
        body(table(("Datum", "Nummer"), ("{{ datum }}", "{{ nummer }}"))),
        "MA03",
        "tabell 1, rad 2, cell 2",
        "{{ nummer }}",
    ),
    Faulty(
        "felstavat fält i en tabell i en cell",
        body(table(("A", "B"), ("x", table(("C", "D"), ("y", "{{ datun }}")) + p("")))),
        "MA03",
        "tabell 1, rad 2, cell 2, den inre tabellen, rad 2, cell 2",
        "{{ datun }}",
    ),
    Faulty(
        "felstavat fält i en innehållskontroll",
        body(control(p("{{ datun }}"), '<w:alias w:val="Dag"/>')),
        "MA03",
        'innehållskontrollen "Dag"',
    ),
    Faulty(
        "felstavat fält i en länk",
        body(holding(f'<w:hyperlink w:anchor="x">{run("{{ datun }}")}</w:hyperlink>')),
        "MA03",
        BODY,
        "{{ datun }}",
    ),
    Faulty(
        "tagg i en kommentar",
        with_members(lambda m: m.update({"word/comments.xml": COMMENT.format(NAMESPACES, "{{ rubrik }}")})),
        "MA06",
        "kommentar 1",
    ),
    Faulty("tagg i ett fält", body(holding("<w:r><w:instrText>REF {{ rubrik }}</w:instrText></w:r>")), "MA05", BODY),
)
SYNTAX: Final = (
    Faulty("klamrarna stängs inte", body("Datum {{ datum och mer"), "MA02", BODY, "Datum {{ datum och mer"),
    Faulty("en klammer för lite", body("{{ datum } den {{ rubrik }}"), "MA02", BODY),
    Faulty("klamrar utan början", body("datum }}"), "MA06", BODY, "datum }}"),
    Faulty("mellanslag mellan klamrarna", body("{ { datum } }"), "MA06", BODY),
    Faulty("enkla klamrar", body("Datum: {datum}"), "MA06", BODY),
    Faulty("tagg över två stycken", body("{{ datum", "}}"), "MA02", BODY),
    Faulty("okänt filter", body("{{ rubrik | versaler }}"), "MA02", BODY),
    Faulty("otillåtet filter", body("{{ rubrik | safe }}"), "MA09", BODY),
    Faulty("tom tagg", body("{{ }}"), "MA02", BODY),
    Faulty("block som aldrig stängs", body("{%p if sekretess %}", "{{ sekretess }}"), "MA02", BODY, "", "endif"),
    Faulty("slinga som aldrig stängs", body("{%p for a in avsnitt %}", "{{ a.rubrik }}"), "MA02", BODY, "", "endfor"),
    Faulty("slut utan början", body("{{ datum }}", "{%p endfor %}"), "MA02", "stycke 5", "{%p endfor %}"),
    Faulty(
        "block som korsar varandra",
        body("{%p if datum %}", "{%p for a in avsnitt %}", "{{ a.rubrik }}", "{%p endif %}", "{%p endfor %}"),
        "MA02",
        "stycke 7",
        "{%p endif %}",
    ),
    Faulty(
        "felstavat endfor",
        body("{%p for a in avsnitt %}", "{{ a.rubrik }}", "{%p enfor %}"),
        "MA02",
        "stycke 6",
        "{%p enfor %}",
        "endfor",
    ),
    Faulty("felstavat else", body("{% if datum %}a{% esle %}b{% endif %}"), "MA02", BODY, "", "else"),
    Faulty(
        "else if i stället för elif", body("{% if datum %}a{% else if rubrik %}b{% endif %}"), "MA02", BODY, "", "elif"
    ),
    Faulty("enkelt likhetstecken", body('{% if datum = "x" %}a{% endif %}'), "MA02", BODY, "", "=="),
    Faulty("fel tecken för och", body("{% if datum && rubrik %}a{% endif %}"), "MA02", BODY, "", "and"),
    Faulty("två blocktaggar i samma stycke", body("{%p if datum %}{%p endif %}"), "MA02", BODY),
    Faulty("text i samma stycke som {%p", body("Se även {%p if datum %}", "x", "{%p endif %}"), "MA02", BODY),
    Faulty("avsnittsbrytning i samma stycke som {{p", body(ENDS_SECTION), "MA02", BODY, "", "¶"),
    Faulty(
        "sidbrytning i samma stycke som {%p",
        body(holding(PAGE_BREAK + run("{%p if datum %}")), "x", "{%p endif %}"),
        "MA02",
        BODY,
        "",
        "Retur",
    ),
    Faulty(
        "bild i samma rad som {%tr",
        body(
            table(
                ("a", "b"),
                (holding(DRAWN + run("{%tr for a in sidfot %}")), ""),
                ("{{ a }}", "x"),
                ("{%tr endfor %}", ""),
            )
        ),
        "MA02",
        "tabell 1, rad 2, cell 1",
        "",
        "flytta",
    ),
    Faulty(
        "fotnot inne i en tagg", with_parts(NOTED, footnote=p("x", style="FootnoteText")), "MA02", BODY, "", "flytta ut"
    ),
    Faulty("{%tr utanför en tabell", body("{%tr for a in avsnitt %}", "{%tr endfor %}"), "MA05", BODY),
    Faulty("anrop av en funktion", body("{{ rubrik.format(1) }}"), "MA09", BODY),
    Faulty("inre namn", body("{{ rubrik.__class__ }}"), "MA09", BODY),
    Faulty("include", body("{% include 'x' %}"), "MA09", BODY),
    Faulty("mellanslag i namnet", body("{{ ekonomiska konsekvenser }}"), "MA02", BODY, "", "ekonomiska_konsekvenser"),
    Faulty("citattecken som inte läses", body("{% if datum == «x» %}a{% endif %}"), "MA02", BODY),
    Faulty("typografiska citattecken", body("{% if kommun == ”Björkvalla kommun” %}a{% endif %}"), "MA16", BODY),
)
SLIPS: Final = (
    Faulty("mellanslag före p", body("{% p if datum %}", "x", "{%p endif %}"), "MA02", BODY, "", "{%p if datum %}"),
    Faulty("inget mellanslag efter p", body("{{parendet }}"), "MA03", BODY, "", "{{p arendet }}"),
    Faulty("villkor med dubbla klamrar", body("{{ if datum }}x{% endif %}"), "MA02", BODY, "", "{% if datum %}"),
    Faulty("endif i två ord", body("{% if datum %}x{% end if %}"), "MA02", BODY, "", "endif"),
    Faulty("slinga utan in", body("{% for a sidfot %}{{ a }}{% endfor %}"), "MA02", BODY, "", "in lista"),
    Faulty("osynligt tecken i taggen", body("{{ ru\u00adbrik }}"), "MA02", BODY, "", "för hand"),
    Faulty(
        "tankstreck i stället för bindestreck",
        body("{% if sidfot | length – 1 %}x{% endif %}"),
        "MA02",
        BODY,
        "",
        '"-"',
    ),
    Faulty("olika citattecken", body("{% if kommun == ”x' %}y{% endif %}"), "MA02", BODY, "", "samma slags"),
    Faulty("sortering utan att säga efter vad", body("{{ underskrifter | sort | length }}"), "MA05", BODY),
    Faulty(
        "posten före den första",
        body("{% for a in sidfot %}{{ loop.previtem }}{% endfor %}"),
        "MA03",
        BODY,
        "",
        "villkor",
    ),
    Faulty(
        "slingans rubrik i innehållsförteckningen",
        with_parts(
            p("{{ del.rubrik }}", style="TOC2"),
            styles='<w:style w:type="paragraph" w:styleId="TOC2"><w:name w:val="toc 2"/></w:style>',
        ),
        "MA03",
        BODY,
        "",
        "innehållsförteckningen",
    ),
    Faulty("okänt villkor", body("{% if datum is empty %}x{% endif %}"), "MA02", BODY),
    Faulty(
        "nästan ett fält, med ett standardvärde", body('{{ sekretes | default("–") }}'), "MA03", BODY, "", "sekretess"
    ),
    Faulty("loop utanför en slinga", body("{{ loop.index }}"), "MA03", BODY),
    Faulty("text jämförd med ett tal", body("{% if rubrik > 3 %}x{% endif %}"), "MA05", BODY),
    Faulty(
        "felstavat fält i en bilds alternativtext",
        body(
            holding(
                '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="3" name="B" descr="{{ komun }}"/>'
                "</wp:inline></w:drawing></w:r>"
            )
        ),
        "MA03",
        BODY,
        "",
        "kommun",
    ),
    Faulty(
        "kopplingsfält ur ett annat system",
        body(holding(f'<w:fldSimple w:instr=" MERGEFIELD rubrik ">{run("rubrik")}</w:fldSimple>')),
        "MA06",
        BODY,
    ),
)
KINDS_OF_VALUES: Final = (
    Faulty(
        "första posten i en lista som kan vara tom", body("{{ underskrifter[0].namn }}"), "MA03", BODY, "", "villkor"
    ),
    Faulty("hela stycken som text", body("{{ arendet }}"), "MA11", BODY, "", "{{p arendet }}"),
    Faulty("text som hela stycken", body("{{p rubrik }}"), "MA11", BODY, "", "{{ rubrik }}"),
    Faulty("formaterad text som text", body("{{ logotyp }}"), "MA11", BODY, "", "{{r logotyp }}"),
    Faulty("hela stycken i {{r", body("{{r arendet }}"), "MA11", BODY, "", "{{p arendet }}"),
    Faulty(
        "avsnittets text som text",
        body("{%p for a in avsnitt %}", "{{ a.text }}", "{%p endfor %}"),
        "MA11",
        "stycke 5",
        "",
        "{{p a.text }}",
    ),
    Faulty("en lista som text", body("{{ underskrifter }}"), "MA11", BODY),
    Faulty("slinga över text", body("{%p for a in rubrik %}", "{{ a }}", "{%p endfor %}"), "MA11", BODY),
)
CROSSED: Final = (
    Faulty(
        "slinga från en cell till en annan",
        body(table(("A", "B"), ("{% for a in sidfot %}{{ a }}", "{% endfor %}"))),
        "MA10",
        "tabell 1, rad 2, cell 1",
        "{% for a in sidfot %}{{ a }}",
    ),
    Faulty(
        "radslinga som slutar i en annan tabell",
        body(table(("A",), ("{%tr for a in sidfot %}",), ("{{ a }}",)), "mellan", table(("B",), ("{%tr endfor %}",))),
        "MA10",
        "tabell 1, rad 2, cell 1",
    ),
    Faulty(
        "{%p för början och {% för slutet", body("{%p for a in sidfot %}", "{{ a }}{% endfor %}"), "MA10", "stycke 5"
    ),
    Faulty(
        "slinga från brödtexten in i en cell", body("{%p if datum %}", table(("A",), ("{%p endif %}",))), "MA10", BODY
    ),
    Faulty(
        "villkor från ett stycke till ett annat", body("Ett {% if datum %}två", "tre{% endif %} fyra"), "MA10", BODY
    ),
    Faulty(
        "cell som kan bli tom",
        body(table(("A",), (p("{%p if datum %}") + p("{{ datum }}") + p("{%p endif %}"),))),
        "MA12",
        "tabell 1, rad 2, cell 1",
    ),
    Faulty(
        "bokmärke i en slinga",
        body(
            "{%p for a in avsnitt %}",
            holding(f'<w:bookmarkStart w:id="5" w:name="Start"/>{run("{{ a.rubrik }}")}<w:bookmarkEnd w:id="5"/>'),
            "{%p endfor %}",
        ),
        "MA13",
        "stycke 5",
    ),
    Faulty(
        "fotnot i en slinga",
        lambda: template(
            p("{%p for a in avsnitt %}")
            + holding(run("{{ a.rubrik }}") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
            + p("{%p endfor %}"),
            footnote=p("Not", style="FootnoteText"),
        ),
        "MA13",
        "stycke 5",
    ),
)
PACKAGES: Final = (
    Faulty(
        "formatmallen Punktlista saknas",
        with_members(without_style("ListBullet"), p("{{p arendet }}")),
        "MA04",
        BODY,
        "{{p arendet }}",
    ),
    Faulty("tabellformatet saknas", with_members(without_style("Tabell"), p("{{p arendet }}")), "MA04", BODY),
    Faulty("stycke i en formatmall som inte finns", body(p("x", style="Finnsinte")), "MA04", BODY),
    Faulty("makron", with_members(put("word/vbaProject.bin", "x")), "MA01", ""),
    Faulty("länkad bild", with_members(relation("image", "https://bjorkvalla.example/a.png")), "MA01", "brödtexten"),
    Faulty("inbäddade typsnitt", with_members(put("word/fonts/font1.odttf", "x")), "MA14", ""),
    Faulty("DOCTYPE", with_members(swap("word/settings.xml", "<w:settings", "<!DOCTYPE x><w:settings")), "MA01", ""),
    Faulty("inbäddat objekt", with_members(put("word/embeddings/a.bin", "x")), "MA01", ""),
    Faulty("trasig brödtext", with_members(swap("word/document.xml", "</w:body>", "")), "MA01", ""),
    Faulty("ingen docx-fil", lambda: b"inte en zip", "MA01", ""),
    Faulty("datum i ett datumfält", body(holding(DATED)), "MA17", BODY, "{{ datum }}", "Ctrl+Skift+F9"),
    Faulty(
        "diarienummer i en egenskap",
        with_parts(
            p("x"),
            default=holding(
                f'<w:fldSimple w:instr=" DOCPROPERTY Dnr ">{run("{{ diarienummer }}")}</w:fldSimple>', "Header"
            ),
        ),
        "MA17",
        "sidhuvudet på följande sidor",
    ),
    Faulty("spårad ändring av utseendet", body(holding(run("{{ rubrik }}", LOOKED))), "MA15", BODY),
    Faulty("spårad ändring", body(holding(f'<w:ins w:id="1" w:author="A">{run("nytt")}</w:ins>')), "MA15", BODY),
    Faulty(
        "bunden innehållskontroll",
        body(control(p("{{ rubrik }}"), '<w:dataBinding w:xpath="/a" w:storeItemID="b"/>')),
        "MA17",
        "en innehållskontroll",
    ),
)
PICTURE: Final = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="3" name="Bild 3"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)
PLAIN_TABLE: Final = (
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr>'
    "<w:tc><w:tcPr/>{0}</w:tc></w:tr></w:tbl>"
)
BARRIERS: Final = (
    Faulty(
        "mallen är på engelska",
        with_members(swap("word/styles.xml", '<w:lang w:val="sv-SE"', '<w:lang w:val="en-US"')),
        "MT01",
        "",
        "",
        "svenska",
    ),
    Faulty("mallen saknar titel", with_members(swap("docProps/core.xml", "{{ rubrik }}", "")), "MT02", "egenskaperna"),
    Faulty("en rubriknivå hoppas över", body(p("Bilagor", style="Heading4")), "MT03", BODY, "Bilagor", "Rubrik 3"),
    Faulty(
        "den första rubriken är av nivå 2",
        lambda: template(p("Ärendet", style="Heading2"), head=False),
        "MT03",
        "stycke 1",
    ),
    Faulty("två rubriker av nivå 1", body(p("{{ dokumenttyp }}", style="Heading1")), "MT03", BODY),
    Faulty(
        "tabell utan rubrikrad",
        body(table(("Namn", "Titel"), ("{{ datum }}", "x"), header=False)),
        "MT04",
        "tabell 1, rad 1, cell 1",
    ),
    Faulty("bild utan alternativtext", body(holding(PICTURE)), "MT05", BODY),
    Faulty("tabell som placerar text", body(PLAIN_TABLE.format(p("{{ adress }}"))), "MT06", "tabell 1, rad 1, cell 1"),
    Faulty("textruta", body(textbox(p("{{ datum }}"))), "MT07", "en textruta"),
    Faulty("nummer skrivet för hand", body("1. Bakgrund"), "MT08", BODY, "1. Bakgrund"),
    Faulty("ljusgrå text", body(holding(run("grått", '<w:color w:val="A6A6A6"/>'))), "MT09", BODY, "grått"),
    Faulty(
        "text på mörk bakgrund",
        body(holding(run("svart", '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="333333"/>'))),
        "MT09",
        BODY,
    ),
    Faulty("text i 7 punkter", body(holding(run("litet", '<w:sz w:val="14"/>'))), "MT10", BODY, "litet"),
    Faulty(
        "symbol som punkt i en lista",
        with_members(swap("word/numbering.xml", 'w:val="•"', 'w:val="\uf0b7"')),
        "MT11",
        "",
    ),
    Faulty(
        "symboltecken i texten", body(holding('<w:r><w:sym w:font="Wingdings" w:char="F028"/></w:r>')), "MT11", BODY
    ),
)
FAULTY: Final = (*NAMES, *PLACES, *SYNTAX, *SLIPS, *KINDS_OF_VALUES, *CROSSED, *PACKAGES, *BARRIERS)
