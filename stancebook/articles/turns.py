"""Interviews and transcripts: paragraphs that begin with who speaks, as “Q:”, “A:” or “Jane Doe:”."""

from __future__ import annotations

import re
from collections import Counter

from stancebook.articles.log import Apparatus, Change, Paragraph

#: What stands for whoever asks, and for whoever answers, where no name does.
ASKS, ANSWERS = ("q", "question", "interviewer"), ("a", "answer", "interviewee")
FEWEST_TURNS, FEWEST_EACH = 4, 2
_NAME = r"[^\W\d_a-z][\w.’'-]*"
_LABEL = re.compile(rf"({_NAME}(?: (?:{_NAME}|de|da|van|von|al|bin)){{0,4}}) ?[:.](?: ?[–—])?\s+(?=\S)")
_WITH_STOP = re.compile(r"(?:Q|A)\.")
#: Of an interviewer's turns, at least this share asks.
ASKING = 0.6


def divide(body: list[Paragraph], author: str = "") -> tuple[list[Paragraph], list[str], list[Apparatus], list[Change]]:
    """The body without the labels of its speakers, who speaks in each paragraph, the labels as apparatus, and the log.

    Who speaks is the label as it stands, '' for the author: before the first turn, and where the interviewer asks, who
    is known by a label (Q), by the author's name, or by asking in most turns. A paragraph without a label goes on with
    the turn above it. An article is no interview unless two speakers have two turns each, four in all, and labels
    begin half of the paragraphs from the first one on.
    """
    labels = [label_of(paragraph.text) for paragraph in body]
    turns = Counter(label for label in labels if label)
    known = {label for label, count in turns.items() if count >= FEWEST_EACH}
    labelled = [place for place, label in enumerate(labels) if label in known]
    if len(known) < 2 or len(labelled) < max(FEWEST_TURNS, (len(body) - labelled[0]) / 2):
        return body, [""] * len(body), [], []
    asking = _interviewer(body, labels, known, author)
    kept, speakers, pieces, changes, speaker = [], [], [], [], ""
    for paragraph, label in zip(body, labels):
        # In an interview, a full name that comes once is a speaker too, such as a guest who says one thing.
        if label in known or " " in label:
            speaker = "" if label == asking else label
            rest = paragraph.text[_LABEL.match(paragraph.text).end() :]
            head = paragraph.text[: -len(rest)].strip()
            pieces.append(Apparatus("speaker", head, paragraph.line))
            changes.append(Change(paragraph.line, "set apart", head, "", "speaker: it says whose turn it is"))
            paragraph = paragraph._replace(text=rest)
        kept.append(paragraph)
        speakers.append(speaker)
    return kept, speakers, pieces, changes


def label_of(text: str) -> str:
    """The label of a speaker that a paragraph begins with, '' for none."""
    match = _LABEL.match(text[:80])
    if not match or (match[0].rstrip(" –—").endswith(".") and not _WITH_STOP.match(match[0])):
        return ""
    return match[1]


def _interviewer(body: list[Paragraph], labels: list[str], known: set[str], author: str) -> str:
    """The label whose turns are the interviewer's, '' where nobody's are."""
    for label in sorted(known):
        if label.casefold() in ASKS or (author and label.casefold() in _names(author)):
            return label
    asked: Counter[str] = Counter()
    for paragraph, label in zip(body, labels):
        asked[label] += bool(label) and "?" in paragraph.text
    shares = {label: asked[label] / labels.count(label) for label in known}
    first = next(label for label in labels if label in known)
    others = [share for label, share in shares.items() if label != first]
    return first if shares[first] >= ASKING > max(others) else ""


def _names(author: str) -> set[str]:
    """How a transcript may call the author: by the whole name, its parts, or its initials."""
    parts = author.casefold().split()
    return {author.casefold(), *parts, "".join(part[0] for part in parts)}
