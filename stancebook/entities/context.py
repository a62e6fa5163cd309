"""What the words beside a name say that it is: "the daily X" is a body, "the X islands" and who live "in X" a place."""

from __future__ import annotations

from collections import Counter, defaultdict

from stancebook.entities.gender import title_before
from stancebook.entities.spans import Name
from stancebook.language import Reading
from stancebook.spelling import fold

#: From here on the reader is believed, whatever stands beside.
SURE = 0.8
#: How sure a type is that the words beside tell.
TOLD = 0.6
BODIES = frozenset(
    """agency bank broadcaster broadsheet charity club company conglomerate daily firm foundation group institute journal
    magazine militia network newspaper nonprofit organisation organization outlet paper party portal publisher retailer
    startup station tabloid university website weekly""".split()
)
LANDS = frozenset(
    """archipelago atoll basin bay border canton capital chain city coast county delta desert district gorge governorate
    harbour highlands island islands lake metropolis mountains municipality oblast peninsula plain plateau port prefecture
    province region river strait suburb territory town township valley village""".split()
)
#: Before "in" they say in whom or what, and not where.
NO_PLACE = frozenset(
    """believe belief confidence confide faith trust interest interested invest investment stake share hope see find
    involve involved result specialise specialize succeed engage engaged""".split()
)
PLACED = ("in", "near", "throughout", "outside")


def typed_by_context(names: list[Name], reading: Reading) -> list[Name]:
    """The names, where those that the reader is not sure of have the type that the words beside them tell.

    What is told at one place holds wherever the name stands, unless two places tell two things.
    """
    columns = (reading.words[column].tolist() for column in ("start", "end", "lemma", "text"))
    words = list(zip(*columns))
    first = {start: number for number, (start, *_) in enumerate(words)}
    last = {end: number for number, (_, end, *_) in enumerate(words)}
    told: dict[str, Counter[str]] = defaultdict(Counter)
    surest: dict[str, float] = defaultdict(float)
    for name in names:
        surest[_key(name)] = max(surest[_key(name)], name.confidence)
        if name.start in first and name.end in last and not title_before(reading.article.text, name.start):
            kind = _told(words, first[name.start], last[name.end], name.type)
            told[_key(name)][kind] += bool(kind)
    return [_retyped(name, told[_key(name)], surest[_key(name)]) for name in names]


def _key(name: Name) -> str:
    return fold(name.text).casefold()


def _told(words: list[tuple], first: int, last: int, kind: str) -> str:
    before = words[first - 1] if first else None
    after = words[last + 1] if last + 1 < len(words) else None
    if after is not None and after[3] in LANDS and after[0] == words[last][1] + 1:
        return "LOC"
    if before is None or before[1] + 1 != words[first][0]:
        return ""
    if before[3] in BODIES:
        return "ORG"
    if before[3] in LANDS:
        return "LOC"
    governor = str(words[first - 2][2]).lower() if first > 1 else ""
    return "LOC" if kind == "PER" and before[3].lower() in PLACED and governor not in NO_PLACE else ""


def _retyped(name: Name, told: Counter[str], surest: float) -> Name:
    kinds = [kind for kind, count in told.items() if count]
    if len(kinds) != 1 or surest >= SURE or kinds[0] == name.type:
        return name
    return name._replace(type=kinds[0], confidence=TOLD)
