"""``python -m memogen``: the same front door as the command."""

from __future__ import annotations

from memogen.cli import main

if __name__ == "__main__":
    main()
