"""Keeps one LibreOffice alive and prints Word documents with it; a script for the Python that has ``uno``.

memogen never imports this module: ``python3-uno`` belongs to the system's Python, not to memogen's own
environment. It is started as ``python3 worker.py PROGRAM_FOLDER PRIVATE_FOLDER SOCKET…`` and speaks
JSON lines:

* to memogen, once:   ``{"ready": "7.4.7.2"}`` (LibreOffice's version) or ``{"fault": "no-uno" | "no-start"}``
* from memogen:       ``{"source": PATH, "target": PATH}``, and ``"archive": true`` for a PDF to make an archive copy of
* to memogen:         ``{"done": PATH, "seconds": TEXT}`` (how long LibreOffice was at it) or
                      ``{"fault": "unreadable"}``; nothing more when LibreOffice died

It ends, and LibreOffice, the private folder and the sockets with it, when its standard input closes.
"""

from __future__ import annotations

import ctypes
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Uno: TypeAlias = Any
"""What lives in LibreOffice: its methods are known to UNO alone."""

WORD_IMPORT = "MS Word 2007 XML"
"""Forced: LibreOffice left to guess makes pages of garbage out of anything."""

PRINT_OPTIONS = {
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
    "EmbedStandardFonts": True,
    "ExportFormFields": False,
    "ExportNotes": False,
    "ExportLinksRelativeFsys": False,
}

ARCHIVE_OPTIONS = PRINT_OPTIONS | {"SelectPdfVersion": 2, "PDFUACompliance": True}
"""PDF/A-2b with PDF/UA-1: LibreOffice 7.4 keeps both but for small things, which the archive mends."""

PAGES_THAT_BREAK = 2
"""From here on there is a place where a page gives way to the next."""

HAIR = 1
"""Hundredths of a millimetre: nobody sees it, but LibreOffice sets about its pages anew."""

WANTS_RESTART = 81
"""LibreOffice's exit code when it has made a fresh profile and wants to be started once more."""

PR_SET_PDEATHSIG = 1


def say(**message: str) -> None:
    """Send one line to memogen."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


try:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.uno import Exception as UnoError
except ImportError:
    say(fault="no-uno")
    sys.exit(1)


class Soffice:
    """The LibreOffice process and the way in to it."""

    def __init__(self, program: Path, folder: Path) -> None:
        self._pipe = folder.name
        self._command = [
            str(program / "soffice.bin"),
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            f"--accept=pipe,name={self._pipe};urp;",
        ]
        self._libc = ctypes.CDLL(None)
        self._changing = threading.Lock()
        self._has_ended = False
        self._process = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            self._command,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            preexec_fn=self._die_with_parent,  # noqa: PLW1509 - the only other thread waits in a read
        )

    def _die_with_parent(self) -> None:
        self._libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)

    def connect(self) -> Uno | None:
        """The remote component context, or None when LibreOffice ends instead of answering."""
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        restarts = 0
        while True:
            try:
                return resolver.resolve(f"uno:pipe,name={self._pipe};urp;StarOffice.ComponentContext")
            except UnoError:
                code = self._process.poll()
            if code == WANTS_RESTART and not restarts:
                restarts += 1
                self._restart()
            elif code is not None:
                return None
            time.sleep(0.02)

    def _restart(self) -> None:
        with self._changing:
            if not self._has_ended:
                self._process = self._started()

    def lives(self) -> bool:
        """Whether the process is there; one that was just lost may need a moment to be missed."""
        try:
            self._process.wait(0.2)
        except subprocess.TimeoutExpired:
            return True
        return False

    def end(self) -> None:
        """End the process, for good; nothing in it is worth saving."""
        with self._changing:
            self._has_ended = True
            self._process.kill()
            self._process.wait()


def value(name: str, content: object) -> Uno:
    """One UNO property."""
    return PropertyValue(Name=name, Value=content)


def version(context: Uno) -> str:
    """LibreOffice's own version, as ``7.4.7.2``."""
    provider = context.ServiceManager.createInstance("com.sun.star.configuration.ConfigurationProvider")
    product = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationAccess", (value("nodepath", "/org.openoffice.Setup/Product"),)
    )
    return str(product.getByName("ooSetupVersionAboutBox"))


