"""The originals are fetched whole or not at all, and converted to what training reads. No network, no torch."""

import hashlib
import http.server
import json
import lzma
import threading

import pytest

from stancebook.errors import DataError
from training import convert, download
from training.converting.attributions import voices
from training.converting.columns import crossner, mapped, universal_ner, wikigold
from training.converting.conllu import documents
from training.converting.docred import docred
from training.converting.grobid import grobid
from training.converting.mentions import named
from training.converting.re3d import re3d
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


def source(path):
    return download.Source("some/data", "r1", path, hashlib.sha256(CONTENT).hexdigest(), "data.txt")


def test_a_file_is_fetched_once(server, tmp_path):
    for _ in range(2):
        assert download.fetch(source("whole"), tmp_path, server).read_bytes() == CONTENT
    assert Serving.asked == [None] and [path.name for path in tmp_path.iterdir()] == ["data.txt"]


def gits_own(content):
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


@pytest.mark.parametrize("checksum", [hashlib.sha256(CONTENT).hexdigest(), gits_own(CONTENT)])
def test_a_broken_download_goes_on_where_it_stopped(server, tmp_path, checksum):
    wanted = source("breaks")._replace(checksum=checksum)
    with pytest.raises(DataError, match="again to go on"):
        download.fetch(wanted, tmp_path, server)
    assert not (tmp_path / "data.txt").exists()
    assert download.fetch(wanted, tmp_path, server).read_bytes() == CONTENT
    assert Serving.asked == [None, "bytes=3000-"]


def test_another_file_than_was_meant_is_not_kept(server, tmp_path):
    for checksum in (hashlib.sha256(b"else").hexdigest(), gits_own(b"else")):
        with pytest.raises(DataError, match="checksum differs"):
            download.fetch(source("whole")._replace(checksum=checksum), tmp_path, server)
    assert not list(tmp_path.iterdir())
    with pytest.raises(DataError, match="404"):
        download.fetch(source("missing"), tmp_path, server)


def test_every_source_has_a_name_of_its_own_a_revision_and_a_checksum():
    assert len({source.name for source in download.SOURCES}) == len(download.SOURCES)
    assert all(source.revision and len(source.checksum) in (40, 64) for source in download.SOURCES)


@pytest.mark.parametrize(
    ("words", "theirs", "ours"),
    [
        ("The Green League won", "O B-politicalparty I-politicalparty O", "O B-ORG I-ORG O"),
        ("Danish Ada Obi", "B-misc B-politician I-politician", "B-NORP B-PER I-PER"),
        ("South Korean Dutch-American", "B-misc I-misc B-misc", "B-NORP I-NORP B-NORP"),
        ("danish -", "B-misc B-misc", "B-MISC B-MISC"),
        ("Danish Sagas and physics", "B-misc I-misc O B-discipline", "B-MISC I-MISC O O"),
        ("Obi Oslo", "B-person B-location", "B-PER B-LOC"),
    ],
)
def test_crossner_types_become_ours(words, theirs, ours):
    assert mapped(words.split(), theirs.split()) == ours.split()


def test_wikigold_documents():
    text = "Ada I-PER\nObi I-PER\n, O\nDanish I-MISC\n. O\n\n-DOCSTART- O\n\nOslo I-LOC\n"
    found = list(wikigold(text))
    assert [document["id"] for document in found] == ["wg-0", "wg-1"]
    assert found[0]["sents"] == [{"t": ["Ada", "Obi", ",", "Danish", "."], "n": ["B-PER", "I-PER", "O", "B-NORP", "O"]}]


def test_people_outside_of_names_are_marked_where_a_domain_leaves_them_out():
    text = "British B-musicgenre\nrock I-musicgenre\nand O\nfolk B-misc\n\n"
    (row,), (sparse,) = (next(crossner(text, "x", sparse))["sents"] for sparse in (False, True))
    assert (row["n"], sparse["n"]) == (["O", "O", "O", "B-MISC"], ["B-NORP", "O", "O", "O"])


def test_universal_ner_is_cut_into_our_words():
    rows = "Anna B-PER\n- I-PER\nBerg I-PER\nspoke O\nDanish B-OTH\nto O\nKFC B-ORG\n- O\nfans O\n. B-O"
    text = "# newdoc id = d\n# text = Anna-Berg spoke Danish to KFC-fans.\n" + "\n".join(f"1\t{row}" for row in rows.split("\n"))
    ((row,),) = (document["sents"] for document in universal_ner(text, "uner"))
    assert row["t"] == ["Anna-Berg", "spoke", "Danish", "to", "KFC-fans", "."]
    assert row["n"] == ["B-PER", "O", "B-NORP", "O", "O", "O"]


