"""The article in five sentences, made from its tables: whom it is about, who speaks, how sure, whom each judges, what is
in dispute; with the sentences of the article behind every number."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from markupsafe import Markup
from scipy.stats import poisson_means_test

from stancebook import claims, language, voices
from stancebook.annotations import Annotations
from stancebook.entities import NAMINGS, UNNAMED
from stancebook.evaluations import LEANS
from stancebook.evidence import lines, link
from stancebook.findings import contested
from stancebook.findings.cast import kept, leading
from stancebook.fragments import Fragment, listing, plural

#: Below this chance of a difference as large between equal rates, the text is said to bear the difference out.
LEVEL = 0.05
#: How many entities an article is said to be about, but for one more that is level with the last.
FOREMOST = 3


class Behind(NamedTuple):
    """The places in the text behind one number of the overview: a heading for them, what they are, and the spans."""

    key: str
    heading: str
    noun: str
    spans: pd.DataFrame


class Said(NamedTuple):
    """One sentence of the overview, with what stands behind its numbers."""

    text: Markup
    behind: tuple[Behind, ...] = ()


def in_five_sentences(found: Annotations) -> Fragment:
    """The overview as a list of five sentences, each number leading to its evidence, which follows folded."""
    said = [about(found), speaking(found), sureness(found), judging(found), disputed(found)]
    items = Markup("").join(Markup("<li>{}</li>").format(sentence.text) for sentence in said)
    folded = Markup("").join(
        lines(one.spans, found.reading.sentences, kind="overview", label=one.key, heading=one.heading, noun=one.noun)
        for sentence in said
        for one in sentence.behind
    )
    pattern = Markup('<ol class="overview">{}</ol>{}')
    behind = Markup('<details class="sentences"><summary>The sentences behind these numbers</summary>{}</details>')
    return Fragment(pattern.format(items, behind.format(folded) if folded else folded))


def about(found: Annotations) -> Said:
    """Whom the article is about: who is mentioned most, descriptions and pronouns counted, and who follows level with each other."""
    words, mentions = language.word_tokens(found.reading), kept(found.mentions, [], NAMINGS)
    everyone = leading(mentions, words, top=len(mentions))
    if everyone.empty:
        return Said(Markup("It names nobody."))
    first, level = _foremost(everyone)
    behind: list[Behind] = []
    for entity, name in zip((*first["entity"], *level["entity"]), (*first["name"], *level["name"])):
        behind.append(Behind(f"about {entity}", f"Mentions of {name}", "mention", mentions[mentions["entity"] == entity]))
    numbers = [_opened(one, noun=False) for one in behind]
    named = listing(Markup("{} ({})").format(name, number) for name, number in zip(first["name"], numbers))
    follow = _followers(level, numbers[len(first) :], alone=first.empty)
    total = int(everyone["count"].sum())
    rest = ""
    if len(everyone) > len(first) and len(first):
        rest = f", {first['count'].sum() / total:.0%} of all {total:,} mentions of {len(everyone):,} entities"
    start = Markup("It is about {}{}").format(named, rest) if len(first) else Markup("")
    unnamed = bool(mentions["naming"].isin(UNNAMED).any())
    tail = " Descriptions and pronouns count where it is clear whom they mean." if unnamed else ""
    return Said(Markup("{}{}.{}").format(start, follow, tail), tuple(behind))


def _foremost(everyone: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The entities that an article is about, three or four; and, where more are level, those above them and these."""
    third = everyone["count"].iloc[min(len(everyone), FOREMOST) - 1]
    first = everyone[everyone["count"] >= third]
    if len(first) <= FOREMOST + 1:
        return first, everyone.iloc[:0]
    return everyone[everyone["count"] > third], everyone[everyone["count"] == third]


def _followers(level: pd.DataFrame, numbers: list[Markup], *, alone: bool) -> Markup:
    if level.empty:
        return Markup("")
    named = [Markup("{} ({})").format(name, number) for name, number in zip(level["name"], numbers)]
    if alone:
        return Markup("No entity stands out: {} are mentioned most").format(listing(named))
    return Markup("; {} follow").format(listing(named))


