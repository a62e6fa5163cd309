"""Export checkpoints: ONNX for a single sentence, int8, with the subwords that English text can use.

    python -m training.reader.export --encoder FOLDER [--joint WORK] [--polarity WORK] [--out data/models] [--float]

The subword embeddings are stored as bytes with a scale for each row, once for both networks, the weights of the matrix
products as bytes with a scale for each channel. The joint network computes in floats. In that of polarity, which runs
once for each target, the inputs of the products are quantized as well, but for the second of each feed-forward block:
its inputs have outliers that 8 bits cannot hold (Bondarenko et al. 2021). Pieces of other scripts and unused places
leave the vocabulary.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from torch.nn.functional import gelu
from transformers import BertConfig, BertModel

from stancebook.language.encoder import OUTPUTS
from stancebook.language.features import SHAPES
from stancebook.language.valences import WIDTH as VALENCES
from training.reader.model import HIDDEN, Judge, Reader

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = ("reader.onnx", "reader-relations.onnx", "reader-polarity.onnx", "reader-pieces.npz", "reader-names.xz", "reader-valences.xz", "reader.json.xz")
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
LONGEST = 256


class Stack(nn.Module):
    """The layers of an encoder on one sentence without padding, query, key and value products in one."""

    def __init__(self, model: Judge):
        super().__init__()
        self.model = model
        embeddings = model.encoder.embeddings
        places = embeddings.position_embeddings.weight + embeddings.token_type_embeddings.weight[0]
        self.register_buffer("places", places[:LONGEST].detach().clone())
        self.heads = model.encoder.config.num_attention_heads
        self.width = HIDDEN // self.heads
        self.stacked = nn.ModuleList()
        for layer in model.encoder.encoder.layer:
            parts = [layer.attention.self.query, layer.attention.self.key, layer.attention.self.value]
            joined = nn.Linear(HIDDEN, 3 * HIDDEN)
            joined.weight.data = torch.cat([part.weight.data for part in parts])
            joined.bias.data = torch.cat([part.bias.data for part in parts])
            self.stacked.append(joined)

    def layers(self, embedded: torch.Tensor) -> Iterator[torch.Tensor]:
        """The states of each layer, from the sum of the embeddings of subwords, shapes and marks."""
        states = self.model.encoder.embeddings.LayerNorm(embedded + self.places[: embedded.shape[0]])
        for joined, layer in zip(self.stacked, self.model.encoder.encoder.layer):
            cut = joined(states).view(-1, 3, self.heads, self.width).permute(1, 2, 0, 3)
            weights = (cut[0] @ cut[1].transpose(1, 2) / self.width**0.5).softmax(-1)
            mixed = (weights @ cut[2]).permute(1, 0, 2).reshape(-1, HIDDEN)
            output = layer.attention.output
            states = output.LayerNorm(output.dense(mixed) + states)
            states = layer.output.LayerNorm(layer.output.dense(gelu(layer.intermediate.dense(states))) + states)
            yield states


class Joint(Stack):
    """All of a sentence but polarity; ``names_bias`` are the habits of the data set whose names to give."""

    def __init__(self, model: Reader, names_bias: torch.Tensor):
        super().__init__(model)
        self.bias = names_bias

    def forward(self, embedded, shapes, first):
        model = self.model
        stacked = torch.stack(list(self.layers(embedded + model.shape(shapes))))
        mixed = {
            name: (stacked * mix.weights.softmax(0)[:, None, None]).sum(0)[first] for name, mix in model.mixes.items()
        }
        rooted = mixed["syntax"]
        names = model.names(mixed["names"][1:]) + self.bias
        voices = model.voices(mixed["voices"][1:])
        dependents = gelu(model.arc_dependent(rooted[1:]))
        dependents = torch.cat([dependents, torch.ones_like(dependents[:, :1])], -1)
        arcs = dependents @ model.arc @ gelu(model.arc_head(rooted)).T
        relation = gelu(model.relation_dependent(rooted[1:])), gelu(model.relation_head(rooted))
        return model.universal(rooted[1:]), model.penn(rooted[1:]), names, voices, arcs, *relation


class Relations(nn.Module):
    """The labels of chosen arcs."""

    def __init__(self, model: Reader):
        super().__init__()
        self.model = model

    def forward(self, dependents, heads):
        return self.model.relations(dependents, heads)


class Polarity(Stack):
    """What a sentence says about the marked words."""

    def forward(self, embedded, shapes, marks, valences):
        *_, last = self.layers(embedded + self.model.shape(shapes) + self.model.mark(marks) + self.model.valence(valences))
        marked = marks.float()[:, None]
        target = (last * marked).sum(0) / marked.sum().clamp(min=1)
        return self.model.polarity(torch.cat([target, last.mean(0), last[0]])[None])[0]


def kept_pieces(pieces: list[str]) -> list[int]:
    """The numbers of the pieces to keep: the special ones, and all that are Latin letters, digits, marks or Greek."""

    def wanted(piece: str) -> bool:
        text = piece.removeprefix("##")
        return piece in SPECIAL or not piece.startswith("[unused") and (
            text.isascii() or len(text) == 1 and not piece.startswith("##") and ord(text) < 0x590 or not any(map(str.isalpha, text)) or all(ord(c) < 0x250 for c in text)
        )  # fmt: skip

    return [number for number, piece in enumerate(pieces) if wanted(piece)]


def export_joint(encoder: Path, work: Path, out: Path, quantized: bool = True, source: str = "") -> None:
    """Write all files of the joint reader, and the subword embeddings, to ``out``."""
    stored = json.loads((work / "labels.json").read_text())
    sizes = {name: len(known) for name, known in stored["labels"].items()} | {"sources": len(stored["sources"])}
    model = Reader(BertModel(BertConfig.from_pretrained(encoder), add_pooling_layer=False), sizes)
    model.load_state_dict(torch.load(work / "checkpoint.pt", weights_only=True)["model"])
    model.eval()
    pieces = (encoder / "vocab.txt").read_text(encoding="utf8").splitlines()
    kept = kept_pieces(pieces)
    bias = model.origin.weight[stored["sources"].index(source)].detach().clone()
    ids = torch.arange(20)
    _save(
        Joint(model, bias).eval(), (torch.randn(20, HIDDEN), ids % 10, torch.arange(0, 19, 2)),
        ["embedded", "shapes", "first"], list(OUTPUTS), out / "reader.onnx", "bytes" if quantized else "floats",
    )  # fmt: skip
    pair = torch.randn(7, model.relation.shape[0] - 1), torch.randn(7, model.relation.shape[0] - 1)
    _save(Relations(model).eval(), pair, ["dependents", "heads"], ["relations"], out / "reader-relations.onnx", "bytes" if quantized else "floats")
    write_pieces(out, model.encoder.embeddings.word_embeddings.weight.detach()[kept].numpy(), model.known.weight.detach().numpy().T)
    write_settings(out, {"labels": stored["labels"], "pieces": [pieces[number] for number in kept]})


def export_polarity(encoder: Path, works: list[Path], out: Path, quantized: bool = True) -> None:
    """Write the network of polarity to ``out``: the mean of the averaged weights of one run or of several."""
    model = Judge(BertModel(BertConfig.from_pretrained(encoder), add_pooling_layer=False), len(SHAPES), 3)
    runs = [torch.load(work / "average.pt", weights_only=True) for work in works]
    model.load_state_dict({name: sum(run[name] for run in runs) / len(runs) for name in runs[0]}, strict=False)
    ids = torch.arange(20)
    _save(
        Polarity(model).eval(), (torch.randn(20, HIDDEN), ids % 10, ids % 2, torch.rand(20, VALENCES)),
        ["embedded", "shapes", "marks", "valences"], ["polarity"], out / "reader-polarity.onnx", "quantized" if quantized else "floats",
    )  # fmt: skip
    write_settings(out, {})


def write_pieces(out: Path, table: np.ndarray, known: np.ndarray) -> None:
    """Write the embeddings of the subwords, as bytes with a scale for each, and those of what the lists of names say."""
    scale = np.abs(table).max(1, keepdims=True) / np.float32(127)
    np.savez(out / "reader-pieces.npz", table=np.round(table / scale).astype(np.int8), scale=scale, known=np.ascontiguousarray(known))


def write_settings(out: Path, changed: dict) -> None:
    """Write what changed of the labels, pieces and temperatures, and the checksums of all files of the reader."""
    path = out / "reader.json.xz"
    settings = {"temperatures": {"names": 1.0, "voices": 1.0, "polarity": 1.0}}
    if path.exists():
        settings = json.loads(lzma.decompress(path.read_bytes()))
    content = json.dumps(settings | changed, ensure_ascii=False, separators=(",", ":")).encode("utf8")
    path.write_bytes(lzma.compress(content, preset=9))
    written = [name for name in FILES if (out / name).exists()]
    sums = [f"{hashlib.sha256((out / name).read_bytes()).hexdigest()}  {name}" for name in written]
    (out / "reader.sha256").write_text("\n".join(sums) + "\n")
    print({name: round((out / name).stat().st_size / 1e6, 2) for name in written})


def _save(module, example, inputs, outputs, path: Path, how: str) -> None:
    """Write a network: in ``floats``, its weights as ``bytes``, or ``quantized``, its weights and the inputs of products."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            module, example, str(plain), input_names=inputs, output_names=outputs, opset_version=17, dynamo=False,
            dynamic_axes={name: {0: f"{name}_size"} for name in inputs},
        )  # fmt: skip
        graph = onnx.load(plain)
        del graph.graph.value_info[:]
        onnx.save(graph, plain)
        if how != "quantized":
            onnx.save(_weights_as_bytes(graph) if how == "bytes" else graph, path)
            return
        # The quantizer makes a MatMul of a Gemm before it looks whether to leave it out.
        kept = [f"{node.name}{end}" for node in graph.graph.node if _stays_float(node) for end in ("", "_MatMul")]
        quantize_dynamic(
            plain, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm"], nodes_to_exclude=kept,
        )  # fmt: skip
        onnx.save(_weights_as_bytes(onnx.load(path)), path)


