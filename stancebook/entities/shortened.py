"""Names shortened to what only the article makes plain: "the Bank" for the Bank of Ghana, "the ministry", a family."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from stancebook.entities.linking import head_noun, key
from stancebook.entities.mention import Mention, entity_id
from stancebook.language.names import PLACES

CAPITAL, LAST, SMALL, FAMILY = 0.9, 0.8, 0.6, 0.5
THE = re.compile(r"\b[Tt]he ([^\W\d_]+)\b(?! of\b)(?![-‑–])")
#: Of the nouns that head organisations, those that in small letters and after "the" still mean one of them.
INSTITUTIONS = frozenset(
    """academy agency alliance assembly authority bank cabinet coalition college commission committee company congress
    consortium corporation council court department directorate federation foundation fund institute institution league
    ministry movement organisation organization parliament party senate society syndicate union university""".split()
)
#: How many paragraphs after the name such a noun may stand.
REACH = 1
#: A word after which "the Bank" goes on to be another name or thing: "the bank account", "the Bank Street office".
GOES_ON = re.compile(r" [A-Z]")


def shortened(found: list[Mention], text: str, paragraph_of: Callable[[int], int]) -> list[Mention]:
    """Mentions beside those ``found``, of organisations by their head noun and of families by their plural.

    A head noun, or a surname's plural, after the full name, where one of that head or surname alone was named so far.
    With a capital, the last word of any name of several words is such a head: "the Review", "the Strait".
    """
    bodies: dict[str, dict[str, Mention]] = defaultdict(dict)
    people: dict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in found:
        written = text[mention.start : mention.end]
        head = _head_of(mention, written)
        if head not in ("", written):
            bodies[head.lower()].setdefault(mention.entity, mention)
        if mention.type == "PER" and " " in mention.name:
            people[key(mention.name.split()[-1])].setdefault(mention.entity, mention)
    more = []
    for match in THE.finditer(text):
        word, span = match.group(1), match.span(1)
        there = [mention for mention in found if mention.start < span[1] and mention.end > span[0]]
        family = people.get(key(word)[:-1], {}) if word[-1] == "s" and word[0].isupper() else {}
        if family and all((one.start, one.end) == span and one.entity not in family for one in there):
            more.append(_family(span, word, [mention.name for mention in family.values()]))
        before = [mention for mention in bodies.get(word.lower(), {}).values() if mention.start < span[0]]
        # What the reader takes for a name by itself, and the knowledge base does not have, is short for the full name.
        is_free = all((one.start, one.end, one.entity) == (*span, entity_id(word)) for one in there)
        if not is_free or len(before) != 1 or GOES_ON.match(text[span[1] :]):
            continue
        last = max(mention.start for mention in found if mention.entity == before[0].entity and mention.start < span[0])
        is_near = not there and word in INSTITUTIONS and paragraph_of(span[0]) - paragraph_of(last) <= REACH
        if is_near or word == word.capitalize():
            more.append(_body(span, word, before[0], text, paragraph_of))
    return more


def _head_of(mention: Mention, written: str) -> str:
    """The noun by which a name may be shortened: that of a body; of others the last word, if a place has such a noun."""
    if mention.naming not in ("name", "alias") or mention.is_ambiguous:
        return ""
    head = head_noun(written) if mention.type == "ORG" else ""
    last = written.split()[-1]
    is_plain = " of " not in written and last.isalpha() and last.istitle()
    if not head and is_plain and (mention.type in ("ORG", "MISC") or mention.type == "LOC" and last in PLACES):
        head = last
    return head


def _body(span, word: str, meant: Mention, text: str, paragraph_of: Callable[[int], int]) -> Mention:
    full = text[meant.start : meant.end]
    reason = f"short for “{full}” in paragraph {paragraph_of(meant.start)}, the only {word.lower()} named before it"
    sure = CAPITAL if head_noun(word) else LAST
    naming, confidence = ("alias", sure) if word[0].isupper() else ("role", SMALL)
    return Mention(*span, meant.type, meant.entity, meant.name, naming, confidence, reason)


def _family(span: tuple[int, int], written: str, names: list[str]) -> Mention:
    """A family, as an entity of its own: nobody can say which of its members is meant."""
    reason = f"the plural of the surname of {names[0]}: a family, and counted for nobody of it"
    return Mention(*span, "PER", entity_id(written, "family"), f"the {written}", "alias", FAMILY, reason)
