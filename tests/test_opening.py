import datetime

import pytest

from stancebook import opening, paths
from stancebook.errors import ArticleError

BODY = (
    "The river froze early this year, and nobody in the village was surprised by it. The ice held for three months. "
    "Then the thaw came, and the ferry went back to work as if nothing had happened at all."
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "ice and thaw.md"
    path.write_text(
        f"---\ntitle: From the file\noutlet: The Ferry\nauthor: A. Writer\ndate: 2021-05-04\n---\n\n{BODY}\n"
    )
    return path


def test_what_is_given_replaces_what_the_file_says_and_what_is_empty_does_not(article):
    reading = opening.reading(str(article), title="Given", date="2022-02-14", author="")
    made = reading.article
    assert (made.title, made.outlet, made.author) == ("Given", "The Ferry", "A. Writer")
    assert made.date == datetime.date(2022, 2, 14)
    assert len(reading.sentences) == 3 and made.text == BODY


def test_a_path_is_found_from_the_working_directory_first(article, monkeypatch):
    monkeypatch.chdir(article.parent)
    assert opening.reading(article.name).article.title == "From the file"


@pytest.mark.parametrize("folder", ["notebooks", "data"])
def test_a_path_in_the_repository_is_found_from_any_folder_of_it(folder, monkeypatch):
    monkeypatch.chdir(paths.ROOT / folder)
    sample = next(path for path in sorted(paths.ARTICLES.iterdir()) if path.name != "README.md")
    assert opening.located(str(sample.relative_to(paths.ROOT))) == sample


def test_a_path_in_the_home_folder_is_written_with_a_tilde(article, monkeypatch):
    monkeypatch.setenv("HOME", str(article.parent))
    assert opening.located("~/ice and thaw.md") == article


@pytest.mark.parametrize("name", ["no such file.md", "data/articles", ""])
def test_what_is_no_article_is_one_clear_error(name, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArticleError) as raised:
        opening.reading(name)
    assert "\n" not in str(raised.value) and len(str(raised.value)) > 20