def speaking(found: Annotations) -> Said:
    """Who speaks: the author’s share of the words, the sources with most, and how many statements name nobody."""
    shares = voices.shares(found.reading, found.statements)
    sources = shares[shares["voice"] != voices.AUTHOR]
    spoken = voices.spoken(found.statements)
    if sources.empty or spoken.empty:
        return Said(Markup("The author alone speaks: no other voice was found quoted or reported."))
    ids = voices.voice_ids(spoken)
    own = float(shares.loc[shares["voice"] == voices.AUTHOR, "share"].sum())
    behind, named = [], []
    shown = sources[sources["voice"] != voices.NO_SOURCE]
    for row in shown.head(3).itertuples():
        spans = _contents(spoken[ids == row.voice])
        behind.append(Behind(f"voice {row.voice}", f"What {row.source} is made to say", "statement", spans))
        named.append(Markup("{} ({} of words, {})").format(row.source, f"{row.share:.0%}", _opened(behind[-1], "in ")))
    nameless = spoken[spoken["anonymous"]]
    tail = Markup(".")
    if len(nameless):
        behind.append(Behind("nameless", "Statements whose source has no name", "statement", _contents(nameless)))
        verb = "has" if len(nameless) == 1 else "have"
        tail = Markup("; {} of {} {} no named source.").format(
            _opened(behind[-1], noun=False), plural(len(spoken), "statement"), verb
        )
    who = Markup(", then {}").format(listing(named)) if named else Markup("")
    return Said(Markup("The author speaks {} of the words{}{}").format(f"{own:.0%}", who, tail), tuple(behind))


def sureness(found: Annotations) -> Said:
    """How sure the author sounds next to the sources: hedges and boosters per 1,000 words of each."""
    words = language.word_tokens(found.reading)
    at = voices.with_voice(words, found.statements)["voice"]
    sizes = {"author": int((at == voices.AUTHOR).sum()), "sources": int((at != voices.AUTHOR).sum())}
    kept = found.markers[found.markers["kept"] & found.markers["category"].isin(["hedge", "booster"])]
    own = kept["voice"] == voices.AUTHOR
    behind, parts, counts = [], {}, {}
    for side, mine in (("author", own), ("sources", ~own)):
        for category in ("hedge", "booster"):
            spans = kept[mine & (kept["category"] == category)]
            counts[side, category] = len(spans)
            one = Behind(f"{category} {side}", f"{category.capitalize()}s of the {side}", category, spans)
            behind += [one] if len(spans) else []
            rate = 1000 * len(spans) / sizes[side] if sizes[side] else 0.0
            parts[side, category] = Markup("{:.1f} {}s ({})").format(rate, category, _opened(one, noun=False))
    author = Markup("The author uses {} and {} per 1,000 words").format(parts["author", "hedge"], parts["author", "booster"])
    if not sizes["sources"]:
        return Said(Markup("{}.").format(author), tuple(behind))
    sources = Markup("the sources {} and {}").format(parts["sources", "hedge"], parts["sources", "booster"])
    return Said(Markup("{}, {}: {}.").format(author, sources, _verdict(counts, sizes)), tuple(behind))


def _verdict(counts: dict, sizes: dict[str, int]) -> str:
    """What the text bears out of the difference, by the E-test for two Poisson rates (Krishnamoorthy & Thomson 2004)."""
    told = []
    for category in ("hedge", "booster"):
        one, other = counts["author", category], counts["sources", category]
        if poisson_means_test(one, sizes["author"], other, sizes["sources"]).pvalue < LEVEL:
            more = one / sizes["author"] > other / sizes["sources"]
            verb = "hedges" if category == "hedge" else "insists"
            told.append(f"the author {verb} {'more' if more else 'less'} often than the sources")
    return " and ".join(told) or "no difference that a text of this length can bear out"


def judging(found: Annotations) -> Said:
    """Whom each voice judges: the target that the author judges most, the same of the sources, and what was left open."""
    judged = found.evaluations[found.evaluations["given"]]
    rest = int((found.evaluations["tier"] == LEANS).sum())
    if judged.empty:
        less = f", though {plural(rest, 'sentence')} may lean that way" if rest else ""
        return Said(Markup("Nobody is judged in words sure enough to say so{}.").format(less))
    behind, parts = [], []
    own = judged["voice"] == voices.AUTHOR
    for holder, mine in (("the author", own), ("the sources", ~own)):
        if mine.any():
            parts.append(_judged_most(holder, judged[mine], behind))
    open_ = f"; {plural(rest, 'further judgement')} {'is' if rest == 1 else 'are'} less sure" if rest else ""
    return Said(Markup("{}{}.").format(_capital(Markup("; ").join(parts)), open_), tuple(behind))


