"""Where sentences end, learnt from where annotators cut."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from tomarigi.reading.corpus import Message
from tomarigi.reading.sentences import BUCKETS, place_features, split

Floats = npt.NDArray[np.float32]

EPOCHS, RATE, DECAY = 30, 0.05, 1e-6
MISSED = 2.0
"""How much a missed end counts beside a false one: two acts in one segment read worse."""


def learn(messages: Sequence[Message], *, seed: int) -> Floats:
    """Weights for `sentences.split`: logistic regression on what stands around each place."""
    long_enough = [one for one in messages if len(one.text) > 1]
    places = torch.from_numpy(np.concatenate([place_features(one.text) for one in long_enough]))
    ends = torch.cat([_ends(one) for one in long_enough])
    torch.manual_seed(seed)
    weights = torch.zeros(BUCKETS + 1, requires_grad=True)
    optimiser = torch.optim.Adam([weights], lr=RATE)
    for _ in range(EPOCHS):
        for chosen in torch.randperm(len(ends)).split(4096):
            logits = weights[places[chosen]].sum(1) + weights[-1]
            loss = functional.binary_cross_entropy_with_logits(
                logits, ends[chosen], pos_weight=torch.tensor(MISSED)
            )
            loss = loss + DECAY * (weights**2).sum()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # PyTorch's own
            optimiser.step()
    learnt: Floats = weights.detach().numpy().astype(np.float32)
    return learnt


def _ends(message: Message) -> torch.Tensor:
    ends = torch.zeros(len(message.text) - 1)
    for segment in message.segments[:-1]:
        ends[segment.span.end - 1] = 1.0
    return ends


def agreement(messages: Sequence[Message], weights: Floats) -> tuple[float, float, float]:
    """Precision, recall and F1 of the boundaries found, white space aside."""
    right = found = wanted = 0
    for one in messages:
        ours = _places(one.text, [span.end for span in split(one.text, weights)])
        theirs = _places(one.text, [segment.span.end for segment in one.segments])
        right += len(ours & theirs)
        found += len(ours)
        wanted += len(theirs)
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _places(text: str, ends: Sequence[int]) -> set[int]:
    return {len(text[:end].rstrip()) for end in ends[:-1]}
