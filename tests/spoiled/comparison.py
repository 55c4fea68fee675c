"""The spoiled files before two judges: veraPDF and memogen's own check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from memogen.archive.checking import findings
from tests.judge import judge
from tests.spoiled import appearance, depths, fonts, interaction, structure, unusual, whole
from tests.spoiled.catalogue import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memogen.artifacts.act import Finding, Level
    from tests.spoiled.catalogue import Sample

STANDARDS: Final = ("A", "UA")
CHAPTERS: Final = {
    whole.__name__: "Filen som helhet",
    appearance.__name__: "Hur sidorna ser ut",
    fonts.__name__: "Typsnitt av andra slag",
    depths.__name__: "Det som ligger djupt i filen",
    interaction.__name__: "Länkar, kommentarer, formulär och skript",
    structure.__name__: "Märken: rubriker, listor, tabeller, bilder, fotnoter",
    unusual.__name__: "Ovanligt men tillåtet, och fel som gömmer sig där",
}
_HEAD: Final = "| Det som är ändrat | veraPDF PDF/A | memogen PDF/A | veraPDF PDF/UA | memogen PDF/UA |"
_WARNINGS: Final = frozenset({"TI03"})
_INTRODUCTION: Final = """\
# Arkivkontrollen och veraPDF

<!-- make docs skriver den här filen -->

memogen kontrollerar själv varje arkivkopia mot PDF/A (ISO 19005-2 och -3) och PDF/UA-1 (ISO 14289-1). Här prövas den
kontrollen mot veraPDF, som är referensen för standarderna. Varje fil nedan är en felfri arkivkopia där en enda sak är
ändrad, av memogens egna tester. Ett streck betyder att filen håller. Båda ska säga samma sak om varje fil: felfri, fel
enligt PDF/A eller fel enligt PDF/UA. Numren är avsnitt i standarderna; efter bindestrecket står veraPDF:s eget nummer.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """What veraPDF (failed clauses) and memogen (findings) say of one sample, for each standard."""

    sample: Sample
    reference: dict[str, list[str]]
    own: dict[str, list[Finding]]

    def expected(self, standard: str) -> bool:
        """Whether memogen's own check is to find a fault."""
        unseen = self.sample.unseen if standard == "A" else ""
        return bool(self.reference[standard] or unseen)


def compared() -> list[Row]:
    """Every sample before both judges, in the order of the catalogue."""
    rows: dict[str, Row] = {}
    for level in dict.fromkeys(sample.level for sample in SAMPLES):
        files = {sample.name: sample.data for sample in SAMPLES if sample.level == level}
        profile = f"{level.part}{level.letter}"
        verdicts = judge(files, (profile, "ua1"))
        for sample in SAMPLES:
            if sample.level == level:
                reference = {"A": verdicts[sample.name, profile], "UA": verdicts[sample.name, "ua1"]}
                rows[sample.name] = Row(sample, reference, own(files[sample.name], level))
    return [rows[sample.name] for sample in SAMPLES]


def own(pdf: bytes, level: Level) -> dict[str, list[Finding]]:
    """The errors that memogen finds, by standard."""
    found = [finding for finding in findings(pdf, level) if finding.code not in _WARNINGS]
    return {standard: [finding for finding in found if finding.standard == standard] for standard in STANDARDS}


def document(rows: Iterable[Row]) -> str:
    """The Swedish page that shows what both said."""
    rows = list(rows)
    faulty = sum(1 for row in rows if any(row.expected(standard) for standard in STANDARDS))
    lines = [_INTRODUCTION, f"{len(rows)} filer: {faulty} med fel och {len(rows) - faulty} felfria."]
    for chapter, title in CHAPTERS.items():
        lines += ["", f"## {title}", "", _HEAD, "|---|---|---|---|---|"]
        lines += [_line(row) for row in rows if row.sample.chapter == chapter]
    lines += ["", "## Det veraPDF inte letar efter", "", "Det här förbjuder PDF/A, och memogen hittar det ändå:", ""]
    lines += [f"- {row.sample.change} ({row.sample.unseen})" for row in rows if row.sample.unseen]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    cells = [row.sample.change]
    for standard in STANDARDS:
        cells.append(", ".join(row.reference[standard]) or "–")
        said = sorted({f"{finding.code} {finding.clause}" for finding in row.own[standard]})
        cells.append(", ".join(said) or "–")
    return f"| {' | '.join(cells)} |"
