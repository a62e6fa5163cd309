"""The errors that a person may meet, each one sentence on what is wrong and what to do."""


class StancebookError(Exception):
    """Something that the user can mend; its message is shown on the terminal, and in JupyterLab, as it stands."""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows of it: the sentence, without the way through the package to where it was raised."""
        return [f"Error: {self}"]


class ArticleError(StancebookError):
    """An article that cannot be read."""


class DataError(StancebookError):
    """A file of data/ (knowledge, lexicon, model) that is missing, damaged or badly edited."""


class EvidenceMismatch(StancebookError):
    """A count whose sentences do not add up to it."""


class RenderError(StancebookError):
    """A report that could not be made."""
