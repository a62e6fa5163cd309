"""Names end where names end, whatever a tagger of single words makes of their edges; and what is right stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancebook.language import encoder
from stancebook.language.name_edges import mended
from stancebook.language.parse import Span

KINDS = {"P": "PER", "O": "ORG", "L": "LOC", "M": "MISC"}


def after(marked):
    """The names of a sentence in which names are marked ``[O River Trade Union]``, as (words, type), after mending."""
    words, spans, start = [], [], 0
    for word in marked.split():
        if word[0] == "[" and word[1:] in KINDS:
            start, kind = len(words), KINDS[word[1:]]
        elif word[-1] == "]" and len(word) > 1:
            words.append(word[:-1])
            spans.append(Span(start, len(words), kind, 0.5))
        else:
            words.append(word)
    tags = ["ADP" if word in ("in", "of", "under") else "ADJ" if word in ("general", "federal") else "NOUN" for word in words]
    return [(" ".join(words[span.start : span.end]), span.kind) for span in mended(words, tags, spans)]


@pytest.mark.parametrize(
    "marked, expected",
    [
        ("the [O Labour Council and] others", [("Labour Council", "ORG")]),
        ("the [L Northern Frontier of] it", [("Northern Frontier", "LOC")]),
        ("the [O River Bank (] a bank )", [("River Bank", "ORG")]),
        ("the [O River Trade Union ( RTU] )", [("River Trade Union", "ORG"), ("RTU", "ORG")]),
        ("the [O River Trade Union ( South )] met", [("River Trade Union ( South )", "ORG")]),
        ("[O River Union / Trade Union] voted", [("River Union", "ORG"), ("Trade Union", "ORG")]),
        ("[O River Movement , Trade Union] voted", [("River Movement", "ORG"), ("Trade Union", "ORG")]),
        ("the [O Ministry of Water , Fish and Trade Council]", [("Ministry of Water , Fish and Trade Council", "ORG")]),
        ("[O Rivergate , Inc] sued", [("Rivergate , Inc", "ORG")]),
        ("[P Ada] [P Obi] spoke", [("Ada Obi", "PER")]),
        ("[P Ada] and [P Obi] spoke", [("Ada", "PER"), ("Obi", "PER")]),
        ("[L Bonn] [L Germany]", [("Bonn", "LOC"), ("Germany", "LOC")]),
        ("the [M 2018 Ruritanian] general election", [("2018 Ruritanian general election", "MISC")]),
        ("the [M 2018 Ruritanian] army", [("2018 Ruritanian", "MISC")]),
        ("the [M 2018 Ruritanian] , then [M an election]", [("2018 Ruritanian", "MISC"), ("an election", "MISC")]),
        ("the [M 2018 Ruritanian] and [O Syldavian] election", [("2018 Ruritanian", "MISC"), ("Syldavian", "ORG")]),
        ("the [M 2018 Ruritanian election general elections]", [("2018 Ruritanian election", "MISC")]),
        ("the [M 2018 Ruritanian election protests]", [("2018 Ruritanian election protests", "MISC")]),
        ("the [M 2018 election in Ruritania]", [("2018 election in Ruritania", "MISC")]),
        ("the [M Ruritanian federal election in September 2017] ended", [("Ruritanian federal election", "MISC")]),
        ("[O Bonn 5] [L Syldavia 4]", [("Bonn", "ORG"), ("Syldavia", "LOC")]),
        ("[O Democrats 66] won 5 seats", [("Democrats 66", "ORG")]),
        ("the [M ,] was", []),
        ("[M Cup 1998] 5 4", [("Cup 1998", "MISC")]),
    ],
)
def test_edges(marked, expected):
    assert after(marked) == expected


WORDS = st.sampled_from(["Ada", "Obi", "and", "of", "(", ")", "/", ",", "2018", "general", "election", "in", "May", "Union", "🙂", "'s"])


@given(st.lists(WORDS, min_size=1, max_size=14), st.data())
def test_whatever_the_words_names_stay_apart_and_mending_twice_changes_nothing(words, data):
    cuts = sorted(data.draw(st.sets(st.integers(0, len(words)), max_size=6)))
    kinds = data.draw(st.lists(st.sampled_from(["PER", "ORG", "LOC", "MISC"]), min_size=len(cuts), max_size=len(cuts)))
    spans = [Span(start, end, kind, 0.5) for start, end, kind in zip(cuts, cuts[1:], kinds)]
    tags = ["NOUN"] * len(words)
    found = mended(words, tags, spans)
    assert all(0 <= span.start < span.end <= len(words) for span in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:]))
    assert mended(words, tags, found) == found


def test_the_readers_names_have_mended_edges():
    words = "The River Trade Union ( RTU ) and the Northern Bank , which Ada Obi heads , met in Bonn .".split()
    parse = encoder.reader().parse(words)
    assert mended(words, parse.universal, parse.names) == parse.names
