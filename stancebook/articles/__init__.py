"""Articles as people have them, read into clean text whose every paragraph, caption and change is accounted for."""

from stancebook.articles.article import Article, read

__all__ = ["Article", "read"]