def settle(document: Uno) -> None:
    """Lay the pages out a second time where the first page ends with what is to be kept with the next.

    LibreOffice 7.4 lays the first page out before its header has grown around the logotype. What then has to give way
    at the foot of the page leaves the heading above it behind, whatever the heading is to be kept with.
    """
    view = document.CurrentController
    if view is not None and not _leaves_behind(view):
        return
    styles = document.StyleFamilies.getByName("PageStyles")
    for style in map(styles.getByIndex, range(styles.Count)):
        if style.isInUse():
            style.TopMargin += HAIR


def _leaves_behind(view: Uno) -> bool:
    """Whether the first page ends with a paragraph that is to be kept with the next one."""
    if view.PageCount < PAGES_THAT_BREAK:
        return False
    cursor = view.ViewCursor
    cursor.jumpToFirstPage()
    cursor.jumpToEndOfPage()
    return bool(cursor.ParaKeepTogether)


def convert(desktop: Uno, source: str, target: str, options: Mapping[str, object]) -> None:
    """Print one document. Raises what UNO raises: the process may be gone, or the document unreadable."""
    document = desktop.loadComponentFromURL(
        Path(source).as_uri(),
        "_blank",
        0,
        (
            value("Hidden", content=True),
            value("FilterName", WORD_IMPORT),
            value("MacroExecutionMode", 0),  # never
            value("UpdateDocMode", 0),  # no links
        ),
    )
    if document is None:
        message = "unreadable"
        raise ValueError(message)
    try:
        indexes = document.getDocumentIndexes()
        for number in range(indexes.getCount()):
            indexes.getByIndex(number).update()
        settle(document)
        chosen = uno.Any("[]com.sun.star.beans.PropertyValue", tuple(value(*pair) for pair in options.items()))
        document.storeToURL(
            Path(target).as_uri(), (value("FilterName", "writer_pdf_Export"), value("FilterData", chosen))
        )
    finally:
        document.close(True)  # noqa: FBT003 - UNO takes no keywords


def follow(orders: queue.SimpleQueue[str], soffice: Soffice, folder: Path, sockets: list[Path]) -> None:
    """Hand on every line from memogen; when there are no more, clear away and end at once."""
    for line in sys.stdin:
        orders.put(line)
    soffice.end()
    shutil.rmtree(folder, ignore_errors=True)
    for socket in sockets:
        socket.unlink(missing_ok=True)
    os._exit(0)


def answer(orders: queue.SimpleQueue[str], soffice: Soffice) -> None:
    """Carry out orders until LibreOffice is no more to be trusted."""
    context = soffice.connect()
    if context is None:
        say(fault="no-start")
        return
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    say(ready=version(context))
    while True:
        order = json.loads(orders.get())
        started = time.perf_counter()
        try:
            options = ARCHIVE_OPTIONS if order.get("archive") else PRINT_OPTIONS
            convert(desktop, order["source"], order["target"], options)
        except (UnoError, ValueError):
            if soffice.lives():
                say(fault="unreadable")
            return
        say(done=order["target"], seconds=str(time.perf_counter() - started))


def main(program: Path, folder: Path, *sockets: Path) -> None:
    """Answer memogen, then let it see that no more answers come; whoever follows its orders clears away."""
    soffice = Soffice(program, folder)
    orders: queue.SimpleQueue[str] = queue.SimpleQueue()
    follower = threading.Thread(target=follow, args=(orders, soffice, folder, list(sockets)), daemon=True)
    follower.start()
    try:
        answer(orders, soffice)
    finally:
        os.close(sys.stdout.fileno())
        follower.join()


if __name__ == "__main__":
    # Memogen lets no signal come between while it starts this program, which has inherited that.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    main(*map(Path, sys.argv[1:]))
