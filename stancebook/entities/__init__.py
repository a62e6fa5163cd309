"""Who is in it: the mentions of an article, each linked to its entity and to the way in which it is named.

Names of the knowledge base and names that the trained reader sees meet in one step: ``spans`` says where they stand,
``linking`` whom they mean, ``shortened`` what is left of them later. ``roles`` then reads descriptions by office,
``descriptions`` those by what somebody is (``kinds``), and ``pronouns`` he, she, it and they. ``decisions`` go before all. Each mention carries its reason.
"""

from stancebook.entities.mention import COLUMNS, NAMED, NAMINGS, UNNAMED
from stancebook.entities.pronouns import THIRD_PERSON
from stancebook.entities.pronouns import figures as pronoun_figures
from stancebook.entities.table import mentions, undecided, unsure

__all__ = ["COLUMNS", "NAMED", "NAMINGS", "THIRD_PERSON", "UNNAMED", "mentions", "pronoun_figures", "undecided", "unsure"]
