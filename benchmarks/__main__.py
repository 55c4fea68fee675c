"""``python -m benchmarks``: every measurement, as the table of ``docs/matning.md``."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from benchmarks import archiving, loops, plot, pouring, printing, scale, starting, whole_files

if TYPE_CHECKING:
    from benchmarks.timing import Row

_PARTS: Final = {
    "slingor": loops,
    "ord": pouring,
    "filer": whole_files,
    "pdf": printing,
    "arkiv": archiving,
    "start": starting,
    "antal": scale,
}
_HEAD: Final = "| Arbete | memogen | jämfört med | tid | utfall |\n|---|---|---|---|---|"
_SECOND: Final = 1.0


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice(list(_PARTS)))
@click.option("--plot", "picture", type=click.Path(path_type=Path), help="Write the ratios as a picture (SVG) too.")
def main(parts: tuple[str, ...], picture: Path | None) -> None:
    """Measure PARTS, or everything, and print a table."""
    click.echo(_HEAD)
    measured: list[Row] = []
    for part in parts or _PARTS:
        with tempfile.TemporaryDirectory(prefix="memogen-") as folder:
            for row in _PARTS[part].rows(Path(folder)):
                measured.append(row)
                click.echo(_line(row))
    if picture is not None:
        picture.write_text(plot.svg(measured), encoding="utf-8")


def _line(row: Row) -> str:
    times = row.pair.times
    if row.unit == "MB":
        verdict = f"{_number(1 / times)} gånger så mycket"
        return f"| {row.work} | {_number(row.pair.memogen)} MB | {row.peer} | {_number(row.pair.peer)} MB | {verdict} |"
    verdict = f"{_number(times)} gånger så snabbt" if times >= 1 else f"{_number(1 / times)} gånger så lång tid"
    return f"| {row.work} | {_time(row.pair.memogen)} | {row.peer} | {_time(row.pair.peer)} | {verdict} |"


def _time(seconds: float) -> str:
    return f"{_number(seconds)} s" if seconds >= _SECOND else f"{_number(seconds * 1000)} ms"


def _number(value: float) -> str:
    return f"{value:#.2g}".rstrip(".").replace(".", ",") if value < 100 else f"{value:.0f}"  # noqa: PLR2004 - two digits


main()
