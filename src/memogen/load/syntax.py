"""What is wrong with the YAML, in plain Swedish: from libyaml's structured errors, never its words.

libyaml says what stopped it (``problem``), inside what (``context``), and where (two marks). What people do
wrong is less varied: a colon in a text, a quote not closed, a line at the wrong indent. Each explainer
looks at the lines around the marks and says which of these it was.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from memogen.artifacts import Span
from memogen.load import slips
from memogen.load.surroundings import KEY, NO_SPACE, Halt

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml

Fault: TypeAlias = tuple[str, str, Span, str]
"""Code, message, span and help."""

_QUOTE = "sätt hela texten inom citattecken"
_TYPOGRAPHIC = re.compile(r"\s*(?:- )?([\u201c-\u201e\u2018\u2019»«])")
_NO_DASH = re.compile(r" *(?:[–—•·▪]|-(?=[^\s-]))")
_INDENT = "dra in raden lika långt som raderna den hör ihop med, med blanksteg"


Explained: TypeAlias = tuple[Fault, Span | None]
"""The fault, and the part of the line that may be blanked to read on (None: stop here)."""


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[list[Fault], Span | None]:
    """The faults behind a YAML error, and what may be blanked to read on."""
    mark = error.problem_mark or error.context_mark
    problem = min(mark.index, len(text)) if mark else 0
    context = min(error.context_mark.index, len(text)) if error.context_mark else problem
    halt = Halt(text, problem, context)
    said = f"{error.context or ''} | {error.problem or ''}"
    if text[problem : problem + 1] == "\t" or " tab " in said:
        return _tabs(halt), None
    for offset in (context, problem, halt.line_above(problem)):
        hard = slips.hard_spaces(text, offset) if offset >= 0 else None
        if hard:
            # A plain space instead is what was meant: the rest is read as the author sees it.
            return [hard], hard[2]
    fault, repair = next((how for words, how in _EXPLAINERS if words in said), _unknown)(halt)
    return [fault], repair


def _tabs(halt: Halt) -> list[Fault]:
    """The tab that stopped the reading, and every later line that starts with one."""
    later = [found.start() for found in re.compile(r"^\t", re.MULTILINE).finditer(halt.text, halt.problem)]
    advice = "byt tabben mot blanksteg; ställ in redigeraren så att tabbtangenten ger blanksteg"
    return [
        ("YA07", "raden är indragen med tabb", Span(at, at + 1), advice) for at in sorted({halt.problem, *later})[:50]
    ]


def _colon(halt: Halt) -> Explained:
    """A second ``: `` in a line, or an indented line below a value, or a line above without its colon."""
    line = halt.line_start(halt.problem)
    key = KEY.match(halt.text, line)
    if key and key.end() <= halt.problem:
        return _colon_in_text(halt, key.end()), halt.value(halt.problem)
    above = halt.line_above(halt.problem)
    if above >= 0 and _indent(halt.line(above)) >= _indent(halt.line(line)) and not KEY.match(halt.text, above):
        return _without_colon(halt, above)
    advice = 'ta bort indraget, eller skriv löptext på egna rader under "nyckel: |"'
    return ("YA02", "raden är indragen under en rad som redan har ett värde", halt.line_span(line), advice), halt.rest(
        line
    )


def _colon_in_text(halt: Halt, value: int) -> Fault:
    """A colon in a value that starts at ``value``: without quotes, or with such as YAML does not know."""
    at = Span(halt.problem, halt.problem + 1)
    typed = _TYPOGRAPHIC.match(halt.text, value)
    if typed:
        message = f"texten innehåller kolon följt av blanksteg, och {typed[1]} räknas inte som citattecken här"
        return "YA02", message, at, 'byt citattecknen runt texten mot raka: "…"'
    return "YA02", "texten innehåller kolon följt av blanksteg och måste stå inom citattecken", at, _QUOTE


def _missing_colon(halt: Halt) -> Explained:
    return _without_colon(halt, halt.context)


def _without_colon(halt: Halt, offset: int) -> Explained:
    start = halt.line_start(offset)
    found = NO_SPACE.match(halt.text, start)
    if found:
        colon = found.end() - 1
        fault = (
            "YA02",
            "blanksteg saknas efter kolon",
            Span(colon, colon + 1),
            f'skriv "{found["key"]}: " och sedan värdet',
        )
        return fault, halt.value(offset)
    dash = _NO_DASH.match(halt.text, start)
    if dash:
        return slips.false_bullet(dash.end() - 1), halt.rest(start)
    above = halt.line_above(offset)
    if above >= 0 and re.search(r":\s*[|>][-+]?\s*$", halt.line(above)):
        advice = "dra in varje rad av texten med två blanksteg"
        return ("YA02", "löptexten är inte indragen under sin nyckel", halt.line_span(offset), advice), None
    advice = 'skriv "nyckel: värde", eller dra in raden om den hör till texten ovanför'
    return (
        "YA02",
        "raden är varken en nyckel med kolon eller en del av texten ovanför",
        halt.line_span(offset),
        advice,
    ), halt.rest(start)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _bad_start(halt: Halt) -> Explained:
    character = halt.text[halt.problem : halt.problem + 1]
    if not character.strip("\0"):
        # The text ended where a value was to begin: the last bracket or brace was opened and left.
        opened = max(halt.text.rfind("["), halt.text.rfind("{"), 0)
        return _flow(halt._replace(context=opened))
    return _starts_with(halt, halt.problem, character, "YA02")


def _starts_with(halt: Halt, offset: int, character: str, code: str) -> Explained:
    span = Span(offset, offset + 1)
    return (code, f'ett värde får inte börja med "{character}" utan citattecken', span, _QUOTE), halt.rest(offset)


def _alias(halt: Halt) -> Explained:
    line = halt.line_start(halt.context)
    if halt.text[halt.context : halt.context + 2] == "* " and not halt.text[line : halt.context].strip():
        message = 'listan är gjord med "*" i stället för bindestreck'
        return ("YA02", message, Span(halt.context, halt.context + 1), 'skriv "- " först på raden'), halt.rest(
            halt.context
        )
    return _starts_with(halt, halt.context, halt.text[halt.context], "YA04")


def _tag(halt: Halt) -> Explained:
    return _starts_with(halt, halt.context, "!", "YA05")


def _flow(halt: Halt) -> Explained:
    """Inside brackets or braces: a colon in a text, a comma that is missing, or an end that is missing."""
    opening = halt.text[halt.context]
    if not halt.is_closed(halt.context):
        message = f'"{opening}" stängs aldrig'
        closing = {"[": "]", "{": "}"}.get(opening, "")
        advice = f'sätt "{closing}" efter sista värdet, eller sätt texten inom citattecken'
        return ("YA02", message, Span(halt.context, halt.context + 1), advice), halt.rest(halt.context)
    at = Span(halt.problem, halt.problem + 1)
    if halt.text[halt.problem : halt.problem + 1] == ":":
        opened = max(halt.text.rfind(sign, 0, halt.problem) for sign in "{[,:")
        return _colon_in_text(halt, opened + 1), None
    return (
        "YA02",
        "komma saknas mellan värdena",
        at,
        "sätt komma mellan värdena, eller citattecken kring texten",
    ), None


def _expected_key(halt: Halt) -> Explained:
    """A block mapping met something that is no key."""
    before = halt.text[halt.line_start(halt.problem) : halt.problem].strip()
    if before:
        return _after_the_end(halt)
    if halt.text.startswith("-", halt.problem):
        advice = "dra in punkten lika långt som de andra i listan, under nyckeln den hör till"
        return ("YA02", "listpunkten står inte under en nyckel", halt.line_span(halt.problem), advice), None
    if halt.text.startswith(":", halt.problem):
        return (
            "YA13",
            "nyckeln saknas före kolon",
            Span(halt.problem, halt.problem + 1),
            "skriv nyckeln före kolon",
        ), None
    return ("YA02", "raden har fel indrag", halt.line_span(halt.problem), _INDENT), None


def _after_the_end(halt: Halt) -> Explained:
    """Text after a closing quote or bracket; or the quote closed one that a line above left open."""
    opened = halt.open_quote()
    if opened >= 0:
        return _unclosed(halt, opened)
    advice = "sätt hela värdet inom citattecken, och skriv citat inuti texten med ”…”"
    fault = (
        "YA02",
        "det står text efter citattecknet eller parentesen som avslutar värdet",
        halt.rest(halt.problem),
        advice,
    )
    return fault, halt.value(halt.problem)


def _quote(halt: Halt) -> Explained:
    return _unclosed(halt, halt.context)


def _unclosed(halt: Halt, opened: int) -> Explained:
    fault = (
        "YA02",
        "citattecknet stängs aldrig",
        Span(opened, opened + 1),
        "avsluta texten med samma citattecken som den börjar med",
    )
    return fault, halt.rest(opened)


def _escape(halt: Halt) -> Explained:
    advice = "skriv två omvända snedstreck, eller sätt texten inom enkla citattecken"
    at = max(halt.context, halt.text.rfind("\\", halt.context, halt.problem + 1))
    return (
        "YA02",
        "ett omvänt snedstreck inom citattecken följs av en okänd kod",
        Span(at, at + 2),
        advice,
    ), halt.rest(halt.context)


def _block_text(halt: Halt) -> Explained:
    character = halt.text[halt.context]
    advice = f'börja texten på nästa rad, indragen, eller sätt den inom citattecken om "{character}" hör till den'
    return (
        "YA02",
        f'det får inte stå text på samma rad efter "{character}"',
        halt.rest(halt.context),
        advice,
    ), halt.rest(halt.context)


def _dash(halt: Halt) -> Explained:
    advice = "skriv varje punkt på en egen rad under nyckeln, med bindestreck och blanksteg"
    span = Span(halt.problem, halt.problem + 1)
    return ("YA02", "en lista får inte börja på samma rad som nyckeln", span, advice), halt.rest(halt.problem)


def _no_dash(halt: Halt) -> Explained:
    advice = 'börja raden med "- ", eller dra in den som nyckeln den hör till'
    return ("YA02", "raden står i en lista men börjar inte med bindestreck", halt.line_span(halt.problem), advice), None


def _outside(halt: Halt) -> Explained:
    """The root mapping ended early: most often its first line is indented and the others are not."""
    first = re.search(r"^(?! *(?:#|---|$)).+", halt.text, re.MULTILINE)
    at = halt.problem
    if first and first[0].startswith(" ") and halt.line_start(halt.problem) == halt.problem:
        at = first.start()
    return ("YA02", "raden har fel indrag", halt.line_span(at), _INDENT), None


def _directive(halt: Halt) -> Explained:
    span = halt.line_span(halt.context)
    return ("YA02", 'en rad får inte börja med "%"', span, "ta bort raden eller dra in den under sin nyckel"), span


def _unknown(halt: Halt) -> Explained:
    advice = "kontrollera indrag, kolon och citattecken på raden och raden ovanför"
    return ("YA02", "raden kan inte läsas som YAML", halt.line_span(halt.problem), advice), None


_EXPLAINERS: tuple[tuple[str, Callable[[Halt], Explained]], ...] = (
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
