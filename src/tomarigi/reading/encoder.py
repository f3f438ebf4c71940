"""The seam to the sentence encoder: tokens in, one vector a token out.

multilingual-e5-small (MIT), fine-tuned on the corpus, cut to the pieces that Japanese and English
need and quantised to 8 bit. It runs on ONNX Runtime; another encoder changes the files in
`weights/` and nothing else.
"""

import os
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from tomarigi.reading.errors import WeightsUnusable
from tomarigi.reading.tokens import Pieces

Floats = npt.NDArray[np.float32]

DIMENSIONS = 384
BEGIN, PAD, END, UNKNOWN = 0, 1, 2, 3
LONGEST = 256
"""Tokens in one go, the marks of beginning and end included."""


class Encoder:
    """The encoder as it is shipped: a table of piece vectors and twelve layers."""

    def __init__(self, table: npt.NDArray[np.int8], scale: Floats, layers: bytes) -> None:
        # Newer runtimes collect and send events unless this is set before they load.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        # Imported on first use: what only lists labels needs no runtime.
        import onnxruntime as ort  # noqa: PLC0415 see above

        options = ort.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1  # small matrices: more threads only wait for each other
        self._session: Any = ort.InferenceSession(
            layers, options, providers=["CPUExecutionProvider"]
        )
        self._table = table
        self._scale = scale

    def encode(self, pieces: tuple[int, ...]) -> Floats:
        """One vector for each piece, in the context of all of them.

        Args:
            pieces: at most `LONGEST` - 2 numbers.

        Returns:
            (len(pieces), `DIMENSIONS`).
        """
        rows = np.array([BEGIN, *pieces, END])
        words = self._table[rows].astype(np.float32) * self._scale[rows, None]
        (states,) = self._session.run(None, {"words": words[None]})
        vectors: Floats = states[0, 1:-1]
        return vectors


@cache
def shipped_encoder() -> Encoder:
    """The encoder of this package.

    Raises:
        WeightsUnusable: a file is missing.
    """
    weights = resources.files(__package__).joinpath("weights")
    try:
        layers = weights.joinpath("encoder.onnx").read_bytes()
        with weights.joinpath("pieces.npz").open("rb") as file, np.load(file) as held:
            return Encoder(held["table"], held["scale"].astype(np.float32), layers)
    except FileNotFoundError as error:
        raise WeightsUnusable("no encoder; run python -m tomarigi.reading.train") from error


@cache
def shipped_pieces() -> Pieces:
    """The pieces of this package's encoder.

    Raises:
        WeightsUnusable: the file is missing.
    """
    path = resources.files(__package__).joinpath("weights", "pieces.tsv")
    try:
        # Not `splitlines`: some pieces are separators of their own.
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]
    except FileNotFoundError as error:
        raise WeightsUnusable("no pieces; run python -m tomarigi.reading.train") from error
    return Pieces(
        [piece for piece, _ in rows], [float(score) for _, score in rows], unknown=UNKNOWN
    )
