"""filing: the folder and the name of every output, and which case file claims it."""

from __future__ import annotations

from memogen.filing.index import Index
from memogen.filing.slots import MEETING, Slot, meeting_folder, slot

__all__ = ["MEETING", "Index", "Slot", "meeting_folder", "slot"]
