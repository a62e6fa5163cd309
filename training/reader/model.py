"""The two networks of the reader: a small encoder each, what is seen of a word beside its subwords, and light heads."""

from __future__ import annotations

import torch
from torch import nn
from transformers import BertModel

from stancebook.language.known_names import WIDTH
from stancebook.language.valences import WIDTH as VALENCES

ARC, RELATION, HIDDEN = 192, 96, 384


class Mix(nn.Module):
    """A learned weighting of the encoder's layers (Peters et al. 2018)."""

    def __init__(self, layers: int):
        super().__init__()
        self.weights = nn.Parameter(torch.linspace(-1, 1, layers))

    def forward(self, layers: torch.Tensor) -> torch.Tensor:
        return torch.einsum("l,lbtd->btd", self.weights.softmax(0), layers)


class Encoder(nn.Module):
    """An encoder that sees the shapes of letters beside the subwords."""

    def __init__(self, encoder: BertModel, shapes: int):
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.2)
        self.shape = nn.Embedding(shapes, HIDDEN)
        nn.init.normal_(self.shape.weight, std=0.005)

    def encode(self, ids, mask, shapes, more: torch.Tensor) -> torch.Tensor:
        """The states of every layer, [layers, batch, subwords, HIDDEN]; ``more`` is what else to add to the embeddings."""
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes) + more
        output = self.encoder(inputs_embeds=embedded, attention_mask=mask, output_hidden_states=True)
        return torch.stack(output.hidden_states[1:])


class Judge(Encoder):
    """The network of polarity: the mark of a target is a further input, and how good or bad each word is by lexicons."""

    def __init__(self, encoder: BertModel, shapes: int, polarities: int):
        super().__init__(encoder, shapes)
        self.mark = nn.Embedding(2, HIDDEN, padding_idx=0)
        nn.init.normal_(self.mark.weight, std=0.02)
        with torch.no_grad():
            self.mark.weight[0] = 0
        self.valence = nn.Linear(VALENCES, HIDDEN, bias=False)
        nn.init.zeros_(self.valence.weight)
        self.polarity = nn.Sequential(nn.Linear(3 * HIDDEN, HIDDEN), nn.GELU(), nn.Dropout(0.2), nn.Linear(HIDDEN, polarities))

    def judge(self, batch: dict[str, torch.Tensor]) -> torch.Tensor:
        """Scores of each polarity toward the marked words."""
        layers = self.encode(batch["ids"], batch["mask"], batch["shapes"], self.mark(batch["marks"]) + self.valence(batch["valences"]))
        return self.polarities(layers, batch["mask"], batch["marks"])

    def polarities(self, layers: torch.Tensor, mask: torch.Tensor, marks: torch.Tensor) -> torch.Tensor:
        """Scores from the mean of the target, the mean of the sentence, and [CLS]."""
        last = layers[-1]
        target = (last * marks.unsqueeze(-1)).sum(1) / marks.sum(1, keepdim=True).clamp(min=1)
        sentence = (last * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)
        return self.polarity(self.drop(torch.cat([target, sentence, last[:, 0]], -1)))


class Reader(Encoder):
    """All but polarity; ``sizes`` gives the number of classes of each head. Lists of names are a further input."""

    def __init__(self, encoder: BertModel, sizes: dict[str, int]):
        super().__init__(encoder, sizes["shapes"])
        self.sizes = sizes
        self.known = nn.Linear(WIDTH, HIDDEN, bias=False)
        nn.init.normal_(self.known.weight, std=0.005)
        layers = encoder.config.num_hidden_layers
        self.origin = nn.Embedding(sizes["sources"], sizes["names"], padding_idx=0)
        nn.init.zeros_(self.origin.weight)
        self.mixes = nn.ModuleDict({name: Mix(layers) for name in ("syntax", "names", "voices")})
        self.universal = nn.Linear(HIDDEN, sizes["universal"])
        self.penn = nn.Linear(HIDDEN, sizes["penn"])
        self.names = nn.Sequential(nn.Linear(HIDDEN, HIDDEN), nn.GELU(), nn.Dropout(0.2), nn.Linear(HIDDEN, sizes["names"]))
        self.voices = nn.Sequential(nn.Linear(HIDDEN, HIDDEN), nn.GELU(), nn.Dropout(0.2), nn.Linear(HIDDEN, sizes["voices"]))
        self.arc_dependent, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.relation_dependent, self.relation_head = nn.Linear(HIDDEN, RELATION), nn.Linear(HIDDEN, RELATION)
        self.arc = nn.Parameter(torch.empty(ARC + 1, ARC))
        self.relation = nn.Parameter(torch.empty(RELATION + 1, sizes["relations"] * (RELATION + 1)))
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.relation, std=0.01)

    def words(self, layers: torch.Tensor, first: torch.Tensor, mix: str) -> torch.Tensor:
        """The states of the first subword of each word (index 0 is the sentence's own [CLS])."""
        states = self.mixes[mix](layers)
        return self.drop(states.gather(1, first.unsqueeze(-1).expand(-1, -1, HIDDEN)))

    def tags(self, states: torch.Tensor) -> dict[str, torch.Tensor]:
        return {"universal": self.universal(states), "penn": self.penn(states)}

    def arcs(self, rooted: torch.Tensor) -> torch.Tensor:
        """Scores [batch, dependent, head]; ``rooted`` has the [CLS] state first, which is head 0, the root."""
        dependent = self.drop(torch.nn.functional.gelu(self.arc_dependent(rooted[:, 1:])))
        head = self.drop(torch.nn.functional.gelu(self.arc_head(rooted)))
        dependent = torch.cat([dependent, torch.ones_like(dependent[..., :1])], -1)
        return torch.einsum("bwe,ed,bhd->bwh", dependent, self.arc, head)

    def relation_parts(self, rooted: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        dependent = self.drop(torch.nn.functional.gelu(self.relation_dependent(rooted[:, 1:])))
        head = self.drop(torch.nn.functional.gelu(self.relation_head(rooted)))
        return dependent, head

    def relations(self, dependent: torch.Tensor, head: torch.Tensor) -> torch.Tensor:
        """Scores [n, relations] for n pairs of a dependent and its head."""
        dependent = torch.cat([dependent, torch.ones_like(dependent[:, :1])], -1)
        head = torch.cat([head, torch.ones_like(head[:, :1])], -1)
        mixed = (dependent @ self.relation).view(-1, self.sizes["relations"], RELATION + 1)
        return (mixed @ head.unsqueeze(-1)).squeeze(-1)
