"""The rules as text: a page for the terminal, and the whole list for the handbook."""

from __future__ import annotations

import difflib
import textwrap
from typing import TYPE_CHECKING

from memogen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from memogen.rules.grund import Rule

_WIDTH = 78
_GROUPS = {
    "ID": "Identitet och datum",
    "BE": "Beslutet",
    "UL": "Underlag, hänvisningar och bilagor",
    "NV": "Närvaro och tjänstgöring",
    "PR": "Protokollet",
    "JU": "Justering och anslag",
    "ST": "Avsnitt och konsekvenser",
    "GD": "Personuppgifter",
    "SP": "Språk och typografi",
    "NY": "Nycklar",
    "VA": "Värden",
    "TY": "Kommentarer som tillåter varningar",
    "YA": "Filen",
    "MD": "Löptext i Markdown",
    "RE": "Ärenden bakom paragrafer",
    "FI": "Filer",
    "PF": "Profilen",
    "MA": "Mallarna",
    "MT": "Mallarnas tillgänglighet",
    "PD": "PDF-filen",
    "AR": "Arkivexemplaret",
    "TI": "PDF-filens tillgänglighet",
    "VE": "Verifiering av arkivet",
}


def page(rule: Rule) -> str:
    """One rule for a terminal, without a final line break."""
    parts = [
        f"{rule.code}  {rule.title}  ({rule.severity.value})",
        textwrap.fill(rule.what, _WIDTH),
        f"Varför\n{_indented(textwrap.fill(rule.why, _WIDTH - 2))}",
        f"Till exempel\n{_indented(rule.example)}",
        f"I stället\n{_indented(rule.instead)}",
    ]
    if rule.law:
        parts.append(f"Lag\n{_indented(textwrap.fill(rule.law, _WIDTH - 2))}")
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return textwrap.indent(text, "  ")


def unknown_code(code: str, rules: Sequence[Rule]) -> UsageError:
    """The refusal of a code that does not exist."""
    near = difflib.get_close_matches(code.strip().upper(), [rule.code for rule in rules], n=1)
    hint = f'menade du "{near[0]}"?' if near else 'kör "memogen explain" för alla koder'
    return UsageError(f'koden "{code}" finns inte', hint)


def handbook(rules: Iterable[Rule]) -> str:
    """The rule list in Markdown: docs/regler.md."""
    return "\n".join(_handbook(list(rules)))


def _handbook(rules: Sequence[Rule]) -> Iterator[str]:
    yield "# Regler och koder\n"
    yield "<!-- Gjord av: python -m memogen.rules > docs/regler.md -->\n"
    yield (
        "Varje anmärkning har en kod. `memogen explain BE09` visar samma text som här. Ett **fel** stoppar "
        "handlingen, en\n"
        "**varning** gör det inte, och **info** är ett råd. Kommunen kan ändra nivån under `regler` i "
        "`memogen.yaml`, och en\n"
        "kommentar i filen tystar en varning på sitt ställe: `# memogen: tillåt ST04 – skäl`.\n"
    )
    for prefix, title in _GROUPS.items():
        yield f"## {title}\n"
        for rule in rules:
            if rule.code.startswith(prefix):
                yield from _entry(rule)


def _entry(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code} {rule.title} ({rule.severity.value})\n"
    yield f"{rule.what}\n"
    yield f"**Varför?** {rule.why}\n"
    yield f"Till exempel:\n\n```\n{rule.example}\n```\n"
    yield f"I stället:\n\n```\n{rule.instead}\n```\n"
    if rule.law:
        yield f"**Lag:** {rule.law}\n"
