"""Claims: the figures, dates and scenarios of an article, who vouches for each, and how certain they are of it.

``claims`` gives one table of all three; ``contested`` sets side by side the figures that several voices give for the
same thing, ``further`` the others for it; ``grid`` counts claims by certainty, polarity and voice after FactBank.
"""

from stancebook.claims.degrees import DEGREES, POLARITIES, grid
from stancebook.claims.disputes import contested, further
from stancebook.claims.factuality import factuality
from stancebook.claims.table import AUTHOR, COLUMNS, KINDS, claims

__all__ = ["AUTHOR", "COLUMNS", "DEGREES", "KINDS", "POLARITIES", "claims", "contested", "factuality", "further", "grid"]
