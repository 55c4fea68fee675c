"""What is wrong with the YAML, in plain Swedish: from libyaml's structured errors, never its words.

libyaml says what it met (``problem``), inside what (``context``), and where (two marks). What people do
wrong is less varied: a colon in a text, a quote not closed, a line at the wrong indent. Each explainer
looks at the lines around the marks and says which of these it was.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import yaml

from memogen.artifacts import Span
from memogen.load.surroundings import KEY, NO_SPACE, Meeting

if TYPE_CHECKING:
    from collections.abc import Callable

Fault: TypeAlias = tuple[str, str, Span, str]
"""Code, message, span and help."""

_QUOTE = "sätt hela texten inom citattecken"
_INDENT = "dra in raden lika långt som raderna den hör ihop med, med blanksteg"


Explained: TypeAlias = tuple[Fault, Span | None]
"""The fault, and the part of the line that may be blanked to read on (None: stop here)."""


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[list[Fault], Span | None]:
    """The faults behind a YAML error, and what may be blanked to read on."""
    mark = error.problem_mark or error.context_mark
    problem = min(mark.index, len(text)) if mark else 0
    context = min(error.context_mark.index, len(text)) if error.context_mark else problem
    met = Meeting(text, problem, context)
    said = f"{error.context or ''} | {error.problem or ''}"
    if text[problem : problem + 1] == "\t" or " tab " in said:
        return _tabs(met), None
    fault, repair = next((how for words, how in _EXPLAINERS if words in said), _unknown)(met)
    return [fault], repair


def _tabs(met: Meeting) -> list[Fault]:
    """The tab that stopped the reading, and every later line that starts with one."""
    later = [found.start() for found in re.compile(r"^\t", re.MULTILINE).finditer(met.text, met.problem)]
    advice = "byt tabben mot blanksteg; ställ in redigeraren så att tabbtangenten ger blanksteg"
    return [
        ("YA07", "raden är indragen med tabb", Span(at, at + 1), advice) for at in sorted({met.problem, *later})[:50]
    ]


def _colon(met: Meeting) -> Explained:
    """A second ``: `` in a line, or an indented line below a value, or a line above without its colon."""
    line = met.line_start(met.problem)
    key = KEY.match(met.text, line)
    if key and key.end() <= met.problem:
        fault = (
            "YA02",
            "texten innehåller kolon följt av blanksteg och måste stå inom citattecken",
            Span(met.problem, met.problem + 1),
            _QUOTE,
        )
        return fault, met.value(met.problem)
    above = met.line_above(met.problem)
    if above >= 0 and _indent(met.line(above)) >= _indent(met.line(line)) and not KEY.match(met.text, above):
        return _without_colon(met, above)
    advice = 'ta bort indraget, eller skriv löptext på egna rader under "nyckel: |"'
    return ("YA02", "raden är indragen under en rad som redan har ett värde", met.line_span(line), advice), met.rest(
        line
    )


def _missing_colon(met: Meeting) -> Explained:
    return _without_colon(met, met.context)


def _without_colon(met: Meeting, offset: int) -> Explained:
    start = met.line_start(offset)
    found = NO_SPACE.match(met.text, start)
    if found:
        colon = found.end() - 1
        fault = (
            "YA02",
            "blanksteg saknas efter kolon",
            Span(colon, colon + 1),
            f'skriv "{found["key"]}: " och sedan värdet',
        )
        return fault, met.value(offset)
    above = met.line_above(offset)
    if above >= 0 and re.search(r":\s*[|>][-+]?\s*$", met.line(above)):
        advice = "dra in varje rad av texten med två blanksteg"
        return ("YA02", "löptexten är inte indragen under sin nyckel", met.line_span(offset), advice), None
    advice = 'skriv "nyckel: värde", eller dra in raden om den hör till texten ovanför'
    return (
        "YA02",
        "raden är varken en nyckel med kolon eller en del av texten ovanför",
        met.line_span(offset),
        advice,
    ), met.rest(start)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _bad_start(met: Meeting) -> Explained:
    character = met.text[met.problem : met.problem + 1]
    if not character.strip("\0"):
        # The text ended where a value was to begin: the last bracket or brace was opened and left.
        opened = max(met.text.rfind("["), met.text.rfind("{"), 0)
        return _flow(met._replace(context=opened))
    return _starts_with(met, met.problem, character, "YA02")


def _starts_with(met: Meeting, offset: int, character: str, code: str) -> Explained:
    span = Span(offset, offset + 1)
    return (code, f'ett värde får inte börja med "{character}" utan citattecken', span, _QUOTE), met.rest(offset)


def _alias(met: Meeting) -> Explained:
    return _starts_with(met, met.context, met.text[met.context], "YA04")


def _tag(met: Meeting) -> Explained:
    return _starts_with(met, met.context, "!", "YA05")


def _flow(met: Meeting) -> Explained:
    """Inside brackets or braces: a colon in a text, a comma that is missing, or an end that is missing."""
    opening = met.text[met.context]
    if not _is_closed(met.text, met.context):
        message = f'"{opening}" stängs aldrig'
        closing = {"[": "]", "{": "}"}.get(opening, "")
        advice = f'sätt "{closing}" efter sista värdet, eller sätt texten inom citattecken'
        return ("YA02", message, Span(met.context, met.context + 1), advice), met.rest(met.context)
    at = Span(met.problem, met.problem + 1)
    if met.text[met.problem : met.problem + 1] == ":":
        return ("YA02", "texten innehåller kolon följt av blanksteg och måste stå inom citattecken", at, _QUOTE), None
    return (
        "YA02",
        "komma saknas mellan värdena",
        at,
        "sätt komma mellan värdena, eller citattecken kring texten",
    ), None


def _is_closed(text: str, opening: int) -> bool:
    depth = 0
    for found in re.compile(r"[\[\]{}]").finditer(text, opening):
        depth += 1 if found[0] in "[{" else -1
        if depth == 0:
            return True
    return False


def _expected_key(met: Meeting) -> Explained:
    """A block mapping met something that is no key."""
    before = met.text[met.line_start(met.problem) : met.problem].strip()
    if before:
        return _after_the_end(met)
    if met.text.startswith("-", met.problem):
        advice = "dra in punkten lika långt som de andra i listan, under nyckeln den hör till"
        return ("YA02", "listpunkten står inte under en nyckel", met.line_span(met.problem), advice), None
    if met.text.startswith(":", met.problem):
        return (
            "YA13",
            "nyckeln saknas före kolon",
            Span(met.problem, met.problem + 1),
            "skriv nyckeln före kolon",
        ), None
    return ("YA02", "raden har fel indrag", met.line_span(met.problem), _INDENT), None


def _after_the_end(met: Meeting) -> Explained:
    """Text after a closing quote or bracket; or the quote closed one that a line above left open."""
    opened = _open_quote(met)
    if opened >= 0:
        return _unclosed(met, opened)
    advice = "sätt hela värdet inom citattecken, och skriv citat inuti texten med ”…”"
    fault = (
        "YA02",
        "det står text efter citattecknet eller parentesen som avslutar värdet",
        met.rest(met.problem),
        advice,
    )
    return fault, met.value(met.problem)


def _open_quote(met: Meeting) -> int:
    """Where a quoted text over several lines starts that ends just before the problem; -1 if there is none."""
    started = -1
    try:
        for token in yaml.scan(met.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if token.start_mark.index >= met.problem:
                break
            quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            started = token.start_mark.index if quoted and token.start_mark.line < token.end_mark.line else -1
    except yaml.YAMLError:
        return -1
    return started


def _quote(met: Meeting) -> Explained:
    return _unclosed(met, met.context)


def _unclosed(met: Meeting, opened: int) -> Explained:
    fault = (
        "YA02",
        "citattecknet stängs aldrig",
        Span(opened, opened + 1),
        "avsluta texten med samma citattecken som den börjar med",
    )
    return fault, met.rest(opened)


def _escape(met: Meeting) -> Explained:
    advice = "skriv två omvända snedstreck, eller sätt texten inom enkla citattecken"
    at = max(met.context, met.text.rfind("\\", met.context, met.problem + 1))
    return ("YA02", "ett omvänt snedstreck inom citattecken följs av en okänd kod", Span(at, at + 2), advice), met.rest(
        met.context
    )


def _block_text(met: Meeting) -> Explained:
    character = met.text[met.context]
    advice = f'börja texten på nästa rad, indragen, eller sätt den inom citattecken om "{character}" hör till den'
    return ("YA02", f'det får inte stå text på samma rad efter "{character}"', met.rest(met.context), advice), met.rest(
        met.context
    )


def _dash(met: Meeting) -> Explained:
    advice = "skriv varje punkt på en egen rad under nyckeln, med bindestreck och blanksteg"
    span = Span(met.problem, met.problem + 1)
    return ("YA02", "en lista får inte börja på samma rad som nyckeln", span, advice), met.rest(met.problem)


def _no_dash(met: Meeting) -> Explained:
    advice = 'börja raden med "- ", eller dra in den som nyckeln den hör till'
    return ("YA02", "raden står i en lista men börjar inte med bindestreck", met.line_span(met.problem), advice), None


def _outside(met: Meeting) -> Explained:
    """The root mapping ended early: most often its first line is indented and the others are not."""
    first = re.search(r"^(?! *(?:#|---|$)).+", met.text, re.MULTILINE)
    at = met.problem
    if first and first[0].startswith(" ") and met.line_start(met.problem) == met.problem:
        at = first.start()
    return ("YA02", "raden har fel indrag", met.line_span(at), _INDENT), None


def _directive(met: Meeting) -> Explained:
    span = met.line_span(met.context)
    return ("YA02", 'en rad får inte börja med "%"', span, "ta bort raden eller dra in den under sin nyckel"), span


def _unknown(met: Meeting) -> Explained:
    advice = "kontrollera indrag, kolon och citattecken på raden och raden ovanför"
    return ("YA02", "raden kan inte läsas som YAML", met.line_span(met.problem), advice), None


_EXPLAINERS: tuple[tuple[str, Callable[[Meeting], Explained]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _missing_colon),
    ("cannot start any token", _bad_start),
    ("mapping keys are not allowed", _bad_start),
    ("did not find expected node content", _bad_start),
    ("scanning an alias", _alias),
    ("scanning an anchor", _alias),
    ("a tag", _tag),
    ("tag handle", _tag),
    ("scanning a quoted scalar | found unexpected", _quote),
    ("quoted scalar", _escape),
    ("flow sequence", _flow),
    ("flow mapping", _flow),
    ("expected comment or line break", _block_text),
    ("did not find expected key", _expected_key),
    ("block sequence entries are not allowed", _dash),
    ("expected '-' indicator", _no_dash),
    ("<document start>", _outside),
    ("directive", _directive),
    ("%YAML", _directive),
    ("YAML document", _directive),
)
"""Words of libyaml's context and problem, most telling first."""
