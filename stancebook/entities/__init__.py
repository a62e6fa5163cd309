"""Who is in it: the mentions of an article, each linked to its entity and to the way in which it is named.

Names of the knowledge base and names that the trained reader sees meet in one step: ``spans`` says where they stand,
``linking`` whom they mean. Each decision carries its reason.
"""

from stancebook.entities.mention import COLUMNS, NAMED, NAMINGS
from stancebook.entities.table import mentions

__all__ = ["COLUMNS", "NAMED", "NAMINGS", "mentions"]
