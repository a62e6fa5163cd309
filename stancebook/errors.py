"""The errors that a person may meet, each one sentence on what is wrong and what to do."""


class StancebookError(Exception):
    """Something that the user can mend; its message is shown on the terminal as it stands."""


class ArticleError(StancebookError):
    """An article that cannot be read."""


class DataError(StancebookError):
    """A file of data/ (knowledge, lexicon, model) that is missing, damaged or badly edited."""


class EvidenceMismatch(StancebookError):
    """A count whose sentences do not add up to it."""


class RenderError(StancebookError):
    """A report that could not be made."""
