"""VE: what ``memogen verify`` finds in an archive. Found by archive; explained here."""

from __future__ import annotations

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule

_FEL = Severity.ERROR
_LAG = "arkivlagen (1990:782)"
_ATER = "hämta tillbaka akten från säkerhetskopian, och ta reda på vem eller vad som har ändrat den"

RULES = (
    Rule(
        "VE01",
        "En fil saknas i arkivet eller går inte att läsa",
        _FEL,
        "Varje fil som aktens manifest räknar upp finns och går att läsa.",
        "En akt där något saknas är inte längre hela handlingen.",
        "bilaga-2.pdf står i manifest.json men finns inte i mappen",
        _ATER,
        _LAG,
    ),
    Rule(
        "VE02",
        "En fil i arkivet är ändrad",
        _FEL,
        "Varje fil är byte för byte den som arkiverades: storlek och kontrollsumma (SHA-256) är manifestets.",
        "Också en enda ändrad bit betyder att filen inte säkert är den som arkiverades.",
        "samlad.pdf har en annan kontrollsumma än i manifest.json",
        _ATER,
        _LAG,
    ),
    Rule(
        "VE03",
        "En fil har lagts till i arkivet",
        _FEL,
        "Aktens mapp innehåller inget annat än det som manifestet räknar upp, och arkivet inget annat än akter.",
        "En fil som någon har lagt dit i efterhand kan tas för en del av akten.",
        "anteckningar.docx ligger i aktens mapp",
        "flytta filen någon annanstans, eller lägg den som bilaga i ärendet och arkivera en ny version",
        _LAG,
    ),
    Rule(
        "VE04",
        "En fil eller mapp i arkivet har bytt namn",
        _FEL,
        "Filerna och aktens mapp heter som i manifestet.",
        "Innehållsförteckningen och länkarna går efter namnen.",
        "bilaga-1.pdf heter nu taxan.pdf",
        "ge filen tillbaka namnet som den har i manifest.json",
        _LAG,
    ),
    Rule(
        "VE05",
        "Manifestet saknas eller går inte att läsa",
        _FEL,
        "Varje akt har ett manifest, manifest.json, som memogen kan läsa.",
        "Utan manifest går det inte att säga om akten är hel.",
        "en mapp under output/arkiv utan manifest.json",
        _ATER,
        _LAG,
    ),
    Rule(
        "VE06",
        "Manifestet är ändrat",
        _FEL,
        "Manifestets egen kontrollsumma stämmer med dess innehåll.",
        "Den som byter både en fil och dess kontrollsumma ska inte kunna göra det obemärkt.",
        "en ändrad titel i manifest.json",
        _ATER,
        _LAG,
    ),
    Rule(
        "VE07",
        "Arkivets kedja är bruten",
        _FEL,
        "Varje akt pekar med en kontrollsumma på den som arkiverades före den, och en ny version på den som den "
        "ersätter. Kedjan är hel från den första akten till den sista, som står i kedja.json.",
        "Kedjan visar att ingen akt har bytts ut, tagits bort eller lagts till i efterhand.",
        "en äldre säkerhetskopia av en akt har lagts tillbaka över en nyare",
        "hämta tillbaka hela arkivet från samma säkerhetskopia",
        _LAG,
    ),
    Rule(
        "VE08",
        "En akt saknas i arkivet",
        _FEL,
        "Varje akt som en annan pekar på finns, också de versioner som har ersatts.",
        "En akt får bara tas bort efter ett gallringsbeslut.",
        "mappen KS-2026-00123 är borttagen men KS-2026-00123-v2 finns",
        _ATER,
        _LAG,
    ),
    Rule(
        "VE09",
        "En fil håller inte längre sin nivå av PDF/A",
        _FEL,
        "Varje PDF-fil prövas på nytt och håller den nivå som manifestet uppger.",
        "En senare version av memogen kan hitta fel som en tidigare inte såg.",
        "protokoll.pdf: PDF/A-2a i manifestet, men ett typsnitt ligger inte i filen",
        "arkivera en ny version med memogen archive",
        "RA-FS 2009:2, 1 kap. 4 § (binder statliga myndigheter)",
    ),
)
