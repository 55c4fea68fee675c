"""Pours with rust-docxtpl on request, in a process of its own: it goes by docxtpl's name. Run by ``peers.py``.

A line in: where the last document is written, or nothing. A line out: the seconds of processor time that it took.
"""

from __future__ import annotations

import io
import json
import sys
import time
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from markupsafe import Markup


def finished(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    """The data as docxtpl takes it: ``{"xml": …}`` is finished XML."""
    if isinstance(value, dict):
        return Markup(value["xml"]) if value.keys() == {"xml"} else {key: finished(item) for key, item in value.items()}  # noqa: S704 - memogen wrote it
    return [finished(item) for item in value] if isinstance(value, list) else value


def poured(template: str, context: dict[str, Any]) -> bytes:
    """One document, as docxtpl's documentation makes it."""
    document = DocxTemplate(template)
    document.render(context, autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def main() -> None:
    """Answer until nobody asks."""
    template, *paths = sys.argv[1:]
    contexts = [finished(json.loads(Path(path).read_text(encoding="utf-8"))) for path in paths]
    for line in sys.stdin:
        before = time.process_time()
        made = [poured(template, context) for context in contexts]
        seconds = time.process_time() - before
        if line.strip():
            Path(line.strip()).write_bytes(made[-1])
        sys.stdout.write(f"{seconds}\n")
        sys.stdout.flush()


main()
