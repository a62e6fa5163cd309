"""Names from Re-DocRED, whose documents come with their words and mentions of entities."""

from __future__ import annotations

import json
from collections.abc import Iterator

from training.converting.peoples import of_people, with_people

KINDS = frozenset({"PER", "ORG", "LOC", "MISC", "NORP"})  # what is left are times and numbers


def docred(text: str) -> Iterator[dict]:
    """Documents of a Re-DocRED file; an article before a name is none of it, and longer mentions go before shorter ones."""
    for number, document in enumerate(json.loads(text)):
        sentences = [
            {"t": [word if word.strip() else "_" for word in words], "n": ["O"] * len(words)} for words in document["sents"]
        ]
        mentions = [mention for entity in document["vertexSet"] for mention in entity]
        for mention in sorted(mentions, key=lambda mention: mention["pos"][0] - mention["pos"][1]):
            words, tags = sentences[mention["sent_id"]].values()
            start, end = mention["pos"]
            start += words[start] == "the" and end - start > 1
            kind = "NORP" if of_people(words[start:end]) else mention["type"]
            if kind in KINDS and all(tag == "O" for tag in tags[start:end]):
                tags[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
        for row in sentences:
            row["n"] = with_people(row["t"], row["n"])
        yield {"id": f"docred-{number}", "src": "docred", "sents": sentences}
