"""Templates with nothing wrong, however odd they look: split tags, hard spaces, loops in tables, every part in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tests.mallar.building import control, holding, p, run, table, template

if TYPE_CHECKING:
    from collections.abc import Callable


class Good(NamedTuple):
    """A sound template and what it tries."""

    what: str
    make: Callable[[], bytes]


def body(*paragraphs: str) -> Callable[[], bytes]:
    """A template with these paragraphs after a head of three."""
    return lambda: template("".join(one if one.startswith("<") else p(one) for one in paragraphs))


def with_parts(content: str = "", **parts: str) -> Callable[[], bytes]:
    """A template with other parts of its own."""
    return lambda: template(content, **parts)


REPEATED: Final = f'<w:fldSimple w:instr=" STYLEREF 1 ">{run("{{ rubrik }}")}</w:fldSimple>'
HIDDEN: Final = "".join(
    f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
    for number, name in enumerate(("_GoBack", "_Hlk193872", "_Toc90210"), start=50)
)
GOOD: Final = (
    Good("taggar delade på flera textstycken", body(p("Dnr {", "{ diarie", "nummer", " }", "}"), p("{", "{ datum }}"))),
    Good("en blocktagg delad på flera textstycken", body(p("{%", "p if ", "datum %}"), "x", p("{%p en", "dif %}"))),
    Good("hårda blanksteg i taggar", body("{{\u00a0datum\u00a0}}", "{%\u00a0if\u00a0datum %}a{% endif %}")),
    Good(
        "slinga i slinga",
        body(
            "{%p for del in avsnitt %}",
            p("{{ del.rubrik }}", style="Heading2"),
            "{{p del.text }}",
            "{%p for en in underskrifter %}",
            "{{ en.namn }}",
            "{%p endfor %}",
            "{%p endfor %}",
        ),
    ),
    Good(
        "alla slags grenar",
        body(
            "{%p if sekretess %}",
            "{{ sekretess }}",
            "{%p elif inkommet %}",
            "{{ inkommet }}",
            "{%p else %}",
            "Offentlig",
            "{%p endif %}",
        ),
    ),
    Good(
        "tabellrader i en slinga",
        body(
            table(
                ("Namn", "Titel"),
                ("{%tr for en in underskrifter %}", ""),
                ("{{ en.namn }}", "{{ en.titel }}"),
                ("{%tr endfor %}", ""),
            )
        ),
    ),
    Good(
        "villkor och slinga i en cell",
        body(
            table(
                ("Uppgift", "Värde"),
                ("{% if datum %}{{ datum }}{% else %}–{% endif %}", "{% for rad in sidfot %}{{ rad }}{% endfor %}"),
            )
        ),
    ),
    Good(
        "stycken i en cell som aldrig blir tom",
        body(
            table(
                ("A", "B"),
                (p("{%p if datum %}") + p("{{ datum }}") + p("{%p else %}") + p("–") + p("{%p endif %}"), "x"),
            )
        ),
    ),
    Good(
        "filter och uttryck",
        body(
            '{{ underskrifter | map(attribute="namn") | join(", ") }}',
            '{{ rubrik | upper }} {{ kommun ~ ", " ~ adress }}',
            '{{ sidfot[1:] | join(" · ") }}',
            "{{ handlaggare_lista | length }}",
            "{{ rubrik if rubrik else dokumenttyp }}",
            "{% if handlaggare_lista | length > 1 and not sekretess %}a{% endif %}",
            "{% if underskrifter %}{{ underskrifter[0].namn }}{% endif %}",
            '{{ handlaggare_lista | selectattr("titel") | map(attribute="titel") | join(", ") }}',
        ),
    ),
    Good(
        "set, kommentar och frågor om fält",
        body(
            "{% if underskrifter %}{% set chef = underskrifter | first %}{{ chef.namn }}{% endif %}",
            "{# en anteckning om mallen #}",
            "{% if eget_falt is defined %}a{% endif %}",
            '{{ saknas | default("–") }}',
        ),
    ),
    Good(
        "uppgifter om slingan",
        body(
            "{% for en in handlaggare_lista %}{{ loop.index }}. {{ en.namn }}{% if not loop.last %}, "
            "{{ loop.nextitem.namn }}{% endif %}{% endfor %}"
        ),
    ),
    Good(
        "sidhuvud på jämna sidor",
        with_parts(even=p("{{ dokumenttyp }}{% if diarienummer %}, {{ diarienummer }}{% endif %}", style="Header")),
    ),
    Good(
        "fotnot och slutnot med fält",
        with_parts(
            footnote=p("{{ diarienummer }}", style="FootnoteText"), endnote=p("{{ datum }}", style="FootnoteText")
        ),
    ),
    Good(
        "fält i en länk och i en innehållskontroll",
        body(
            holding(f'<w:hyperlink w:anchor="x">{run("{{ webbplats }}")}</w:hyperlink>'),
            control(p("{{ datum }}"), '<w:alias w:val="Dag"/><w:id w:val="5"/>'),
        ),
    ),
    Good("rubriken igen i ett fält som hämtar den ur texten", body(holding(REPEATED))),
    Good(
        "Words egna dolda bokmärken i en slinga",
        body("{%p for del in avsnitt %}", holding(HIDDEN + run("{{ del.rubrik }}"), "Heading2"), "{%p endfor %}"),
    ),
    Good("klamrar som text", body("{_{ rubrik }_} skrivs {_{ så här }_}")),
    Good(
        "avsnitten ett och ett",
        body(
            p("{{ arendet_rubrik }}", style="Heading2"),
            "{{p arendet }}",
            p("{{ ekonomiska_konsekvenser_rubrik }}", style="Heading2"),
            "{{p ekonomiska_konsekvenser }}",
        ),
    ),
    Good(
        "ett bokmärke och en bild av text utanför slingor",
        body(holding(f'<w:bookmarkStart w:id="5" w:name="Start"/>{run("{{ datum }}")}<w:bookmarkEnd w:id="5"/>')),
    ),
    Good("en tom mall", lambda: template(head=False, body=p("{{ rubrik }}", style="Heading1"))),
)
