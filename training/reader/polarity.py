"""Train the encoder of polarity: the same small encoder once more, fine-tuned on NewsMTSC alone.

    python -m training.reader.polarity --data FOLDER --encoder FOLDER --work FOLDER [--seed N] [--resume]

Polarity needs a pass of its own for each target, so that an encoder of its own costs no time. The subword embeddings
are those of the joint reader and stay as they are, so that the two share them.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import cross_entropy, kl_div
from transformers import BertModel

from benchmarks.scores import table
from stancebook.language.features import SHAPES
from stancebook.language.subwords import Subwords
from stancebook.language.valences import Valences
from stancebook.paths import MODELS
from training.reader.batches import Batcher, Stream
from training.reader.examples import Example, evaluations, held_out, verify
from training.reader.model import Judge
from training.reader.train import optimizer

HEADS_SEED = 1  # of every run, so that the weights of several can be averaged
BUDGET, WARM_UP, SMOOTHING, SWAPPED, AVERAGED, CONSISTENT = 1200, 100, 0.1, 0.25, 0.99, 1.0


def is_name(words: list[str]) -> bool:
    """Whether all words of a target have a capital, and more than a pronoun or a single letter is there."""
    return all(word[:1].isupper() for word in words) and max(map(len, words)) > 3 and words[0] not in ("They", "Their", "Them")


def target_called(example: Example, names: list[list[str]], draw: random.Random) -> Example:
    """The example with its target, where it is a name, called by another: what is said counts, not of whom."""
    start, end = example.target
    if not is_name(example.words[start:end]):
        return example
    name = draw.choice(names)
    words = example.words[:start] + name + example.words[end:]
    return replace(example, words=words, target=(start, start + len(name)))


def batcher_of(encoder: Path, valences: Path) -> Batcher:
    """Makes tensors of the examples; ``encoder`` is the folder of the base encoder, with its subwords."""
    pieces = (encoder / "vocab.txt").read_text(encoding="utf8").splitlines()
    return Batcher(Subwords(pieces), {"names": ["O"]}, ["", "newsmtsc"], valences=Valences.of(valences.read_bytes()))


def judge_of(encoder: Path) -> Judge:
    """A fresh network on the base encoder."""
    base = BertModel.from_pretrained(encoder, add_pooling_layer=False, attention_probs_dropout_prob=0.0, attn_implementation="eager")
    return Judge(base, len(SHAPES), 3)


def chances(model: Judge, batcher: Batcher, examples: list[Example]) -> np.ndarray:
    """Probabilities of each polarity, in the order of the examples."""
    model.eval()
    order = sorted(range(len(examples)), key=lambda at: batcher.length(examples[at]))
    found = np.zeros((len(examples), 3))
    with torch.no_grad():
        for at in range(0, len(order), 32):
            part = order[at : at + 32]
            batch = batcher.tensors([examples[place] for place in part])
            found[part] = model.judge(batch).softmax(-1).numpy()
    model.train()
    return found


def multiplies_bfloat16() -> bool:
    """Whether the processor multiplies bfloat16, which is then twice as fast, and else slower than floats of 32 bits."""
    able = torch.cpu.get_capabilities()
    return bool(able.get("avx512_bf16") or able.get("amx_bf16"))


def loss_of(model: Judge, batch: dict[str, torch.Tensor], consistent: float) -> torch.Tensor:
    """The cross entropy; with ``consistent``, of two passes that drop other parts, and how far they differ (Liang et al. 2021)."""
    passes = [model.judge(batch).float() for _ in range(2 if consistent else 1)]
    loss = torch.stack([cross_entropy(given, batch["polarity"], label_smoothing=SMOOTHING) for given in passes]).mean()
    if not consistent:
        return loss
    one, other = (given.log_softmax(-1) for given in passes)
    apart = kl_div(one, other, reduction="batchmean", log_target=True) + kl_div(other, one, reduction="batchmean", log_target=True)
    return loss + consistent * apart / 2


def scores(found: np.ndarray, examples: list[Example]) -> dict[str, float]:
    """Macro F1, accuracy, mean loss, precision of the surer half of the non-neutral."""
    true = np.array([example.polarity for example in examples])
    best = found.argmax(1)
    macro = table([{(0, kind)} for kind in true], [{(0, kind)} for kind in best], lambda thing: thing[1])["macro"]["f1"]
    voiced = np.flatnonzero(best != 1)
    surest = voiced[np.argsort(-found.max(1)[voiced], kind="stable")][: (len(voiced) + 1) // 2]
    loss = -np.log(found[np.arange(len(true)), true]).mean()
    result = {"macro": macro, "accuracy": (best == true).mean(), "loss": loss, "surer": (best == true)[surest].mean()}
    return {name: round(float(value), 4) for name, value in result.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.0, help="times the rates of the joint training")
    parser.add_argument("--seed", type=int, default=1, help="of the order, the dropout and the swaps")
    parser.add_argument("--swapped", type=float, default=SWAPPED)
    parser.add_argument("--valences", type=Path, default=MODELS / "reader-valences.xz", help="the file of training.valences")
    parser.add_argument("--consistent", type=float, default=CONSISTENT, help="the weight of R-Drop's loss; 0 for one pass")
    parser.add_argument("--float32", action="store_true", help="products in 32 bits also where the processor has them in 16")
    parser.add_argument("--stop", type=int, help="stop at this step, before the rate has fallen to zero")
    parser.add_argument("--unverified", action="store_true", help="train on what data are there, though others were meant")
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args()
    verify(options.data, not options.unverified, "evaluations/")
    torch.manual_seed(HEADS_SEED)
    batcher, model = batcher_of(options.encoder, options.valences), judge_of(options.encoder)
    torch.manual_seed(options.seed)
    update = optimizer(model)
    everything = evaluations(options.data / "evaluations/newsmtsc_train.jsonl.xz")
    kept = [example for example in everything if not held_out(example.document)]
    tuning = [example for example in everything if held_out(example.document)]
    names = [x.words[slice(*x.target)] for x in kept if is_name(x.words[slice(*x.target)])]
    stream = Stream(kept, [batcher.length(example) for example in kept], BUDGET, options.seed)
    stream.next()
    total = options.epochs * (len(stream.waiting) + 1)
    stream.waiting, stream.rounds = [], 0
    draw, step = random.Random(options.seed), 0
    weights = {name: weight for name, weight in model.named_parameters() if weight.requires_grad}
    average = {name: weight.detach().clone() for name, weight in weights.items()}
    options.work.mkdir(parents=True, exist_ok=True)
    saved = options.work / "checkpoint.pt"
    if options.resume and saved.exists():
        held = torch.load(saved, weights_only=True)
        model.load_state_dict(held["model"]), update.load_state_dict(held["optimizer"])
        average, step = held["average"], held["step"]
        draw.seed(options.seed + step), stream.draw.seed(options.seed + step)
    in_bfloat16 = multiplies_bfloat16() and not options.float32
    started, last_save, running = time.time(), time.time(), 0.0
    model.train()
    last = min(total, options.stop or total)
    while step < last:
        for group in update.param_groups:
            group["lr"] = group["top"] * options.rate * min(1, (step + 1) / WARM_UP) * (1 - step / total)
        examples = [target_called(x, names, draw) if draw.random() < options.swapped else x for x in stream.next()]
        batch = batcher.tensors(examples, draw)
        with torch.autocast("cpu", torch.bfloat16, enabled=in_bfloat16):
            loss = loss_of(model, batch, options.consistent)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(list(weights.values()), 1.0)
        update.step()
        update.zero_grad(set_to_none=True)
        step += 1
        keep = min(AVERAGED, step / (step + 10))
        with torch.no_grad():
            for name, weight in weights.items():
                average[name].lerp_(weight, 1 - keep)
        running = 0.97 * running + 0.03 * loss.item() if running else loss.item()
        if step % 50 == 0:
            print(f"{step} of {total} {time.time() - started:.0f}s loss {running:.3f}", flush=True)
        if step % (total // options.epochs) == 0 or step == last:
            print("  as it is", scores(chances(model, batcher, tuning), tuning), flush=True)
            current = {name: weight.detach().clone() for name, weight in weights.items()}
            model.load_state_dict(average, strict=False)
            print("  averaged", scores(chances(model, batcher, tuning), tuning), flush=True)
            model.load_state_dict(current, strict=False)
        if time.time() - last_save > 240 or step == last:
            partial = saved.with_suffix(".partial")
            torch.save({"model": model.state_dict(), "optimizer": update.state_dict(), "average": average, "step": step}, partial)
            partial.replace(saved)
            last_save = time.time()
    frozen = {name: weight for name, weight in model.state_dict().items() if name not in average}
    torch.save({name: weight for name, weight in (frozen | average).items() if "word_embeddings" not in name}, options.work / "average.pt")
    print("done", flush=True)


if __name__ == "__main__":
    main()
