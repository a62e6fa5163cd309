"""Who is judged, how, by what words and in whose voice: evaluation toward entities, after Martin & White (2005).

A judgement is given only where words that carry it can be shown and its confidence passes a threshold chosen on
development data for precision; what is less sure stands beside it as a leaning, and the rest is kept in the table, to say
how much was left unjudged.
"""

from stancebook.evaluations.table import COLUMNS, JUDGED, LEANING, LEANS, OPEN, POLARITIES, TIERS, evaluations

__all__ = ["COLUMNS", "JUDGED", "LEANING", "LEANS", "OPEN", "POLARITIES", "TIERS", "evaluations"]
