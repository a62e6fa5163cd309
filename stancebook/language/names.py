"""Words in names: titles before them, the nouns that head those of bodies, events and places, particles within."""

from __future__ import annotations

import re

from nltk.tokenize import punkt

from stancebook.language.models import sentence_tokenizer

PARTICLES = ("de", "van", "von", "al", "bin", "da", "di", "la", "le", "del")
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
HEADS = ORGANISATIONS | EVENTS | PLACES


def is_common_word(word: str) -> bool:
    """Whether the word was seen in small letters when Punkt's orthographic context (Kiss & Strunk 2006) was learned."""
    return bool(sentence_tokenizer()._params.ortho_context[word.lower()] & punkt._ORTHO_LC)


def titles_of(words: list[str]) -> frozenset[str]:
    """The words that are a title before, and no part of, a name made of ``words``."""
    return TITLES - PORTFOLIOS if HEADS.intersection(words) else TITLES