def _stays_float(node: onnx.NodeProto) -> bool:
    """Whether this is the second product of a feed-forward block, or that of the lexicons' valences."""
    return "valences" in node.input or node.op_type == "Gemm" and any(name.endswith(".output.dense.weight") and "attention" not in name for name in node.input)


def _weights_as_bytes(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with the weights of its remaining float products as bytes, made floats again as the network is loaded."""
    graph = model.graph
    held = {item.name: item for item in graph.initializer}
    for node in [node for node in graph.node if node.op_type in ("MatMul", "Gemm")]:
        for name in node.input:
            if name not in held or len(held[name].dims) != 2:
                continue
            weights = numpy_helper.to_array(held[name])
            transposed = any(attribute.name == "transB" and attribute.i for attribute in node.attribute)
            scale = np.abs(weights).max(1 if transposed else 0, keepdims=True) / np.float32(127)
            graph.initializer.remove(held[name])
            graph.initializer.append(numpy_helper.from_array(np.round(weights / scale).astype(np.int8), f"{name}_bytes"))
            graph.initializer.append(numpy_helper.from_array(scale, f"{name}_byte_scale"))
            graph.node.insert(0, helper.make_node("Mul", [f"{name}_floats", f"{name}_byte_scale"], [name]))
            graph.node.insert(0, helper.make_node("Cast", [f"{name}_bytes"], [f"{name}_floats"], to=TensorProto.FLOAT))
    del graph.value_info[:]
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--joint", type=Path, help="the work folder of training.reader.train")
    parser.add_argument("--polarity", type=Path, nargs="*", help="the work folders of training.reader.polarity")
    parser.add_argument("--out", type=Path, default=ROOT / "data" / "models")
    parser.add_argument("--source", default="", help="the data set whose habits of naming to take; none by default")
    parser.add_argument("--float", action="store_true", help="without quantization")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.joint:
        export_joint(options.encoder, options.joint, options.out, not options.float, options.source)
    if options.polarity:
        export_polarity(options.encoder, options.polarity, options.out, not options.float)


if __name__ == "__main__":
    main()
