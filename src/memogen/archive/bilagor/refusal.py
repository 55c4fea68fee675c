"""What makes a bilaga impossible to bring to PDF/A, said to the person who can do something about it."""

from __future__ import annotations

from typing import Final

from memogen.diagnostics import Remark

SAVE_AGAIN: Final = "öppna filen i ett PDF-program, se efter att alla sidor finns och spara den på nytt"
PRINT: Final = "skriv ut bilagan till en ny PDF-fil, och lägg in den i stället"


class Refused(Exception):
    """The bilaga cannot be brought to PDF/A: ``message`` says why, ``advice`` what to do."""

    def __init__(self, message: str, advice: str, code: str = "AR05") -> None:
        super().__init__(message)
        self.remark = Remark(code, (), message, advice)


def damaged() -> Refused:
    """The file breaks off, or its parts don't fit together; a guess at what it was is no archive copy."""
    return Refused("bilagan är en skadad PDF-fil", SAVE_AGAIN)


def too_large(what: str) -> Refused:
    """The file asks for more than one bilaga may; ``what`` is a whole clause."""
    return Refused(f"bilagan är för stor: {what}", "dela upp den i flera bilagor")
