"""Training: seeded, the same on every machine up to its arithmetic."""

import math
import random
from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from tomarigi.reading.corpus import Message
from tomarigi.reading.tokens import Pieces
from tomarigi.reading.training.batches import Example, beginnings, example, targets, tensors, varied
from tomarigi.reading.training.network import Reader

BATCH = 16
RATE, HEAD_RATE, DECAY = 3e-4, 1e-3, 0.9
"""Learning rates of the last layer and the heads; each layer below learns slower by `DECAY`."""
WARM_UP = 0.08
FLAG_WEIGHT, FLAG_SURE = 3.0, 2.0
"""How much flags count beside labels, and a missed flag beside a false one."""
BEGIN_SURE = 1.5
"""A missed boundary beside a false one: two acts in one segment read worse."""
STATISTICS_FROM = 640


def fit(  # noqa: PLR0913 what, on what, how long, from where, told to whom
    reader: Reader,
    pieces: Pieces,
    messages: Sequence[Message],
    *,
    epochs: int,
    seed: int,
    after: Callable[[int, float], None],
) -> None:
    """Train in place; `after(epoch, mean loss)` is called after each epoch."""
    torch.manual_seed(seed)
    rng = random.Random(seed)  # noqa: S311 reproducible, not secret
    standardise(reader, pieces, messages)
    steps = epochs * math.ceil(len(messages) / BATCH)
    optimiser = torch.optim.AdamW(_groups(reader))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / (WARM_UP * steps + 1)) * max(0.02, 1 - step / steps)
    )
    for epoch in range(epochs):
        reader.train()
        losses = []
        for batch in _batches(messages, rng):
            loss = _loss(reader, pieces, batch)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # PyTorch's own
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(float(loss.detach()))
        after(epoch, sum(losses) / len(losses))


@torch.no_grad()
def standardise(reader: Reader, pieces: Pieces, messages: Sequence[Message]) -> None:
    """Give the heads the centre and spread of the means they will see.

    The encoder's vectors point almost the same way; what tells them apart is small beside that.
    """
    reader.eval()
    rows = [example(one) for one in messages[:: max(1, len(messages) // STATISTICS_FROM)]]
    segments, whole = [], []
    for at in range(0, len(rows), BATCH):
        numbers, segment_of = tensors(rows[at : at + BATCH], pieces)
        means, message, there = reader.means(reader.states(numbers, segment_of), segment_of)
        segments.append(means[there])
        whole.append(message)
    for row, values in enumerate((torch.cat(segments), torch.cat(whole))):
        reader.centre[row] = values.mean(0)
        reader.spread[row] = values.std(0) + 1e-4


def _loss(reader: Reader, pieces: Pieces, examples: Sequence[Example]) -> Tensor:
    numbers, segment_of = tensors(examples, pieces)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = reader.states(numbers, segment_of)
        labels, flags, there = reader.carried(states, segment_of)
        begins = reader.begins(states)
    wanted, wanted_flags = targets(examples, labels.shape[1])
    entropy = functional.binary_cross_entropy_with_logits
    # Sixteen labels are averaged, of which one or two are there.
    loss: Tensor = 8 * entropy(labels.float()[there], wanted[there])
    inside = segment_of >= 0
    begun = beginnings(segment_of)[inside].float()
    loss = loss + entropy(begins.float()[inside], begun, pos_weight=torch.tensor(BEGIN_SURE))
    known = torch.tensor([one.flags_known for one in examples])
    if known.any():
        flags, wanted_flags = flags.float()[known], wanted_flags[known]
        sure = torch.tensor(FLAG_SURE)
        loss = loss + FLAG_WEIGHT * entropy(flags, wanted_flags, pos_weight=sure)
        # Any danger at all decides whether help comes first.
        danger = torch.logsumexp(flags, 1)
        loss = loss + entropy(danger, wanted_flags.amax(1), pos_weight=sure)
    return loss


def _batches(messages: Sequence[Message], rng: random.Random) -> list[list[Example]]:
    """Every message once, varied, in batches of like length in an order of chance."""
    by_writer: dict[str, list[Message]] = {}
    for one in messages:
        by_writer.setdefault(one.writer, []).append(one)
    order = [
        varied(one, by_writer[one.writer], messages, rng)
        for one in rng.sample(list(messages), len(messages))
    ]
    batches = []
    for at in range(0, len(order), BATCH * 16):
        near = sorted(order[at : at + BATCH * 16], key=lambda one: len(one.text))
        batches += [near[start : start + BATCH] for start in range(0, len(near), BATCH)]
    rng.shuffle(batches)
    return batches


def _groups(reader: Reader) -> list[dict[str, object]]:
    last = len(reader.encoder.layers)
    groups = []
    for name, values in reader.named_parameters():
        if name.startswith("encoder.layers."):
            rate = RATE * DECAY ** (last - 1 - int(name.split(".")[2]))
        elif name.startswith(("words.", "encoder.")):
            rate = RATE * DECAY**last
        else:
            rate = HEAD_RATE
        groups.append(
            {"params": [values], "lr": rate, "weight_decay": 0.01 if values.dim() > 1 else 0.0}
        )
    return groups