def test_docred_mentions_become_names_and_the_article_is_none_of_them():
    mentions = [("ORG", 0, 3), ("LOC", 4, 6), ("LOC", 7, 8), ("TIME", 9, 10), ("MISC", 5, 6)]
    words = "The Ice Union of the Fjordland and Danish \u00a0 1999 Norwegian".split(" ")
    vertices = [[{"type": kind, "pos": [start, end], "sent_id": 0}] for kind, start, end in mentions]
    ((row,),) = (document["sents"] for document in docred(json.dumps([{"sents": [words], "vertexSet": vertices}])))
    assert row["t"][8] == "_"
    assert row["n"] == "B-ORG I-ORG I-ORG O O B-LOC O B-NORP O O B-NORP".split()


def test_only_openly_licensed_genres_of_gum_are_fetched():
    genres = {source.name.split("_")[1] for source in download.SOURCES if source.repository == download.GUM[0]}
    assert genres == set("academic bio conversation court interview news speech textbook vlog voyage".split())


def tree(*rows):
    """Lines of CoNLL-U of words as "form tag head relation", with an attribution's unit as a fifth, as GUM writes them."""
    lines = ["# sent_id = x"]
    for number, row in enumerate(rows, 1):
        form, tag, head, relation, *unit = row.split()
        misc = f"Discourse={unit[0]}" if unit else "_"
        lines.append(f"{number}\t{form}\t{form.lower()}\t{tag}\tX\t_\t{head}\t{relation}\t_\t{misc}")
    return "\n".join(lines)


SAYING = tree(
    "Yesterday NOUN 3 obl attribution-positive:1->2:0:_", "Ada PROPN 3 nsubj", "said VERB 0 root", ", PUNCT 3 punct",
    "ships NOUN 6 nsubj ROOT:2:0", "wait VERB 3 ccomp", "because SCONJ 8 mark causal-cause:3->2:1:_", "ice NOUN 6 advcl", ". PUNCT 3 punct",
)  # fmt: skip
ACCORDING = tree(
    "Ships NOUN 2 nsubj elaboration-additional:4->2:0:_", "wait VERB 0 root", "according VERB 5 case attribution-positive:5->4:0:_",
    "to ADP 3 fixed", "Oslo PROPN 2 obl", ". PUNCT 2 punct",
)  # fmt: skip


def test_voices_come_from_relations_of_attribution():
    ((name, sentences),) = documents(f"# newdoc id = GUM_news_x\n{SAYING}\n\n{ACCORDING}\n")
    saying, according = voices(name, sentences)["sents"]
    assert saying["t"] == ["Yesterday", "Ada", "said", ",", "ships", "wait", "because", "ice", "."]
    assert saying["a"] == "B-CUE B-SOURCE B-CUE O B-CONTENT I-CONTENT I-CONTENT I-CONTENT I-CONTENT".split()
    assert saying["r"] == [1, 1, 1, -1, 1, 1, 1, 1, 1]  # numbered from the shortest content on
    assert according["a"] == "B-CONTENT I-CONTENT B-CUE I-CUE B-SOURCE I-SOURCE".split() and set(according["r"]) == {0}


def test_a_unit_that_others_interrupt_is_one_attribution():
    text = tree(
        "Ada PROPN 5 nsubj attribution-positive:1->4:0:_", "( PUNCT 3 punct elaboration-additional:2->1:0:_", "Obi PROPN 1 appos",
        ") PUNCT 3 punct", "says VERB 0 root same-unit_m:3->1:0:_", "ice NOUN 5 ccomp ROOT:4:0", "melts VERB 6 acl",
    )  # fmt: skip
    ((_, sentences),) = documents(f"# newdoc id = GUM_news_x\n{text}\n")
    (row,) = voices("x", sentences)["sents"]
    assert row["a"] == "B-SOURCE I-SOURCE I-SOURCE I-SOURCE B-CUE B-CONTENT I-CONTENT".split()


def mentioned(*rows):
    """A document of one sentence of words as "form tag head relation entity", the last as GUM writes it or a line."""
    lines = ["# newdoc id = GUM_news_x", "# newpar", "# text = " + " ".join(row.split()[0] for row in rows)]
    for number, row in enumerate(rows, 1):
        form, tag, head, relation, entity = row.split()
        lines.append(f"{number}\t{form}\t_\t{tag}\tX\t_\t{head}\t{relation}\t_\t{'_' if entity == '-' else f'Entity={entity}'}")
    ((identifier, sentences),) = documents("\n".join(lines) + "\n")
    return named(identifier, sentences)["sents"][0]


