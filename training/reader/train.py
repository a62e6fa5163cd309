"""Train the reader of all but polarity.

    python -m training.reader.train --data FOLDER --encoder FOLDER --work FOLDER [--steps N] [--start WORK --rate R] [--resume]

FOLDER of the encoder holds MiniLM-L6 (config.json, vocab.txt, model.safetensors). The work folder takes checkpoints.
With --start it goes on from the weights of another run, with its own seed and a rate that falls to zero once more.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy
from transformers import BertModel

from stancebook.language.known_names import KnownNames
from stancebook.language.subwords import Subwords
from stancebook.paths import MODELS
from training.reader.batches import IGNORE, Batcher, Stream, classes
from training.reader.examples import training_sets, verify
from training.reader.model import Reader

SEED, BUDGET = 1, 960
SHARES = {"trees": 0.46, "names": 0.5, "voices": 0.04}
TOP_RATE, HEAD_RATE, LAYER_DECAY, WARM_UP = 1e-4, 1e-3, 0.88, 200


def losses(model: Reader, batch: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The losses of all heads for which the batch has labels."""
    layers = model.encode(batch["ids"], batch["mask"], batch["shapes"], model.known(batch["known"]))
    parts = {}
    if (batch["names"] != IGNORE).any():
        parts["names"] = _names_loss(model, layers, batch)
    if (batch["voices"] != IGNORE).any():
        logits = model.voices(model.words(layers, batch["first"], "voices")[:, 1:])
        parts["voices"] = cross_entropy(logits.flatten(0, 1), batch["voices"].flatten(), ignore_index=IGNORE)
    if (batch["universal"] != IGNORE).any():
        rooted = model.words(layers, batch["first"], "syntax")
        for name, logits in model.tags(rooted[:, 1:]).items():
            parts[name] = cross_entropy(logits.flatten(0, 1), batch[name].flatten(), ignore_index=IGNORE)
        arcs = model.arcs(rooted)
        places = torch.arange(arcs.shape[2])[None, :]
        arcs = arcs.masked_fill((places > batch["words"][:, None])[:, None, :], -1e4)
        parts["arcs"] = cross_entropy(arcs.flatten(0, 1), batch["heads"].flatten(), ignore_index=IGNORE)
        dependent, head = model.relation_parts(rooted)
        row, word = (batch["heads"] != IGNORE).nonzero(as_tuple=True)
        logits = model.relations(dependent[row, word], head[row, batch["heads"][row, word]])
        parts["relations"] = cross_entropy(logits, batch["relations"][row, word])
    return parts


def _names_loss(model: Reader, layers: torch.Tensor, batch: dict[str, torch.Tensor]) -> torch.Tensor:
    """Cross entropy, where "outside" in a source that leaves a type unmarked may also be that type."""
    logits = model.names(model.words(layers, batch["first"], "names")[:, 1:]) + model.origin(batch["source"])[:, None]
    labelled = batch["names"] != IGNORE
    logits, target = logits[labelled], batch["names"][labelled]
    allowed = torch.nn.functional.one_hot(target, logits.shape[-1]).bool()
    free = batch["free"][:, None].expand(-1, labelled.shape[1], -1)[labelled]
    allowed |= free & (target == 0)[:, None]
    return (logits.logsumexp(-1) - logits.masked_fill(~allowed, -1e4).logsumexp(-1)).mean()


def optimizer(model: Reader) -> torch.optim.AdamW:
    """AdamW with a lower rate for lower layers; the subword embeddings stay as they are."""
    for part in (model.encoder.embeddings.word_embeddings, model.encoder.embeddings.token_type_embeddings):
        part.weight.requires_grad_(False)
    depth = model.encoder.config.num_hidden_layers
    groups: dict[float, list] = {}
    for name, weight in model.named_parameters():
        if not weight.requires_grad:
            continue
        rate = HEAD_RATE
        if name.startswith("encoder.encoder.layer."):
            rate = TOP_RATE * LAYER_DECAY ** (depth - 1 - int(name.split(".")[3]))
        elif name.startswith("encoder."):
            rate = TOP_RATE * LAYER_DECAY**depth
        elif name.startswith(("shape", "mark.", "known", "valence")):
            rate = HEAD_RATE / 2
        elif name.startswith("mixes"):
            rate = HEAD_RATE * 5
        groups.setdefault(rate, []).append(weight)
    return torch.optim.AdamW(
        [{"params": weights, "lr": rate, "top": rate} for rate, weights in groups.items()], weight_decay=0.01, betas=(0.9, 0.98)
    )