def _judged_most(holder: str, judged: pd.DataFrame, behind: list[Behind]) -> Markup:
    counts = judged.groupby(["entity", "name"], sort=False).size().sort_values(ascending=False, kind="stable")
    verb = "judges" if holder == "the author" else "judge"
    if len(counts) > 1 and counts.iloc[0] == counts.iloc[1]:
        level = counts[counts == counts.iloc[0]]
        spans = judged[judged["entity"].isin(level.index.get_level_values("entity"))]
        behind.append(Behind(f"{holder} level", f"Judgements of them by {holder}", "judgement", spans))
        names = [name for _, name in level.index[:FOREMOST]]
        names += [plural(len(level) - FOREMOST, "other")] if len(level) > FOREMOST else []
        return Markup("{} {} {} most, in {}").format(holder, verb, listing(names), _opened(behind[-1]))
    entity, name = counts.index[0]
    tallies = []
    for polarity, word in (("negative", "against"), ("positive", "in favour")):
        spans = judged[(judged["entity"] == entity) & (judged["polarity"] == polarity)]
        if len(spans):
            heading = f"Judgements of {name} by {holder}, {word}"
            behind.append(Behind(f"{holder} {entity} {polarity}", heading, "judgement", spans))
            tallies.append(Markup("{} {}").format(_opened(behind[-1], noun=False), word))
    most = " most" if len(counts) > 1 else ""
    return Markup("{} {} {}{}: {}").format(holder, verb, name, most, listing(tallies))


def disputed(found: Annotations) -> Said:
    """What figures are in dispute, and who gives which."""
    disputes = claims.contested(found.claims, found.reading)
    if disputes.empty:
        return Said(Markup("No two voices were found to count the same thing differently."))
    first = disputes[disputes["group"] == disputes["group"].iloc[0]]
    many = disputes["group"].nunique() - 1
    rest = f", and {plural(many, 'other figure')}" if many else ""
    behind = Behind("dispute", "Figures in dispute", "figure", disputes)
    pattern = Markup("In dispute: {}, {}{} ({}).")
    positions = Markup(" against ").join(contested.given(first))
    return Said(pattern.format(contested.what(first), positions, rest, _opened(behind)), (behind,))


def shares(found: Annotations, *, top: int) -> pd.DataFrame:
    """How many words each voice has, the author first and then the ``top`` sources with most: voice, words, share."""
    spoken = voices.shares(found.reading, found.statements)
    names = spoken["source"].mask(spoken["voice"] == voices.AUTHOR, "the author")
    return spoken.assign(voice=names).head(top + 1)[["voice", "words", "share"]]


def speaking_finding(spoken: pd.DataFrame) -> str:
    """How much of the text is the author’s own, in a chart’s title."""
    own = float(spoken["share"].iloc[0])
    if len(spoken) == 1:
        return "The author alone speaks"
    return f"The author speaks {own:.0%} of the words, {spoken['voice'].iloc[1]} {spoken['share'].iloc[1]:.0%}"


def share_note(words: pd.DataFrame) -> str:
    """The chart’s denominator, and whose the words of a reporting clause are."""
    return f"Of {len(words):,} word tokens; the words that introduce a source are the author’s."


def _opened(behind: Behind, before: str = "", noun: bool = True) -> Markup:
    number = link(len(behind.spans), "overview", behind.key)
    unit = f" {behind.noun}{'' if len(behind.spans) == 1 else 's'}" if noun else ""
    return Markup("{}{}{}").format(before, number, unit)


def _contents(statements: pd.DataFrame) -> pd.DataFrame:
    return statements.assign(start=statements["content_start"], end=statements["content_end"])


def _capital(text: Markup) -> Markup:
    return Markup(text[:1].upper() + text[1:])
