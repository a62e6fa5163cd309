"""Who is judged, how, by what words and in whose voice: evaluation toward entities, after Martin & White (2005).

A judgement is given only where words that carry it can be shown and its confidence passes a threshold chosen on
development data for precision; what stays below is kept in the table, to say how much was left unjudged.
"""

from stancebook.evaluations.table import COLUMNS, LEANING, POLARITIES, evaluations

__all__ = ["COLUMNS", "LEANING", "POLARITIES", "evaluations"]
