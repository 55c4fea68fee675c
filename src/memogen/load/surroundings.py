"""The text around the place where the YAML broke."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from memogen.artifacts import Span

NO_SPACE = re.compile(r"[ ]*(?:- )?(?P<key>[^\W\d][\w -]*):(?=[^\s/:])")
KEY = re.compile(r"[ ]*(?:- )*[^\s#\"'\[{][^:#\n]*:(?=[ \n]|$)")
_DASH = re.compile(r" *- ")


class Halt(NamedTuple):
    """Where libyaml stopped: the text, the problem's offset and the offset of what it was inside."""

    text: str
    problem: int
    context: int

    def line_start(self, offset: int) -> int:
        """The offset of the line's first character."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """The offset of the line's end, before its line break."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def line(self, offset: int) -> str:
        """The line without its line break."""
        return self.text[self.line_start(offset) : self.line_end(offset)]

    def line_span(self, offset: int) -> Span:
        """The line's text without its indent."""
        line = self.line(offset)
        start = self.line_start(offset) + len(line) - len(line.lstrip())
        return Span(start, max(start, self.line_end(offset)))

    def rest(self, offset: int) -> Span:
        """From the offset to the line's end."""
        return Span(offset, self.line_end(offset))

    def value(self, offset: int) -> Span:
        """What stands after the first key of a line, or after its dash."""
        start = self.line_start(offset)
        key = next(filter(None, (opening.match(self.text, start) for opening in (KEY, NO_SPACE, _DASH))), None)
        return Span(min(key.end() if key else start, self.line_end(offset)), self.line_end(offset))

    def is_closed(self, opening: int) -> bool:
        """Whether the bracket or brace at the offset has its end."""
        depth = 0
        for found in re.compile(r"[\[\]{}]").finditer(self.text, opening):
            depth += 1 if found[0] in "[{" else -1
            if depth == 0:
                return True
        return False

    def open_quote(self) -> int:
        """Where a quoted text over several lines starts that ends just before the problem; -1 if there is none."""
        started = -1
        try:
            for token in yaml.scan(self.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
                if token.start_mark.index >= self.problem:
                    break
                quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
                started = token.start_mark.index if quoted and token.start_mark.line < token.end_mark.line else -1
        except yaml.YAMLError:
            return -1
        return started

    def line_above(self, offset: int) -> int:
        """The offset of the nearest line above that says something; -1 when there is none."""
        start = self.line_start(offset)
        while start > 0:
            start = self.line_start(start - 1)
            line = self.line(start).strip()
            if line and not line.startswith("#"):
                return start
        return -1
