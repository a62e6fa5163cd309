"""Names in running text, by capitals and parts of speech: the first reading's way, until a trained reader gives them.

A name is a run of proper nouns. Its type is told by the words around and inside it: a title before, a noun such as
*Ministry* or *River* within. Where nothing tells, the name is MISC, with little confidence.
"""

from __future__ import annotations

import re

import pandas as pd
from nltk.tokenize import punkt

from stancebook.language.models import sentence_tokenizer

NAME_COLUMNS = ("article", "paragraph", "sentence", "start", "end", "text", "type", "confidence")
PARTICLES = ("de", "van", "von", "al", "bin", "da", "di", "la", "le", "del")
#: Beside particles, these link the words of a name whose head stands before: "Ministry of Defence". "And" does not: it
#: stands between two names more often than within one.
LINKING = ("of", "for", "the", *PARTICLES)
#: A name goes on, though in small letters, with the Arabic article: "Bashar al-Assad".
ARTICLE = re.compile(r"(?:al|el|ad|ar|as|az|an|ash|at)[-‑–][^\W\d_]", re.IGNORECASE)
TITLES = frozenset(
    """Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. Professor Sir Lord Lady President Premier Chancellor Minister Prime
    Foreign Defence Defense Interior Finance Deputy Vice Secretary General Gen. Lt. Lieutenant Colonel Col. Major Captain
    Admiral Marshal Senator Sen. Rep. Congressman Congresswoman Governor Gov. Mayor Ambassador King Queen Prince Princess Pope Patriarch Archbishop
    Metropolitan Judge Justice Chairman Chairwoman Chair Director Spokesman Spokeswoman Spokesperson Commissioner
    Commander Chief State Speaker Analyst Historian Economist Former Then""".split()
)
#: Of the titles, those that an organisation's own name may begin with: "Foreign Ministry".
PORTFOLIOS = frozenset("Foreign Defence Defense Interior Finance General State Justice Chief".split())
QUANTIFIERS = frozenset("all any both each few many more most much other several some such".split())
COMPASS = frozenset(("North", "South", "East", "West"))
ORGANISATIONS = frozenset(
    """Academy Administration Agency Air Airlines Alliance Armed Army Assembly Association Authority Bank Battalion Board Brigade Broadcasting Bureau
    Cabinet Center Centre Chamber Church Club Coalition College Command Commission Committee Community Company Congress Consortium Corporation
    Corps Council Court Department Directorate Division Duma Embassy Federation Fleet Force Forces Forum Foundation Front
    Fund Gazette Government Group Guard Headquarters Herald House Inc Initiative Institute Institution Laboratory League Ltd Ministry Mission
    Movement Museum Navy Network News Newspaper Office Organisation Organization Parliament Partnership Party Police Post Press Radio Railway
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


HEADS = ORGANISATIONS | EVENTS | PLACES


def is_common_word(word: str) -> bool:
    """Whether the word was seen in small letters when Punkt's orthographic context (Kiss & Strunk 2006) was learned."""
    return bool(sentence_tokenizer()._params.ortho_context[word.lower()] & punkt._ORTHO_LC)


def titles_of(words: list[str]) -> frozenset[str]:
    """The words that are a title before, and no part of, a name made of ``words``."""
    return TITLES - PORTFOLIOS if HEADS.intersection(words) else TITLES


def names(words: pd.DataFrame, text: str) -> pd.DataFrame:
    """Every name in the ``words`` of ``text``: article, paragraph, sentence, start, end, text, type, confidence."""
    rows = []
    for _, tokens in words.groupby("sentence", sort=True):
        rows += _in_sentence(tokens.to_dict("records"), text)
    return pd.DataFrame(rows, columns=list(NAME_COLUMNS))


def _in_sentence(tokens: list[dict], text: str) -> list[tuple]:
    spoken = [token["text"] for token in tokens if any(map(str.isalpha, token["text"]))]
    if len(spoken) > 2 and all(map(str.isupper, spoken)):
        return []  # a headline in capitals does not say which of its words are names
    initial = next((place for place, token in enumerate(tokens) if token["text"][:1].isalnum()), 0)
    rows, position = [], 0
    while position < len(tokens):
        first, stop = _run(tokens, position, initial)
        position = max(stop, position + 1)
        run = tokens[first:stop]
        if not run or _is_no_name(run, tokens[stop : stop + 1], is_initial=first == initial):
            continue
        kind, confidence = _type_of(tokens, first, stop)
        start, end = run[0]["start"], run[-1]["end"]
        place = tuple(run[0][name] for name in ("article", "paragraph", "sentence"))
        rows.append((*place, start, end, text[start:end], kind, confidence))
    return rows


def _run(tokens: list[dict], first: int, initial: int) -> tuple[int, int]:
    """From where to where the name goes that starts at ``first`` or after titles; two equal numbers if none does."""
    stop = _end(tokens, first)
    if first == initial and not _is_proper(tokens[first]):
        # A sentence gives its first word a capital, which makes it part of a name only before a head.
        is_headed = HEADS.intersection(token["text"] for token in tokens[first:stop])
        word = tokens[first]["text"].lower()
        if word in QUANTIFIERS or (is_common_word(word) and not is_headed):
            return first, first
    texts = [token["text"] for token in tokens[first:stop]]
    titles = titles_of(texts)
    while stop - first > 1 and tokens[first]["text"] in titles:
        first += 1
    # "Zambian Foreign Minister Ada Obi": a title within parts two names, but for the name of an office or a body.
    inside = [place for place in range(first + 1, stop) if tokens[place]["text"] in titles]
    if inside and not HEADS.intersection(texts):
        stop = inside[0]
    return first, stop


def _end(tokens: list[dict], first: int) -> int:
    """Where the name that starts at ``first`` stops; ``first`` itself where none starts there."""
    if not _is_capital(tokens[first]) and not _is_given_name(tokens, first):
        return first
    stop = first + 1
    while stop < len(tokens):
        if _is_capital(tokens[stop]) or ARTICLE.match(tokens[stop]["text"]):
            stop += 1
            continue
        ahead = stop
        while ahead < len(tokens) and tokens[ahead]["text"] in LINKING and ahead - stop < 2:
            ahead += 1
        links = {token["text"] for token in tokens[stop:ahead]}
        headed = tokens[stop - 1]["text"] in ORGANISATIONS | EVENTS | REALMS
        if links and ahead < len(tokens) and _is_capital(tokens[ahead]) and (headed or links <= set(PARTICLES)):
            stop = ahead + 1
            continue
        break
    # At least one word has to be proper, or the name of several words to have a head.
    run = tokens[first:stop]
    is_headed = len(run) > 1 and HEADS.intersection(token["text"] for token in run)
    return stop if is_headed or any(map(_is_proper, run)) else first


def _is_no_name(run: list[dict], after: list[dict], *, is_initial: bool) -> bool:
    """Whether a run of capitals is a date, a title, a direction, or a common word that only begins its sentence."""
    texts = [token["text"] for token in run]
    if all(_is_calendar(text) or text in TITLES for text in texts):
        return True
    if len(run) > 1:
        return False
    follower = after[0]["text"] if after else ""
    if follower.startswith("$") or (texts[0] in COMPASS and follower == "of"):
        return True
    return run[0]["part_of_speech"] != "PROPN" or (is_initial and texts[0][1:].islower() and is_common_word(texts[0]))


def _is_capital(token: dict) -> bool:
    text = token["text"]
    return (
        (_is_proper(token) or token["part_of_speech"] in ("ADJ", "NOUN"))
        and text[:1].isupper()
        and not _is_calendar(text)
    )


def _is_proper(token: dict) -> bool:
    # Within a name the Penn tags call an adjective or a noun proper as well: "European" in "European Union".
    proper = token["part_of_speech"] == "PROPN" or token.get("tag") in ("NNP", "NNPS")
    return proper and token["text"][:1].isupper() and not _is_calendar(token["text"])


def _is_given_name(tokens: list[dict], first: int) -> bool:
    """Whether an abbreviated month without its stop is somebody's name: "Jan Novak"."""
    return tokens[first]["text"] == "Jan" and first + 1 < len(tokens) and _is_proper(tokens[first + 1])


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
