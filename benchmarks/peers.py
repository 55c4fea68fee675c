"""The fastest that others have: docxtemplater and easy-template-x (Node), rust-docxtpl. Each pours in its own process.

They are installed once, in pinned versions, into a cache folder outside the repository.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, Self

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

NODE_PEERS: Final = ("docxtemplater", "easy-template-x")
RUST_PEER: Final = "rust-docxtpl"
_NODE: Final = ("docxtemplater@3.71.0", "pizzip@3.3.0", "easy-template-x@7.2.8")
_RUST: Final = ("rust-docxtpl==0.1.2", "docxcompose==2.2.0")
_HERE: Final = Path(__file__).parent


class Document(Protocol):
    """What every peer can pour."""

    template: Path
    """In docxtpl's dialect."""

    def plain(self) -> dict[str, Any]:
        """The values for rust-docxtpl, as JSON; ``{"xml": …}`` is finished XML."""

    def for_node(self) -> dict[str, Any]:
        """The values for the two for Node, as JSON."""

    def node_template(self, folder: Path) -> Path:
        """The template for the two for Node, written in ``folder``."""


class Peer:
    """A process that pours the same documents each time it is asked to."""

    def __init__(self, command: Sequence[str | Path], environment: dict[str, str]) -> None:
        self._name = str(command[-1])
        self._process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )
        self.seconds = 0.0
        """Processor time that the peer has used for pouring."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None  # noqa: S101 - it was asked for
        self._process.stdin.close()
        self._process.wait()

    def pour(self, last: Path | str = "") -> None:
        """Pour all documents; write the last one to ``last``, if it is named.

        Raises:
            RuntimeError: the peer gave up.
        """
        assert self._process.stdin is not None  # noqa: S101 - it was asked for
        assert self._process.stdout is not None  # noqa: S101 - likewise
        self._process.stdin.write(f"{last}\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(self._name)
        self.seconds += float(answer)


def peers(documents: Sequence[Document], folder: Path) -> Iterator[tuple[str, Peer]]:
    """Every peer that this machine can run, with the documents of one template."""
    if shutil.which("npm") is None:
        click.echo("npm is missing: docxtemplater and easy-template-x are not measured", err=True)
    else:
        modules = _installed("node", _NODE, _with_npm)
        template = documents[0].node_template(folder)
        data = _written(folder, "node", [document.for_node() for document in documents])
        for name in NODE_PEERS:
            environment = {"NODE_PATH": str(modules / "node_modules")}
            yield name, Peer(["node", _HERE / "peers.js", name, template, *data], environment)
    data = _written(folder, "rust", [document.plain() for document in documents])
    python = _installed("rust", _RUST, _with_pip) / "bin" / "python"
    yield RUST_PEER, Peer([python, _HERE / "peer_in_rust.py", documents[0].template, *data], {})


def _installed(name: str, packages: Sequence[str], install: Callable[[Path, Sequence[str]], None]) -> Path:
    """The folder that ``packages`` are installed in; done once."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "memogen" / "benchmarks"
    folder = cache / re.sub(r"[^a-z0-9.-]", "-", "-".join((name, *packages)))
    if not (folder / "ready").exists():
        folder.mkdir(parents=True, exist_ok=True)
        install(folder, packages)
        (folder / "ready").touch()
    return folder


def _with_npm(folder: Path, packages: Sequence[str]) -> None:
    subprocess.run(
        [str(shutil.which("npm")), "install", "--silent", "--no-fund", "--no-audit", "--prefix", folder, *packages],
        check=True,
    )


def _with_pip(folder: Path, packages: Sequence[str]) -> None:
    """An environment of its own: rust-docxtpl does not start beside docxtpl."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, *packages], check=True)


def _written(folder: Path, name: str, documents: Sequence[Any]) -> list[Path]:
    paths = [folder / f"{name}-{number}.json" for number in range(len(documents))]
    for path, document in zip(paths, documents, strict=True):
        path.write_text(json.dumps(document), encoding="utf-8")
    return paths
