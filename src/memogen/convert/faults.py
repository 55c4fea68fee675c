"""What can go wrong with LibreOffice, and how it is said."""

from __future__ import annotations

from enum import Enum

from memogen.errors import ToolError

OLDEST = (7, 4)
"""The oldest LibreOffice whose tagged PDF memogen has been tried with (Debian 12 carries 7.4)."""

PACKAGES = "sudo apt install --no-install-recommends libreoffice-writer python3-uno"
"""What makes conversion possible on Debian. Not ``-nogui``: it crashes on documents with comments."""


class Fault(Enum):
    """Why there is no PDF."""

    NO_PROGRAM = "no-program"
    NO_UNO = "no-uno"
    NO_START = "no-start"
    NO_ROOM = "no-room"
    TOO_OLD = "too-old"
    HANGS = "hangs"
    DIED = "died"
    UNREADABLE = "unreadable"
    STOPPED = "stopped"

    @property
    def of_document(self) -> bool:
        """Whether the document is to blame when the process was new."""
        return self in {Fault.HANGS, Fault.UNREADABLE}

    @property
    def hopeless(self) -> bool:
        """Whether a new process would meet the same fault."""
        return self in {Fault.NO_PROGRAM, Fault.NO_UNO, Fault.NO_ROOM, Fault.TOO_OLD, Fault.STOPPED}


class Failed(Exception):
    """One attempt came to nothing; never leaves this room."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


_SAID = {
    Fault.NO_PROGRAM: (
        "LibreOffice finns inte på datorn, så det blir ingen PDF",
        f"installera LibreOffice: {PACKAGES}",
    ),
    Fault.NO_UNO: (
        "LibreOffice går inte att styra: Pythonmodulen uno saknas, så det blir ingen PDF",
        f"installera den: {PACKAGES}",
    ),
    Fault.NO_START: (
        "LibreOffice startar inte, så det blir ingen PDF",
        f"installera LibreOffice på nytt ({PACKAGES}) och kontrollera med memogen doctor",
    ),
    Fault.NO_ROOM: (
        "disken med tillfälliga filer är full, så det blir ingen PDF",
        "frigör utrymme, eller sätt TMPDIR till en mapp på en annan disk",
    ),
    Fault.TOO_OLD: (
        f"LibreOffice är för gammalt: version {OLDEST[0]}.{OLDEST[1]} eller senare behövs",
        f"uppgradera LibreOffice: {PACKAGES}",
    ),
    Fault.STOPPED: ("omvandlingen till PDF stoppades", "kör kommandot igen"),
}
_SAID_OF_DOCUMENT = {
    Fault.HANGS: (
        'LibreOffice blev inte klart med "{name}" på {seconds:.0f} sekunder',
        "förenkla dokumentet, till exempel mycket långa ord eller mycket stora tabeller, och försök igen",
    ),
    Fault.DIED: (
        'LibreOffice kraschade två gånger på "{name}"',
        "kontrollera installationen med memogen doctor och försök igen",
    ),
    Fault.UNREADABLE: (
        'LibreOffice kan inte läsa "{name}"',
        "öppna mallen i Word, spara den på nytt som .docx och försök igen",
    ),
}


def tool_error(fault: Fault, name: str = "", seconds: float = 0) -> ToolError:
    """The fault in words, for a person; ``name`` is the document's and ``seconds`` its time limit."""
    if fault in _SAID:
        return ToolError(*_SAID[fault])
    message, hint = _SAID_OF_DOCUMENT[fault]
    return ToolError(message.format(name=name, seconds=seconds), hint)
