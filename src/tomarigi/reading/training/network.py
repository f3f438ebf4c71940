"""The reader as PyTorch sees it: the encoder of `source` with heads on its means."""

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from tomarigi.reading.heads import FLAGS, LABELS
from tomarigi.reading.training.source import Sizes, Source

DROPOUT, HEAD_DROPOUT = 0.1, 0.2
FIRST_GUESS = -2.5
"""Bias of the heads at the start: most labels are absent from most sentences."""
_NEVER = -1e4
MARK, PADDING = -1, -2
"""What stands for a segment where there is none."""


class Layer(nn.Module):
    """A BERT layer (Devlin et al. 2019): attention, then a wide layer, each normalised after."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        hidden = sizes.hidden
        self.heads = sizes.heads
        self.q, self.k, self.v = (nn.Linear(hidden, hidden) for _ in range(3))
        self.ao = nn.Linear(hidden, hidden)
        self.aln = nn.LayerNorm(hidden, sizes.epsilon)
        self.fi, self.fo = nn.Linear(hidden, sizes.inner), nn.Linear(sizes.inner, hidden)
        self.oln = nn.LayerNorm(hidden, sizes.epsilon)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, tokens, hidden) to the same."""
        q, k, v = (self._apart(linear(x)) for linear in (self.q, self.k, self.v))
        dropout = DROPOUT if self.training else 0.0
        seen = functional.scaled_dot_product_attention(q, k, v, mask, dropout)
        attended = self.ao(seen.transpose(1, 2).flatten(2))
        x = self.aln(x + functional.dropout(attended, DROPOUT, self.training))
        widened = self.fo(functional.gelu(self.fi(x)))
        normed: Tensor = self.oln(x + functional.dropout(widened, DROPOUT, self.training))
        return normed

    def _apart(self, x: Tensor) -> Tensor:
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)


class Encoder(nn.Module):
    """From the vectors of pieces to vectors in context."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        sizes = source.sizes
        self.pos = nn.Embedding(sizes.positions, sizes.hidden)
        self.eln = nn.LayerNorm(sizes.hidden, sizes.epsilon)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self._fill(source)

    def forward(self, words: Tensor, mask: Tensor | None = None) -> Tensor:
        """(batch, tokens, hidden) vectors of pieces to vectors in context.

        `mask` is (batch, tokens), true where a token is.
        """
        x = self.eln(words + self.pos(torch.arange(words.shape[1])))
        x = functional.dropout(x, DROPOUT, self.training)
        attend = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, attend)
        return x

    @torch.no_grad()
    def _fill(self, source: Source) -> None:
        sizes = source.sizes
        hidden = sizes.hidden
        positions = source.plain("emb.pos", sizes.positions * hidden).reshape(-1, hidden)
        self.pos.weight.copy_(torch.from_numpy(positions + source.plain("emb.type", hidden)))
        for name, norm in [("emb.ln", self.eln)] + [
            (f"l{number}.{part}", getattr(layer, part))
            for number, layer in enumerate(self.layers)
            for part in ("aln", "oln")
        ]:
            norm.weight.copy_(torch.from_numpy(source.plain(f"{name}.w", hidden)))
            norm.bias.copy_(torch.from_numpy(source.plain(f"{name}.b", hidden)))
        for number, layer in enumerate(self.layers):
            for part in ("q", "k", "v", "ao", "fi", "fo"):
                linear = getattr(layer, part)
                name = f"l{number}.{part}"
                linear.weight.copy_(
                    torch.from_numpy(source.packed(f"{name}.w", *linear.weight.shape))
                )
                linear.bias.copy_(torch.from_numpy(source.plain(f"{name}.b", len(linear.bias))))


class Reader(nn.Module):
    """Encoder and heads. Shapes: b messages, t tokens, s segments at most, d dimensions."""

    def __init__(self, source: Source, kept: list[int]) -> None:
        super().__init__()
        hidden = source.sizes.hidden
        table = source.packed("emb.word", len(source.pieces), hidden)[np.array(kept)]
        self.words = nn.Embedding.from_pretrained(torch.from_numpy(table), freeze=False)
        self.encoder = Encoder(source)
        self.drop = nn.Dropout(HEAD_DROPOUT)
        self.segment = nn.Linear(2 * hidden, LABELS + FLAGS)
        self.message = nn.Linear(hidden, FLAGS)
        self.begin = nn.Linear(hidden, 1)
        self.centre: Tensor
        self.spread: Tensor
        self.register_buffer("centre", torch.zeros(2, hidden))
        self.register_buffer("spread", torch.ones(2, hidden))
        for head in (self.segment, self.message, self.begin):
            nn.init.normal_(head.weight, std=0.01)
            nn.init.constant_(head.bias, FIRST_GUESS)

    def states(self, pieces: Tensor, segment_of: Tensor) -> Tensor:
        """(b, t, d): the tokens in context.

        `segment_of` is (b, t): the segment of each token, -1 for the marks of begin and end, -2
        for padding.
        """
        states: Tensor = self.encoder(self.words(pieces), segment_of > PADDING)
        return states.float()

    def means(self, states: Tensor, segment_of: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Means of segments (b, s, d), of messages (b, d), and which segments there are (b, s)."""
        count = int(segment_of.max()) + 1
        member = functional.one_hot(segment_of.clamp(min=0), count).float()
        member = member * (segment_of >= 0)[..., None]
        sizes = member.sum(1)
        segments = torch.einsum("bts,btd->bsd", member, states) / sizes.clamp(min=1)[..., None]
        inside = (segment_of >= 0)[..., None]
        message = (states * inside).sum(1) / inside.sum(1).clamp(min=1)
        return segments, message, sizes > 0

    def begins(self, states: Tensor) -> Tensor:
        """(b, t): logits of a segment's beginning at each token."""
        own = (states - self.centre[0]) / self.spread[0]
        logits: Tensor = self.begin(self.drop(own)).squeeze(-1)
        return logits

    def carried(self, states: Tensor, segment_of: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of labels (b, s, LABELS), of flags (b, FLAGS), and which segments there are."""
        segments, message, there = self.means(states, segment_of)
        own = (segments - self.centre[0]) / self.spread[0]
        around = (message - self.centre[1]) / self.spread[1]
        both = torch.cat([own, around[:, None].expand_as(own)], -1)
        logits = self.segment(self.drop(both))
        raised = logits[..., LABELS:].masked_fill(~there[..., None], _NEVER)
        flags = torch.logsumexp(raised, 1) + self.message(self.drop(around))
        return logits[..., :LABELS], flags, there
