"""One worker process with its LibreOffice: started, asked within a time limit, ended."""

from __future__ import annotations

import hashlib
import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
import weakref
from contextlib import contextmanager, suppress
from importlib.resources import as_file, files
from pathlib import Path
from typing import IO, TYPE_CHECKING

from memogen.convert.faults import OLDEST, Failed, Fault
from memogen.files import is_full

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM_VARIABLE = "MEMOGEN_SOFFICE"
"""The environment variable that points to another LibreOffice: the folder with ``soffice.bin``."""

USUAL_PROGRAMS = (
    Path("/usr/lib/libreoffice/program"),
    Path("/usr/lib64/libreoffice/program"),
    Path("/opt/libreoffice/program"),
)
SYSTEM_PYTHON = Path("/usr/bin/python3")
_PATIENCE = 5.0
"""Seconds that a worker may take to end LibreOffice and itself."""
_OF_FULL_DISKS = frozenset({Fault.NO_START, Fault.DIED, Fault.UNREADABLE})
_LEAST_ROOM = 2**20
"""Bytes; LibreOffice's profile alone takes some hundred thousand."""
SOCKET_FOLDERS = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - LibreOffice's choice, not memogen's


def program_folder() -> Path | None:
    """Where LibreOffice's programs are: what the environment names, else the usual places, else the PATH."""
    named = os.environ.get(PROGRAM_VARIABLE)
    if named:
        candidates = [Path(named)]
    else:
        on_path = shutil.which("soffice")
        candidates = [*USUAL_PROGRAMS, *([Path(on_path).resolve().parent] if on_path else [])]
    return next((folder.absolute() for folder in candidates if (folder / "soffice.bin").is_file()), None)


def python_command(program: Path) -> list[str]:
    """The Python that can speak with this LibreOffice: its own where it brings one, else the system's."""
    own = program / "python"
    return [str(own)] if own.is_file() else [str(SYSTEM_PYTHON), "-I"]


