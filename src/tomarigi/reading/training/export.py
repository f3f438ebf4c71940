"""What ships: the layers as ONNX in 8 bit, the piece vectors in 8 bit, the pieces, the heads."""

import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from tomarigi.reading.heads import FLAGS, LABELS, VERSION, Heads
from tomarigi.reading.surface import Surface
from tomarigi.reading.training.network import Encoder, Reader

WEIGHTS = Path(__file__).parent.parent / "weights"


def write_encoder(encoder: Encoder, table: npt.NDArray[np.float32], folder: Path) -> None:
    """Write `encoder.onnx`, and the table of piece vectors in `pieces.npz`."""
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415 training only

    encoder.eval()
    words = torch.zeros(1, 8, table.shape[1])
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            encoder,
            (words,),
            str(full),
            input_names=["words"],
            output_names=["states"],
            dynamic_axes={"words": {1: "tokens"}, "states": {1: "tokens"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full, folder / "encoder.onnx", per_channel=True, weight_type=QuantType.QInt8
        )
    scale = np.abs(table).max(1) / 127
    packed = np.round(table / np.maximum(scale, 1e-12)[:, None]).astype(np.int8)
    np.savez_compressed(folder / "pieces.npz", table=packed, scale=scale.astype(np.float16))


def write_pieces(pieces: list[str], scores: list[float], folder: Path) -> None:
    """Write `pieces.tsv`: a piece and its log-probability a line."""
    rows = (f"{piece}\t{score:.3f}\n" for piece, score in zip(pieces, scores, strict=True))
    (folder / "pieces.tsv").write_text("".join(rows), encoding="utf-8")


def heads_of(
    reader: Reader,
    *,
    temperature: npt.NDArray[np.float32],
    shift: npt.NDArray[np.float32],
    logit_threshold: npt.NDArray[np.float32],
) -> Heads:
    """The heads of a trained reader, with thresholds turned into confidences."""
    hidden = reader.words.embedding_dim
    segment = reader.segment.weight.detach().numpy().T
    return Heads(
        version=np.array([VERSION]),
        centre=reader.centre.numpy(),
        spread=reader.spread.numpy(),
        segment=segment[:hidden].copy(),
        context=segment[hidden:].copy(),
        bias=reader.segment.bias.detach().numpy(),
        message=reader.message.weight.detach().numpy().T.copy(),
        message_bias=reader.message.bias.detach().numpy(),
        begin=reader.begin.weight.detach().numpy()[0].copy(),
        begin_bias=reader.begin.bias.detach().numpy(),
        temperature=temperature,
        shift=shift,
        threshold=1 / (1 + np.exp((shift - logit_threshold) / temperature)),
    )


def write_surface(surface: Surface, folder: Path) -> None:
    """Write `surface.npz`."""
    with (folder / "surface.npz").open("wb") as file:
        surface.to_file(file)


def write_heads(heads: Heads, folder: Path) -> None:
    """Write `heads.npz`."""
    assert heads.segment.shape[1] == heads.bias.shape[0] == LABELS + FLAGS  # noqa: S101 our own shapes
    with (folder / "heads.npz").open("wb") as file:
        heads.to_file(file)
