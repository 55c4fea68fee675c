"""How fast memogen is, told as ratios against what people would otherwise use, measured side by side."""

from __future__ import annotations
