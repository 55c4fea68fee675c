"""AR: what an archive copy demands of the material, of its bilagor and of its PDFs. Explained here."""

from __future__ import annotations

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule

_FEL = Severity.ERROR
_VARNING = Severity.WARNING

_FORMAT = (
    "RA-FS 2009:1 och RA-FS 2009:2, 1 kap. 4 § (binder statliga myndigheter; kommuner följer dem genom sitt "
    "arkivreglemente, 16 § arkivlagen (1990:782))"
)

RULES = (
    Rule(
        "AR01",
        "Arkivexemplaret är inte giltig PDF/A",
        _FEL,
        "Arkivexemplaret håller den nivå av PDF/A som det uppger: alla typsnitt ligger i filen, färgerna är bestämda, "
        "och filen har varken lösenord eller skript. memogen litar inte på filens egen uppgift utan prövar den.",
        "En fil som bara säger sig vara PDF/A kan se annorlunda ut eller vara oläslig om femtio år, och då finns "
        "ingen kvar som kan rätta den.",
        "en mall med ett typsnitt som inte får läggas in i PDF-filen",
        "välj i mallen ett typsnitt som får läggas in, till exempel Liberation Sans",
        _FORMAT,
    ),
    Rule(
        "AR03",
        "En uppgift om handlingen saknas i arkivet",
        _VARNING,
        "Arkivexemplaret bär uppgifter om arkivbildaren och dess organisationsnummer, diarienummer, rubrik, datum, "
        "handlingstyp och vem som har handlagt ärendet.",
        "Den som söker i arkivet om femtio år har bara dessa uppgifter att gå efter.",
        "en memogen.yaml utan organisationsnummer",
        'kommun: Björkvalla kommun\norganisationsnummer: "212000-0000"',
        "5 kap. 2 § offentlighets- och sekretesslagen (2009:400); arkivlagen (1990:782)",
    ),
    Rule(
        "AR04",
        "En platshållare är kvar i det som ska arkiveras",
        _FEL,
        "Det färdiga dokumentet har inga platshållare kvar, som ÅÅÅÅ-MM-DD, XX och [ange belopp], varken från "
        "ärendet eller från mallen.",
        "Det som arkiveras är den slutliga handlingen och kan inte rättas efteråt.",
        "Beslutad: ÅÅÅÅ-MM-DD",
        "Beslutad: 2026-04-22",
    ),
    Rule(
        "AR05",
        "En bilaga kan inte bli PDF/A",
        _FEL,
        "Varje bilaga kan göras om till PDF/A. Det går inte med en fil som har lösenord, är skadad, innehåller skript "
        "eller formulär som räknar, är för stor eller är av ett slag som memogen inte känner. En Word-fil med makron, "
        "formler, infogade dokument eller länkade bilder tas inte heller emot.",
        "En bilaga som inte går att öppna i framtiden är en del av beslutsunderlaget som har gått förlorad.",
        "en PDF-fil som kräver lösenord",
        "öppna filen, ta bort lösenordet och spara den som PDF",
        _FORMAT,
    ),
    Rule(
        "AR06",
        "Sidor eller text gick förlorade när en bilaga gjordes om",
        _FEL,
        "Bilagan har lika många sidor och samma text när den har gjorts om till PDF/A som den hade innan.",
        "Ett program kan skriva en tom sida av en trasig fil utan att säga något; då är handlingen i arkivet en annan "
        "än den som beslutet bygger på.",
        "en bilaga med tolv sidor som blir elva",
        "be avsändaren om en ny fil, eller skriv ut bilagan till PDF från det program som den gjordes i",
        "arkivlagen (1990:782)",
    ),
    Rule(
        "AR07",
        "Något finns bara i bilagans original",
        _VARNING,
        "Det som PDF/A inte tar emot, till exempel inbäddade filer, kommentarer och ifyllbara fält, finns kvar i "
        "originalet som sparas bredvid.",
        "Den som bara läser arkivexemplaret ska veta att originalet innehåller mer.",
        "en PDF-fil med ett inbäddat kalkylark",
        "spara kalkylarket som PDF och lägg det som en bilaga för sig, om det hör till beslutsunderlaget",
    ),
    Rule(
        "AR08",
        "En bilaga saknas i arkivet",
        _FEL,
        'Varje bilaga i listan har en fil, och filen finns. Medan ärendet bereds får "fil" vänta (UL02); i arkivet '
        "får den inte det. En sekretessbelagd bilaga utan fil förvaras för sig och ger bara en varning, och det gör "
        "också en memogen-fil som har egna bilagor: de följer inte med den.",
        "Arkivet ska innehålla allt som beslutet bygger på.",
        "bilagor:\n  - Taxa för båtplatser",
        "bilagor:\n  - {titel: Taxa för båtplatser, fil: bilagor/taxa.pdf}",
        "arkivlagen (1990:782)",
    ),
    Rule(
        "AR09",
        "Word-filen är ändrad för hand",
        _VARNING,
        "Arkivexemplaret görs av ärendefilen. En ändring som bara är gjord i Word-filen under output kommer inte med.",
        "Annars arkiveras en annan text än den som någon har trott sig färdigställa.",
        "en rättad mening i output/KS-2026-00123/tjansteskrivelse.docx",
        "gör samma ändring i ärendefilen och kör memogen archive igen",
    ),
    Rule(
        "AR10",
        "En bilaga har spårade ändringar",
        _FEL,
        "En Word-fil som ska bli arkivexemplar har inga spårade ändringar kvar.",
        "Det går inte att veta om det är texten före eller efter ändringarna som gäller.",
        "ett avtalsutkast med struken och tillagd text",
        "Granska > Acceptera alla ändringar (eller Avvisa alla) i Word, och spara filen",
    ),
)
