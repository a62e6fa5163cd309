"""How certain a claim is to the one who makes it, and whether it is affirmed or denied, after FactBank.

FactBank (Saurí & Pustejovsky 2009) crosses certain, probable, possible and unknown with positive and negative, each
relative to a source. Here the degree comes from the stance markers, the verbs and the question mark around a claim.
The certainty of a scenario is that of its consequence, its condition granted. “Will” is certain to the one who says
it, “would” probable, as Hyland’s inventory has it among the hedges; “could”, “may” and “might” are possible.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

DEGREES = ("certain", "probable", "possible", "unknown")
POLARITIES = ("positive", "negative")
CERTAIN, PROBABLE, POSSIBLE, UNKNOWN = range(4)

_DEGREE_OF_MARKERS = {
    POSSIBLE: (
        "may; might; could; can; perhaps; maybe; possibly; possible; conceivable; conceivably; potential; potentially; "
        "may yet; it is possible that; possibility; speculate; imagine; in theory; on paper; in principle; prospect; "
        "arguably; as if; hypothesis; hypothesize; guess; notion"
    ),
    UNKNOWN: (
        "uncertain; unclear; it is not known; it is not clear; it is unclear; it is unknown; not certain; not sure; "
        "not clear; no certainty; no guarantee; not known; not obvious; far from clear; far from certain; "
        "far from obvious; open question; remain to be seen; hard to say; hard to tell; difficult to say; allegedly; "
        "reportedly; supposedly; purportedly; ostensibly; by all accounts; according to some; it is said; rumor; rumour"
    ),
    CERTAIN: (
        "will; shall; be going to; be bound to; be set to; be certain to; be sure to; be doomed to; be destined to; "
        "in effect"
    ),
}
#: Entries of the stance lexicon that deny what they are about; those that are certain outweigh a “would” or “could”.
_DENYING = {
    "unlikely": PROBABLE, "highly unlikely": PROBABLE, "improbable": PROBABLE, "doubt": PROBABLE, "doubtful": PROBABLE,
    "there is no way": CERTAIN, "impossible": CERTAIN, "unthinkable": CERTAIN, "by no means": CERTAIN,
    "in no way": CERTAIN,
}  # fmt: skip
#: What a marker comes to that lays a duty on someone, and one of certainty that is denied (“not clear that”).
DUTY, DENIED = "(duty)", "(denied)"
#: Modal verbs that give way to what is said about the clause they stand in: “it is unlikely that they would”.
_YIELDING = frozenset({"will", "would", "shall", "be going to"})
DEGREE_OF_MARKER = (
    {entry: degree for degree, entries in _DEGREE_OF_MARKERS.items() for entry in entries.split("; ")}
    | _DENYING
    | {"must": PROBABLE, DUTY: UNKNOWN, DENIED: UNKNOWN}
)
#: Verbs and their kin by lemma: the degree of what depends on them, and whether they deny it.
DEGREE_OF_WORD: dict[str, tuple[int, bool]] = {
    **dict.fromkeys(
        "expect anticipate predict forecast estimate believe think assume reckon suspect fear presume guess consider "
        "promise vow pledge threaten schedule due likely should ought".split(),
        (PROBABLE, False),
    ),
    **dict.fromkeys("speculate imagine wonder".split(), (POSSIBLE, False)),
    **dict.fromkeys(
        "want hope wish plan intend aim seek try attempt demand urge ask propose offer order request wonder whether "
        "call beg prepare consider want need must suppose pretend agree invite encourage".split(),
        (UNKNOWN, False),
    ),
    **dict.fromkeys("doubt".split(), (PROBABLE, True)),
    **dict.fromkeys("deny refuse fail decline reject refute".split(), (CERTAIN, True)),
}
#: Only with an infinitive or a clause do these weigh on what follows: “plans to send”, but “the plan of 1943”.
NEEDS_COMPLEMENT = frozenset(DEGREE_OF_WORD) - {
    "whether",
    "due",
    "should",
    "must",
    "ought",
    "expect",
    "estimate",
    "deny",
}


@dataclass(frozen=True)
class Context:
    """What weighs on one claim: entries of the markers and lemmas of the verbs in its scope, and its form.

    ``affirmed_by`` is the lemma of the verb by which its source says it; ``asked`` holds for questions, and for what
    stands in a condition; ``negations`` counts the negating words that bear on it.
    """

    markers: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    affirmed_by: str = ""
    asked: bool = False
    negations: int = 0
    alternative: bool = False


def judged(context: Context) -> tuple[str, str]:
    """The degree of certainty and the polarity of a claim in its context."""
    degrees: list[int] = []
    yielding: list[int] = []
    denials = context.negations
    settled = False
    for entry in context.markers:
        degree = DEGREE_OF_MARKER.get(entry, PROBABLE)
        (yielding if entry in _YIELDING else degrees).append(degree)
        denials += entry in _DENYING
        settled = settled or (entry in _DENYING and degree == CERTAIN)
    for lemma in (*context.verbs, context.affirmed_by):
        degree, denying = DEGREE_OF_WORD.get(lemma, (CERTAIN, False))
        degrees.append(degree)
        denials += denying
    polarity = POLARITIES[denials % 2]
    if context.asked:
        return DEGREES[UNKNOWN], polarity
    if settled:
        return DEGREES[CERTAIN], polarity
    weakest = max(degrees, default=CERTAIN)
    if weakest == CERTAIN:
        weakest = max(yielding, default=CERTAIN)
    if context.alternative:
        weakest = max(weakest, POSSIBLE)
    return DEGREES[weakest], polarity


def grid(claims: pd.DataFrame) -> pd.DataFrame:
    """How many claims of each voice have which certainty and polarity: voice, certainty, polarity, count.

    Only cells that occur; voices in the order of their first claim, certainty from certain to unknown.
    """
    columns = ["voice", "certainty", "polarity"]
    counted = claims.groupby(columns, sort=False).size().rename("count").reset_index()
    order = {voice: place for place, voice in enumerate(claims["voice"].drop_duplicates())}
    ranked = counted.assign(
        first=counted["voice"].map(order),
        second=counted["certainty"].map(DEGREES.index),
        third=counted["polarity"].map(POLARITIES.index),
    )
    return ranked.sort_values(["first", "second", "third"])[[*columns, "count"]].reset_index(drop=True)
