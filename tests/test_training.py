"""The originals are fetched whole or not at all, and converted to what training reads. No network, no torch."""

import hashlib
import http.server
import json
import lzma
import threading

import pytest

from stancebook.errors import DataError
from training import convert, download
from training.reader.examples import verify

CONTENT = b"0123456789" * 1000


class Serving(http.server.BaseHTTPRequestHandler):
    """Serves CONTENT; goes on where asked, and breaks off the first time where the path says so."""

    broken: set[str] = set()
    asked: list[str | None] = []

    def do_GET(self):
        span = self.headers.get("Range")
        self.asked.append(span)
        start = int(span.removeprefix("bytes=").rstrip("-")) if span else 0
        if self.path.endswith("missing"):
            return self.send_error(404)
        self.send_response(206 if span else 200)
        self.send_header("Content-Length", str(len(CONTENT) - start))
        self.end_headers()
        breaks = self.path.endswith("breaks") and self.path not in self.broken
        self.broken.add(self.path)
        self.wfile.write(CONTENT[start : start + 3000] if breaks else CONTENT[start:])

    def log_message(self, *arguments):
        pass


@pytest.fixture
def server():
    Serving.broken, Serving.asked = set(), []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Serving) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()


def source(path, content=CONTENT):
    return download.Source("some/data", "r1", path, hashlib.sha256(content).hexdigest(), "data.txt")


def test_a_file_is_fetched_once(server, tmp_path):
    for _ in range(2):
        assert download.fetch(source("whole"), tmp_path, server).read_bytes() == CONTENT
    assert Serving.asked == [None] and [path.name for path in tmp_path.iterdir()] == ["data.txt"]


@pytest.mark.parametrize("known", [True, False])
def test_a_broken_download_goes_on_where_it_stopped(server, tmp_path, known):
    wanted = source("breaks") if known else source("breaks")._replace(sha256="")
    with pytest.raises(DataError, match="again to go on"):
        download.fetch(wanted, tmp_path, server)
    assert not (tmp_path / "data.txt").exists()
    assert download.fetch(wanted, tmp_path, server).read_bytes() == CONTENT
    assert Serving.asked == [None, "bytes=3000-"]


def test_another_file_than_was_meant_is_not_kept(server, tmp_path):
    with pytest.raises(DataError, match="checksum differs"):
        download.fetch(source("whole", b"else"), tmp_path, server)
    assert not list(tmp_path.iterdir())
    with pytest.raises(DataError, match="404"):
        download.fetch(source("missing"), tmp_path, server)


def test_every_source_has_a_name_of_its_own_and_a_revision():
    assert len({source.name for source in download.SOURCES}) == len(download.SOURCES)
    assert all(source.revision and (not source.sha256 or len(source.sha256) == 64) for source in download.SOURCES)


PEOPLE = frozenset({"norse", "danish"})


@pytest.mark.parametrize(
    ("words", "theirs", "ours"),
    [
        ("The Green League won", "O B-politicalparty I-politicalparty O", "O B-ORG I-ORG O"),
        ("Danish Ada Obi", "B-misc B-politician I-politician", "B-NORP B-PER I-PER"),
        ("Norse Sagas and physics", "B-misc I-misc O B-discipline", "B-MISC I-MISC O O"),
        ("Obi Oslo", "B-person B-location", "B-PER B-LOC"),
    ],
)
def test_crossner_types_become_ours(words, theirs, ours):
    assert convert.mapped(words.split(), theirs.split(), PEOPLE) == ours.split()


def test_wikigold_documents():
    text = "Ada I-PER\nObi I-PER\n, O\nDanish I-MISC\n. O\n\n-DOCSTART- O\n\nOslo I-LOC\n"
    found = list(convert.wikigold(text, PEOPLE))
    assert [document["id"] for document in found] == ["wg-0", "wg-1"]
    assert found[0]["sents"] == [{"t": ["Ada", "Obi", ",", "Danish", "."], "n": ["B-PER", "I-PER", "O", "B-NORP", "O"]}]


def test_universal_ner_is_cut_into_our_words():
    text = "# newdoc id = d\n# text = Anna-Berg spoke.\n1\tAnna\tB-PER\n2\t-\tI-PER\n3\tBerg\tI-PER\n4\tspoke\tO\n5\t.\tO\n"
    assert list(convert.universal_ner(text, "uner")) == [
        {"id": "d", "src": "uner", "sents": [{"t": ["Anna-Berg", "spoke", "."], "n": ["B-PER", "O", "O"]}]}
    ]


def test_only_openly_licensed_genres_of_gum_are_kept():
    parts = [f"# newdoc id = GUM_{genre}_x\n1\tA\n\n" for genre in ("news", "fiction", "speech")]
    assert convert.open_gum("".join(parts)) == parts[0] + parts[2]


def test_documents_are_written_whole(tmp_path):
    convert.write(tmp_path / "a/b.jsonl.xz", [{"id": "é"}])
    assert json.loads(lzma.decompress((tmp_path / "a/b.jsonl.xz").read_bytes())) == {"id": "é"}
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.jsonl.xz"]


def test_other_data_than_were_learned_from_stop_training_unless_asked_for(tmp_path, capsys):
    convert.write(tmp_path / "evaluations/newsmtsc_train.jsonl.xz", "else\n")
    with pytest.raises(DataError, match="differs"):
        verify(tmp_path, part="evaluations/")
    verify(tmp_path, strict=False, part="evaluations/")
    assert "differs" in capsys.readouterr().out
