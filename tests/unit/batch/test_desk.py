from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from memogen import pipeline
from memogen.batch.desk import Desk
from memogen.errors import ExitCode
from memogen.setting import Choices, Outcome, Setting
from memogen.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable


def outcome(work: Callable[..., Outcome], place: Path) -> Outcome:
    with Desk(pipeline.prepare(Workspace(place), Choices(place)), work) as desk:
        return desk.make(Path("taxa.yaml"))


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_is_full_is_told_with_its_folder(tmp_path: Path, reason: int) -> None:
    def full(*_: object) -> Outcome:
        raise OSError(reason, os.strerror(reason), "/tmp/memogen-bilaga-1/in")  # noqa: S108 - never written

    made = outcome(full, tmp_path)
    assert (made.status, made.exit_code) == ("failed", ExitCode.OUTPUT)
    assert made.failure.startswith('"/tmp/memogen-bilaga-1/in" kunde inte skrivas: disk')


def test_any_other_fault_is_memogens_own(tmp_path: Path) -> None:
    def faulty(_: Path, setting: Setting, *__: object) -> Outcome:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(setting.profile_path))

    made = outcome(faulty, tmp_path)
    assert (made.status, made.exit_code) == ("failed", ExitCode.BUG)
    assert "OSError" in made.failure
    assert "Traceback" in made.details