class Process:
    """A worker and its LibreOffice, in a process group, a profile and a folder of their own.

    Every method raises :class:`Failed`; whatever is raised out of :meth:`convert`, the process is ended first.
    It is ended too when nobody holds it any more, and when Python ends.
    """

    def __init__(self, start_limit: float) -> None:
        program = program_folder()
        if program is None:
            raise Failed(Fault.NO_PROGRAM)
        self.program = program
        self.documents = 0
        self.busy = 0.0
        self.version = ""
        self._unread = b""
        with _undisturbed():
            self._folder = _private_folder()
            try:
                self._worker = self._started()
            except OSError as error:
                shutil.rmtree(self._folder, ignore_errors=True)
                raise Failed(Fault.NO_ROOM if is_full(error) else Fault.NO_UNO) from error
            self._ended = weakref.finalize(self, _end, self._worker, self._folder)
        self._ready_by = time.monotonic() + start_limit

    def _started(self) -> subprocess.Popen[bytes]:
        room = files("memogen.convert")
        user = self._folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_bytes(room.joinpath("registrymodifications.xcu").read_bytes())
        script = self._folder / "worker.py"
        with as_file(room.joinpath("worker.py")) as source:
            shutil.copyfile(source, script)
        surroundings = os.environ | {
            "LC_ALL": "C.UTF-8",
            "SAL_USE_VCLPLUGIN": "svp",
            "TMPDIR": str(self._folder),
        }
        arguments = map(str, (script, self.program, self._folder, *_sockets(self._folder)))
        return subprocess.Popen(
            [*python_command(self.program), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder,
            env=surroundings,
            start_new_session=True,
        )

    def wait_until_ready(self) -> None:
        """Return when LibreOffice answers; at once when it has done so before."""
        if self.version:
            return
        try:
            answer = self._answer(self._ready_by)
        except Failed as failed:
            raise self._ended_by(Fault.NO_START) from failed
        except BaseException:
            self.end()
            raise
        self.version = answer.get("ready", "")
        fault = Fault(answer["fault"]) if "fault" in answer else None
        if fault is None and _numbers(self.version) < OLDEST:
            fault = Fault.TOO_OLD
        if fault is not None:
            raise self._ended_by(fault)

    def convert(self, docx: bytes, time_limit: float, *, archive: bool) -> bytes:
        """The document as PDF, within ``time_limit`` seconds (starting not counted)."""
        self.wait_until_ready()
        self.documents += 1
        source = self._folder / f"{self.documents}.docx"
        target = source.with_suffix(".pdf")
        try:
            source.write_bytes(docx)
            order: dict[str, str | bool] = {"source": str(source), "target": str(target), "archive": archive}
            self.busy += self._ask(order, time.monotonic() + time_limit)
            pdf = target.read_bytes()
            source.unlink()
            target.unlink()
        except Failed as failed:
            raise self._ended_by(failed.fault) from failed
        except OSError as error:
            raise self._ended_by(Fault.NO_ROOM if is_full(error) else Fault.DIED) from error
        except BaseException:
            self.end()
            raise
        return pdf

    def _ask(self, order: dict[str, str | bool], deadline: float) -> float:
        """Have the worker carry out the order by ``deadline``; the seconds that LibreOffice itself was at it."""
        assert self._worker.stdin is not None  # noqa: S101 - it was opened as a pipe
        self._worker.stdin.write(json.dumps(order).encode() + b"\n")
        self._worker.stdin.flush()
        answer = self._answer(deadline)
        if "fault" in answer:
            raise Failed(Fault(answer["fault"]))
        return float(answer["seconds"])

    def _answer(self, deadline: float) -> dict[str, str]:
        """The worker's next line; HANGS when it has not come by ``deadline``, DIED when none will come."""
        assert self._worker.stdout is not None  # noqa: S101 - it was opened as a pipe
        stream = self._worker.stdout.fileno()
        poll = select.poll()
        poll.register(stream, select.POLLIN)
        while b"\n" not in self._unread:
            seconds = deadline - time.monotonic()
            if seconds <= 0 or not poll.poll(seconds * 1000):
                raise Failed(Fault.HANGS)
            received = os.read(stream, 65536)
            if not received:
                raise Failed(Fault.DIED)
            self._unread += received
        line, _, self._unread = self._unread.partition(b"\n")
        answer: dict[str, str] = json.loads(line)
        return answer

    def _ended_by(self, fault: Fault) -> Failed:
        """The fault that ends the process; LibreOffice does not tell that the disk is full, and fails in some way."""
        with suppress(OSError):
            if fault in _OF_FULL_DISKS and shutil.disk_usage(self._folder).free < _LEAST_ROOM:
                fault = Fault.NO_ROOM
        self.end()
        return Failed(fault)

    def end(self) -> None:
        """End the whole process group and clear its folder away. May be said twice."""
        self._ended()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Whoever is stopped meanwhile is stopped afterwards, when there is somebody to clear away what was begun."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _private_folder() -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix="memogen-"))
    except OSError as error:
        raise Failed(Fault.NO_ROOM) from error


def _end(worker: subprocess.Popen[bytes], folder: Path) -> None:
    # The worker ends when it hears no more. It is LibreOffice's parent, and alone knows when that writes no more.
    _close(worker.stdin)
    try:
        worker.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        # Until the worker is waited for, its number can't have become another process group's.
        with suppress(ProcessLookupError):
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
    _close(worker.stdout)
    _clear_away(folder)
    for socket in _sockets(folder):
        socket.unlink(missing_ok=True)


def _close(stream: IO[bytes] | None) -> None:
    with suppress(OSError):
        if stream is not None:
            stream.close()


def _sockets(folder: Path) -> list[Path]:
    """Where LibreOffice puts its sockets, outside every folder that it is given; it leaves them when it is killed.

    One has the name that ``--accept`` gives, here the folder's; the other the MD5 of the profile's address,
    each byte as short as it gets.
    """
    profile = (folder / "profile").as_uri().encode("utf-16-le")
    fingerprint = "".join(f"{byte:x}" for byte in hashlib.md5(profile, usedforsecurity=False).digest())
    names = (folder.name, f"SingleOfficeIPC_{fingerprint}")
    return [place / f"OSL_PIPE_{os.getuid()}_{name}" for place in SOCKET_FOLDERS for name in names]


def _clear_away(folder: Path) -> None:
    # LibreOffice is not this process's child: it may be writing still when its worker has gone.
    for _ in range(100):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.02)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
