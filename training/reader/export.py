"""Export a checkpoint: ONNX for a single sentence, int8, with the subwords that English text can use.

    python -m training.reader.export --encoder FOLDER --work FOLDER [--out data/models] [--float]

The subword embeddings are stored as bytes with a scale for each row; the weights of the matrix products are quantized
by channel, their inputs while the network runs. Pieces of other scripts and unused places leave the vocabulary.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from torch.nn.functional import gelu
from transformers import BertConfig, BertModel

from stancebook.language.encoder import OUTPUTS
from training.reader.model import Reader

ROOT = Path(__file__).resolve().parent.parent.parent
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


class Exported(nn.Module):
    """The reader on one sentence without padding, its query, key and value products in one."""

    def __init__(self, model: Reader, kept: list[int], names_bias: torch.Tensor):
        super().__init__()
        self.model, self.bias = model, names_bias
        table = model.encoder.embeddings.word_embeddings.weight.detach()[kept]
        scale = table.abs().amax(1, keepdim=True) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        embeddings = model.encoder.embeddings
        places = embeddings.position_embeddings.weight + embeddings.token_type_embeddings.weight[0]
        self.register_buffer("places", places[:256].detach().clone())
        self.stacked = nn.ModuleList()
        for layer in model.encoder.encoder.layer:
            parts = [layer.attention.self.query, layer.attention.self.key, layer.attention.self.value]
            joined = nn.Linear(parts[0].in_features, 3 * parts[0].out_features)
            joined.weight.data = torch.cat([part.weight.data for part in parts])
            joined.bias.data = torch.cat([part.bias.data for part in parts])
            self.stacked.append(joined)

    def layers(self, ids, shapes, marks):
        states = self.table[ids].float() * self.scale[ids] + self.model.shape(shapes) + self.model.mark(marks)
        states = self.model.encoder.embeddings.LayerNorm(states + self.places[: ids.shape[0]])
        heads = self.model.encoder.config.num_attention_heads
        for joined, layer in zip(self.stacked, self.model.encoder.encoder.layer):
            width = states.shape[1] // heads
            cut = joined(states).view(-1, 3, heads, width).permute(1, 2, 0, 3)
            weights = (cut[0] @ cut[1].transpose(1, 2) / width**0.5).softmax(-1)
            mixed = (weights @ cut[2]).permute(1, 0, 2).reshape(-1, heads * width)
            output = layer.attention.output
            states = output.LayerNorm(output.dense(mixed) + states)
            states = layer.output.LayerNorm(layer.output.dense(gelu(layer.intermediate.dense(states))) + states)
            yield states

    def forward(self, ids, shapes, marks, first):
        model = self.model
        layers = list(self.layers(ids, shapes, marks))
        stacked = torch.stack(layers)
        mixed = {
            name: (stacked * mix.weights.softmax(0)[:, None, None]).sum(0)[first] for name, mix in model.mixes.items()
        }
        rooted = mixed["syntax"]
        tags = model.tags(rooted[1:])
        names = model.names(mixed["names"][1:]) + self.bias
        voices = model.voices(mixed["voices"][1:])
        dependents = gelu(model.arc_dependent(rooted[1:]))
        dependents = torch.cat([dependents, torch.ones_like(dependents[:, :1])], -1)
        arcs = dependents @ model.arc @ gelu(model.arc_head(rooted)).T
        last, marked = layers[-1], marks.float()[:, None]
        target = (last * marked).sum(0) / marked.sum().clamp(min=1)
        polarity = model.polarity(torch.cat([target, last.mean(0), last[0]])[None])[0]
        relation = gelu(model.relation_dependent(rooted[1:])), gelu(model.relation_head(rooted))
        return tags["universal"], tags["penn"], tags["scripts"], names, voices, arcs, *relation, polarity


class Relations(nn.Module):
    """The labels of chosen arcs."""

    def __init__(self, model: Reader):
        super().__init__()
        self.model = model

    def forward(self, dependents, heads):
        return self.model.relations(dependents, heads)


def kept_pieces(pieces: list[str]) -> list[int]:
    """The numbers of the pieces to keep: the special ones, and all that are Latin letters, digits, marks or Greek."""

    def wanted(piece: str) -> bool:
        text = piece.removeprefix("##")
        return piece in SPECIAL or not piece.startswith("[unused") and (
            text.isascii() or len(text) == 1 and not piece.startswith("##") and ord(text) < 0x590 or not any(map(str.isalpha, text)) or all(ord(c) < 0x250 for c in text)
        )  # fmt: skip

    return [number for number, piece in enumerate(pieces) if wanted(piece)]


def export(encoder: Path, work: Path, out: Path, quantized: bool = True, source: str = "") -> None:
    """Write the files of the reader to ``out``."""
    stored = json.loads((work / "labels.json").read_text())
    sizes = {name: len(known) for name, known in stored["labels"].items()} | {"sources": len(stored["sources"])}
    model = Reader(BertModel(BertConfig.from_pretrained(encoder), add_pooling_layer=False), sizes)
    model.load_state_dict(torch.load(work / "checkpoint.pt", weights_only=True)["model"])
    model.eval()
    pieces = (encoder / "vocab.txt").read_text(encoding="utf8").splitlines()
    kept = kept_pieces(pieces)
    bias = model.origin.weight[stored["sources"].index(source)].detach().clone()
    out.mkdir(parents=True, exist_ok=True)
    ids = torch.arange(5, 25)
    example = (ids, ids % 10, ids % 2, torch.arange(0, 19, 2))
    _save(
        Exported(model, kept, bias).eval(), example, ["ids", "shapes", "marks", "first"], list(OUTPUTS),
        out / "reader.onnx", quantized,
    )  # fmt: skip
    pair = torch.randn(7, model.relation.shape[0] - 1), torch.randn(7, model.relation.shape[0] - 1)
    _save(Relations(model).eval(), pair, ["dependents", "heads"], ["relations"], out / "reader-relations.onnx", quantized)
    known = out / "reader.json.xz"
    temperatures = {"names": 1.0, "voices": 1.0, "polarity": 1.0}
    if known.exists():
        temperatures = json.loads(lzma.decompress(known.read_bytes()))["temperatures"]
    write_settings(out, {"labels": stored["labels"], "pieces": [pieces[number] for number in kept], "temperatures": temperatures})


def write_settings(out: Path, settings: dict) -> None:
    """Write the labels, pieces and temperatures, and the checksums of all files of the reader."""
    content = json.dumps(settings, ensure_ascii=False, separators=(",", ":")).encode("utf8")
    (out / "reader.json.xz").write_bytes(lzma.compress(content, preset=9))
    names = ("reader.onnx", "reader-relations.onnx", "reader.json.xz")
    sums = [f"{hashlib.sha256((out / name).read_bytes()).hexdigest()}  {name}" for name in names]
    (out / "reader.sha256").write_text("\n".join(sums) + "\n")
    print({name: round((out / name).stat().st_size / 1e6, 2) for name in names})


def _save(module, example, inputs, outputs, path: Path, quantized: bool) -> None:
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            module, example, str(plain), input_names=inputs, output_names=outputs, opset_version=17, dynamo=False,
            dynamic_axes={name: {0: f"{name}_size"} for name in inputs},
        )  # fmt: skip
        graph = onnx.load(plain)
        del graph.graph.value_info[:]
        onnx.save(graph, plain)
        if quantized:
            quantize_dynamic(plain, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gemm"])
        else:
            path.write_bytes(plain.read_bytes())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=ROOT / "data" / "models")
    parser.add_argument("--source", default="", help="the data set whose habits of naming to take; none by default")
    parser.add_argument("--float", action="store_true", help="without quantization")
    options = parser.parse_args()
    export(options.encoder, options.work, options.out, not options.float, options.source)


if __name__ == "__main__":
    main()