def build(data: Path, encoder: Path, names: Path = MODELS / "reader-names.xz"):
    """The examples, the batcher and a fresh model."""
    subwords = Subwords((encoder / "vocab.txt").read_text(encoding="utf8").splitlines())
    sets = training_sets(data)
    sources = [""] + sorted({example.source for examples in sets.values() for example in examples})
    labels = classes(sets["trees"])
    known = KnownNames.of(names.read_bytes())
    batcher = Batcher(subwords, labels, sources, known)
    sizes = {name: len(known) for name, known in labels.items()} | {"sources": len(sources)}
    model = Reader(BertModel.from_pretrained(encoder, add_pooling_layer=False, attention_probs_dropout_prob=0.0), sizes)
    return sets, batcher, model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--names", type=Path, default=MODELS / "reader-names.xz", help="the file of training.known_names")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=7481)
    parser.add_argument("--start", type=Path, help="the work folder of the run to go on from")
    parser.add_argument("--rate", type=float, default=1.0, help="times the usual rates")
    parser.add_argument("--unverified", action="store_true", help="train on what data are there, though others were meant")
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args()
    verify(options.data, not options.unverified)
    seed = SEED + bool(options.start)
    torch.manual_seed(seed)
    sets, batcher, model = build(options.data, options.encoder, options.names)
    if options.start:
        model.load_state_dict(torch.load(options.start / "checkpoint.pt", weights_only=True)["model"])
    update = optimizer(model)
    print({task: len(examples) for task, examples in sets.items()}, {k: len(v) for k, v in batcher.labels.items()}, flush=True)
    streams = {
        task: Stream(examples, [batcher.length(example) for example in examples], BUDGET, seed)
        for task, examples in sets.items()
    }
    draw, step, spent = random.Random(seed), 0, 0.0
    options.work.mkdir(parents=True, exist_ok=True)
    (options.work / "labels.json").write_text(json.dumps({"labels": batcher.labels, "sources": batcher.sources}))
    saved = options.work / "checkpoint.pt"
    if options.resume and saved.exists():
        stored = torch.load(saved, weights_only=True)
        model.load_state_dict(stored["model"]), update.load_state_dict(stored["optimizer"])
        step, spent = stored["step"], stored["spent"]
        draw.seed(seed + step)
        for number, stream in enumerate(streams.values()):
            stream.draw.seed(seed + step + number)
    started, last_save, running = time.time() - spent, time.time(), {}
    model.train()
    while step < options.steps:
        spent = time.time() - started
        for group in update.param_groups:
            group["lr"] = group["top"] * options.rate * min(1, (step + 1) / WARM_UP) * (1 - step / options.steps)
        task = draw.choices(list(SHARES), SHARES.values())[0]
        batch = batcher.tensors(streams[task].next(), draw)
        parts = losses(model, batch)
        sum(parts.values()).backward()
        torch.nn.utils.clip_grad_norm_([weight for weight in model.parameters() if weight.requires_grad], 2.0)
        update.step()
        update.zero_grad(set_to_none=True)
        step += 1
        for name, value in parts.items():
            running[name] = 0.98 * running.get(name, value.item()) + 0.02 * value.item()
        if step % 100 == 0:
            rounds = {name: stream.rounds for name, stream in streams.items()}
            print(f"{step} {spent:.0f}s", {name: round(value, 3) for name, value in running.items()}, rounds, flush=True)
        if time.time() - last_save > 240:
            _save(saved, model, update, step, spent)
            last_save = time.time()
    _save(saved, model, update, step, time.time() - started)
    print("done", step, flush=True)


def _save(path: Path, model, update, step: int, spent: float) -> None:
    partial = path.with_suffix(".partial")
    torch.save({"model": model.state_dict(), "optimizer": update.state_dict(), "step": step, "spent": spent}, partial)
    partial.replace(path)


if __name__ == "__main__":
    main()
