"""MA: faults in a Word template, or in what was poured through it. Found by render; explained here."""

from __future__ import annotations

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule

_FEL = Severity.ERROR

RULES = (
    Rule(
        "MA01",
        "Mallen går inte att använda",
        _FEL,
        "Mallen är en vanlig Word-fil (.docx) av rimlig storlek, utan makron, lösenord och länkar till andra filer.",
        "En mall öppnas av många. Den får inte kunna köra något eller hämta något utifrån.",
        "en mall sparad som .docm, eller med en länkad bild",
        "Arkiv > Spara som > Word-dokument (*.docx), med bilden infogad",
    ),
    Rule(
        "MA02",
        "En tagg i mallen är felskriven",
        _FEL,
        "Taggarna i mallen, {{ … }} och {% … %}, är parvis stängda och rätt skrivna.",
        "En trasig tagg gör att memogen inte vet vad som ska stå där.",
        "{{ rubrik }",
        "{{ rubrik }}",
    ),
    Rule(
        "MA03",
        "Mallen frågar efter något som inte finns",
        _FEL,
        "Namnen i taggarna är fält som handlingen har. ”memogen template fields” räknar upp dem.",
        "Ett felstavat namn skulle ge ett tomt fält i varje handling.",
        "{{ rubriken }}",
        "{{ rubrik }}",
    ),
    Rule(
        "MA04",
        "En formatmall saknas",
        _FEL,
        "Mallen innehåller de formatmallar som texten behöver, till exempel Rubrik 2 och Punktlista.",
        "memogen formaterar aldrig text för hand. Utan formatmallen vet Word inte hur texten ska se ut.",
        "en mall utan formatmallen List Bullet, och en löptext med punktlista",
        "skriv en punktlista i mallen, spara, och ta bort texten igen: då finns formatmallen kvar",
    ),
    Rule(
        "MA05",
        "Resultatet blev inte en riktig Word-fil",
        _FEL,
        "Varje del av den färdiga filen är läsbar och innehåller bara sådant som en Word-fil får innehålla.",
        "Word vägrar att öppna, eller lagar på eget sätt, en fil som inte är hel.",
        "en tagg som delar en tabellrad på mitten",
        "hela tabellraden mellan {%tr for … %} och {%tr endfor %}",
    ),
    Rule(
        "MA06",
        "En tagg är kvar i resultatet",
        _FEL,
        "I den färdiga handlingen finns inga taggar och inga platshållare från mallen kvar.",
        "Den som läser handlingen ska inte se hur den är gjord.",
        "{ { rubrik } } med mellanslag mellan klamrarna",
        "{{ rubrik }}",
    ),
    Rule(
        "MA07",
        "Mallen visar inte ett fält",
        Severity.WARNING,
        "Det som är ifyllt i filen kommer med i handlingen. Varningen säger vilket fält som mallen aldrig visar.",
        "Den som har skrivit en text räknar med att den syns.",
        "sekretess: 39 kap. 2 § OSL, i en mall utan {{ sekretess }}",
        "lägg {{ sekretess }} i mallen, eller ta bort värdet ur filen",
    ),
    Rule(
        "MA08",
        "Text har gått förlorad",
        _FEL,
        "Varje tecken som står i filen återfinns i den färdiga handlingen.",
        "En handling där ord har fallit bort säger något annat än det som skrevs.",
        "ett filter i mallen som kortar texten: {{ rubrik[:40] }}",
        "{{ rubrik }}",
    ),
    Rule(
        "MA09",
        "Mallen gör något som den inte får",
        _FEL,
        "En mall visar värden, upprepar och väljer. Den når inget annat i datorn, och den blir klar inom rimlig tid.",
        "En mall kan komma från vem som helst. Den får inte kunna läsa filer eller stanna hela körningen.",
        "{{ rubrik.__class__ }}",
        "{{ rubrik }}",
    ),
)
