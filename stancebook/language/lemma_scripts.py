"""Lemmas as edits of a word's end (Chrupała 2006), so that a tagger can choose among them."""

from __future__ import annotations

AS_IT_IS = "="


def script(form: str, lemma: str) -> str:
    """The edit from ``form`` to ``lemma``: ``=`` for none, else ``old>new`` at the end of the lower-case form."""
    form = form.replace("’", "'")
    if form == lemma and form != form.lower():
        return AS_IT_IS
    low = form.lower()
    shared = next((at for at, pair in enumerate(zip(low, lemma)) if pair[0] != pair[1]), min(len(low), len(lemma)))
    return f"{low[shared:]}>{lemma[shared:]}"


def applied(form: str, edit: str) -> str | None:
    """The lemma that the edit gives, or None where it does not fit the form."""
    form = form.replace("’", "'")
    if edit == AS_IT_IS:
        return form
    old, new = edit.split(">", 1)
    low = form.lower()
    if not low.endswith(old) or not (new or len(low) > len(old)):
        return None
    return low[: len(low) - len(old)] + new
