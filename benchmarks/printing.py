"""Word documents as PDF: memogen's living LibreOffices, one ``soffice`` a file, unoserver, and the floor."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from benchmarks import pouring
from benchmarks.timing import Pair, Row, paired, wall
from memogen import convert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Convert = Callable[[list[Path]], None]

FILES: Final = 6
MANY: Final = 200
_ROUNDS: Final = 3
_SOFFICE: Final = "soffice"
_SYSTEM_PYTHON: Final = "/usr/bin/python3"
_UNOSERVER: Final = "unoserver==3.7"
_CLIENT: Final = """\
import sys
from unoserver.client import UnoClient
client = UnoClient(port=sys.argv[1])
for path in sys.argv[2:]:
    client.convert(inpath=path, outpath=path[:-4] + "pdf", convert_to="pdf")
"""


class Printing:
    """Copies of a short memo, to be printed by any of them."""

    def __init__(self, folder: Path, count: int = FILES) -> None:
        self._document = pouring.short_memo(folder).memogen()
        self._folder = folder / "pdf"
        self._folder.mkdir(exist_ok=True)
        self.paths = [self._folder / f"{number}.docx" for number in range(count)]
        for path in self.paths:
            path.write_bytes(self._document)

    def memogen(self, workers: int = 1) -> None:
        """LibreOffices for all, their start and end included."""
        with convert.Office(workers) as office:
            self.through(office, workers)

    def through(self, office: convert.Office, workers: int = 1) -> None:
        """All of them through an office that may be running already."""
        with ThreadPoolExecutor(workers) as pool:
            list(
                pool.map(
                    lambda path: path.with_suffix(".pdf").write_bytes(office.pdf(self._document, path.stem)), self.paths
                )
            )

    def soffice(self, count: int) -> None:
        """One LibreOffice a file, with a profile that is already made."""
        profile = f"-env:UserInstallation=file://{self._folder / 'profil'}"
        options = (profile, "--headless", "--convert-to", "pdf", "--outdir", str(self._folder))
        for path in self.paths[:count]:
            subprocess.run([shutil.which(_SOFFICE) or _SOFFICE, *options, str(path)], check=True, capture_output=True)


def rows(folder: Path) -> Iterator[Row]:
    """By the clock: most of the work is done by other processes."""
    printing = Printing(folder, MANY)
    yield Row(
        f"{MANY} korta tjänsteskrivelser, Word till PDF, två arbetare",
        "en soffice --convert-to per fil",
        _per_file(printing),
    )
    with unoserver(folder) as client:
        pair = paired(lambda: printing.memogen(2), lambda: client(printing.paths), rounds=_ROUNDS, clock=wall)
    yield Row("detsamma", "unoserver, redan startad", pair)
    yield Row("en arbetare, redan startad", "tiden i LibreOffices egna anrop", _over_the_floor(printing))


def _per_file(printing: Printing) -> Pair:
    """Two hundred against as many times a handful: one process a file takes the same time however many there are."""
    pair = paired(lambda: printing.memogen(2), lambda: printing.soffice(FILES), rounds=_ROUNDS, clock=wall)
    more = MANY / FILES
    return Pair(pair.memogen, pair.peer * more, pair.times * more)


def _over_the_floor(printing: Printing) -> Pair:
    with convert.Office() as office:
        printing.through(office)
        found = []
        for _ in range(_ROUNDS):
            before, started = office.busy, wall()
            printing.through(office)
            found.append((wall() - started, office.busy - before))
    ours, floor = min(found, key=lambda pair: pair[0] / pair[1])
    return Pair(ours, floor, floor / ours)


@contextmanager
def unoserver(folder: Path) -> Iterator[Convert]:
    """A warm unoserver with its own Python client, installed for the measurement beside the Python that knows UNO."""
    place = folder / "unoserver"
    subprocess.run([_SYSTEM_PYTHON, "-m", "venv", "--system-site-packages", str(place)], check=True)
    install = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, _UNOSERVER], check=True, capture_output=True)
    ports = [str(_free_port()), str(_free_port())]
    command = [str(place / "bin" / "unoserver"), "--port", ports[0], "--uno-port", ports[1]]
    quiet = subprocess.DEVNULL
    surroundings = os.environ | {"HOME": str(folder)}
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, env=surroundings, start_new_session=True) as server:
        try:
            _wait_for(int(ports[0]))
            yield lambda paths: _through_unoserver(place, ports[0], paths)
        finally:
            os.killpg(server.pid, 9)


def _through_unoserver(place: Path, port: str, paths: list[Path]) -> None:
    script = [str(place / "bin" / "python"), "-c", _CLIENT, port]
    subprocess.run([*script, *map(str, paths)], check=True, capture_output=True)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    for _ in range(600):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("unoserver never answered")
