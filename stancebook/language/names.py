"""Names in running text, by capitals and parts of speech: the first reading's way, until a trained reader gives them.

A name is a run of proper nouns. Its type is told by the words around and inside it: a title before, a noun such as
*Ministry* or *River* within. Where nothing tells, the name is MISC, with little confidence.
"""

from __future__ import annotations

import re

import pandas as pd

NAME_COLUMNS = ("article", "paragraph", "sentence", "start", "end", "text", "type", "confidence")
PARTICLES = ("de", "van", "von", "al", "bin", "da", "di", "la", "le", "del")
#: Beside particles, these link the words of a name whose head stands before: "Ministry of Defence".
LINKING = ("of", "for", "and", "the", *PARTICLES)
TITLES = frozenset(
    """Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. Professor Sir Lord Lady President Premier Chancellor Minister Prime
    Foreign Defence Defense Interior Finance Deputy Vice Secretary General Gen. Lt. Lieutenant Colonel Col. Major Captain
    Admiral Marshal Senator Sen. Rep. Congressman Congresswoman Governor Gov. Mayor Ambassador King Queen Prince Princess Pope Patriarch Archbishop
    Metropolitan Judge Justice Chairman Chairwoman Chair Director Spokesman Spokeswoman Spokesperson Commissioner
    Commander Chief State Speaker Analyst Historian Economist Former Then""".split()
)
ORGANISATIONS = frozenset(
    """Academy Administration Agency Air Airlines Alliance Armed Army Assembly Association Authority Bank Board Brigade Bureau
    Cabinet Center Centre Chamber Church Club College Commission Committee Community Company Congress Consortium Corporation
    Corps Council Court Department Directorate Division Duma Federation Fleet Force Forces Forum Foundation Front
    Fund Group Guard Headquarters House Inc Initiative Institute Institution Laboratory League Ltd Ministry Mission
    Movement Museum Navy Network News Newspaper Office Organisation Organization Parliament Partnership Party Police Post Press Railway
    Railways Regiment School Senate Service Services Society Staff Syndicate Team Television Theatre Times Tribune
    Union University""".split()
)
EVENTS = frozenset(
    """Accord Accords Act Agreement Agreements Amendment Award Charter Conference Constitution Convention Cup Day Declaration Doctrine
    Dialogue Exercise Festival Format Games Initiative Memorandum Olympics Pact Plan Pipeline Prize Process Protocol
    Protocols Referendum Revolution Stream Summit Talks Treaty Uprising War""".split()
)
PLACES = frozenset(
    """Airport Avenue Basin Bay Bridge Canal Channel City Coast Corridor County Desert District Forest Gap Gulf Hill Hills
    Island Islands Lake Mountain Mountains Oblast Ocean Peninsula Plain Port Province Raion Region River Road Sea Square Strait
    Street Territory Town Valley Village""".split()
)
CALENDAR = frozenset(
    """January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    Christmas Easter""".split()
)
REALMS = frozenset({"Republic", "Kingdom", "State", "States"})
SAYS = frozenset("say tell add argue warn claim insist write note believe think explain admit reply ask".split())


def names(words: pd.DataFrame, text: str) -> pd.DataFrame:
    """Every name in the ``words`` of ``text``: article, paragraph, sentence, start, end, text, type, confidence."""
    rows = []
    for _, tokens in words.groupby("sentence", sort=True):
        rows += _in_sentence(tokens.to_dict("records"), text)
    return pd.DataFrame(rows, columns=list(NAME_COLUMNS))


def _in_sentence(tokens: list[dict], text: str) -> list[tuple]:
    rows, position = [], 0
    while position < len(tokens):
        stop = _run(tokens, position)
        first = position
        position = max(stop, position + 1)
        while first < stop and tokens[first]["text"] in TITLES and stop - first > 1:
            first += 1
        run = tokens[first:stop]
        if not run or all(_is_calendar(token["text"]) for token in run):
            continue
        kind, confidence = _type_of(tokens, first, stop)
        start, end = run[0]["start"], run[-1]["end"]
        place = tuple(run[0][name] for name in ("article", "paragraph", "sentence"))
        rows.append((*place, start, end, text[start:end], kind, confidence))
    return rows


def _run(tokens: list[dict], first: int) -> int:
    """Where the name that starts at ``first`` stops; ``first`` itself where none starts there."""
    if not _is_proper(tokens[first]):
        return first
    stop = first + 1
    while stop < len(tokens):
        if _is_proper(tokens[stop]):
            stop += 1
            continue
        ahead = stop
        while ahead < len(tokens) and tokens[ahead]["text"] in LINKING and ahead - stop < 2:
            ahead += 1
        links = {token["text"] for token in tokens[stop:ahead]}
        headed = tokens[stop - 1]["text"] in ORGANISATIONS | EVENTS | REALMS
        if links and ahead < len(tokens) and _is_proper(tokens[ahead]) and (headed or links <= set(PARTICLES)):
            stop = ahead + 1
            continue
        break
    return stop


def _is_proper(token: dict) -> bool:
    return token["part_of_speech"] == "PROPN" and token["text"][:1].isupper() and not _is_calendar(token["text"])


def _is_calendar(text: str) -> bool:
    return text.rstrip(".") in CALENDAR


def _type_of(tokens: list[dict], first: int, stop: int) -> tuple[str, float]:
    texts = [token["text"] for token in tokens[first:stop]]
    before = tokens[first - 1]["text"] if first else ""
    inside = set(texts)
    if inside & EVENTS and not (inside & ORGANISATIONS and texts[-1] in ORGANISATIONS):
        return "MISC", 0.6
    if inside & ORGANISATIONS:
        return "ORG", 0.7
    if inside & PLACES:
        return "LOC", 0.7
    if before in TITLES or before in ("president", "minister", "analyst", "chancellor", "spokesman", "spokeswoman"):
        return "PER", 0.7
    after = next((token for token in tokens[stop : stop + 2] if token["part_of_speech"] == "VERB"), None)
    if after is not None and after["lemma"] in SAYS:
        return "PER", 0.6
    if len(texts) == 1 and re.fullmatch(r"[A-Z]{2,6}", texts[0]):
        return "ORG", 0.5
    if before in ("in", "near", "from", "to") and len(texts) == 1:
        return "LOC", 0.5
    if 2 <= len(texts) <= 3 and all(re.fullmatch(r"[^\W\d_][^\W\d_'’-]+", text) for text in texts):
        return "PER", 0.5
    return "MISC", 0.4