def test_named_mentions_become_names_without_titles_and_what_else_is_named_in_them():
    row = mentioned(
        "Emperor PROPN 6 nsubj (1-person-new-n-cf1-1-sgl", "of ADP 4 case -", "the DET 4 det (2-place-new-n-cf1-1-sgl",
        "Fjords PROPN 1 nmod 2)1)", "and CCONJ 6 cc -", "saw VERB 0 root -", "President PROPN 8 nmod (3-person-new-n-cf1-1-sgl",
        "Ada PROPN 6 obj -", "Obi PROPN 8 flat 3)", "her PRON 11 nmod (3-person-giv-n-cf1-1-ana)", "ships NOUN 6 obj (4-object-new-n-cf1-1-sgl)",
        "Danes PROPN 6 obj (5-person-new-n-cf1-1-sgl)", "Tides NOUN 6 obj (6-abstract-new-n-cf1-1-sgl-Tide)", "May PROPN 6 obl (7-time-new-n-cf1-1-sgl)",
    )  # fmt: skip
    assert row["n"] == "B-PER O O B-LOC O O O B-PER I-PER O O B-NORP B-MISC O".split()
    assert row["par"] and row["ud"] == row["t"] and row["u"][0] == "PROPN"


def test_the_longer_of_two_names_counts_and_a_glued_full_stop_is_part_of_it():
    row = mentioned(
        "University PROPN 0 root (1-organization-new-n-cf1-1-sgl", "of ADP 3 case -", "Fjord. PROPN 1 nmod (2-place-new-n-cf1-1-sgl)1)",
        "Then ADV 1 advmod -",
    )  # fmt: skip
    assert row["n"] == ["B-ORG", "I-ORG", "I-ORG", "O"]


def test_wide_marks_become_names_each_of_a_list_without_offices_and_lower_case():
    marked = [
        ("LOCATION", "Oslo, Turku and Bergen"), ("PERSON", "Prime Minister Ada Obi"), ("PERSON", "governor of the Bank"),
        ("INSTITUTION", "the Ice Union (IU)"), ("EVENT", "fish summit"), ("PERSON_TYPE", "Danish sailors"), ("PERIOD", "May"),
    ]  # fmt: skip
    marks = "".join(f'<ENAMEX type="{kind}">{words}</ENAMEX> | ' for kind, words in marked)
    document = grobid(f"<corpus><sentence>{marks}</sentence><sentence> </sentence></corpus>", "x")
    (row,) = document["sents"]
    found = [(word, tag) for word, tag in zip(row["t"], row["n"], strict=True) if tag != "O"]
    assert found == [
        ("Oslo", "B-LOC"), ("Turku", "B-LOC"), ("Bergen", "B-LOC"), ("Ada", "B-PER"), ("Obi", "I-PER"),
        ("Ice", "B-ORG"), ("Union", "I-ORG"), ("(", "I-ORG"), ("IU", "I-ORG"), (")", "I-ORG"), ("Danish", "B-NORP"),
    ]  # fmt: skip


def test_re3d_is_cut_into_sentences_and_only_what_people_confirmed_is_a_name():
    text = 'Gen. Ada Obi left the U.S. Navy. "We sail." Ice Union crews wait.\nOslo'
    entities = [("Person", "Ada Obi", 1), ("Organisation", "the U.S. Navy", 1), ("Organisation", "We", 1), ("Location", "Oslo", 0.2)]
    entities += [("Organisation", "Ice Union crews", 0.9), ("Temporal", "left", 1)]
    rows = [
        {"documentId": "d", "begin": text.index(words), "end": text.index(words) + len(words), "type": kind, "confidence": sure}
        for kind, words, sure in entities
    ]
    (document,) = re3d(json.dumps({"_id": "d", "text": text}) + "\n", "\n".join(map(json.dumps, rows)))
    assert [row["raw"] for row in document["sents"]] == ["Gen. Ada Obi left the U.S. Navy.", '"We sail.', "Ice Union crews wait.", "Oslo"]
    names = [[word for word, tag in zip(row["t"], row["n"], strict=True) if tag != "O"] for row in document["sents"]]
    assert names == [["Ada", "Obi", "U.S.", "Navy"], [], ["Ice", "Union"], []]


def test_documents_are_put_in_the_order_of_their_names_and_joined():
    parts = [f"# newdoc id = {name}\n1\tA\n\n" for name in ("b-2", "a-1")]
    assert convert.by_name("".join(parts)) == parts[1] + parts[0]
    assert convert.joined(parts) == parts[0] + parts[1].rstrip("\n") + "\n"


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
