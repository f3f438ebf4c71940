"""Making the reader: never imported by what runs, and the only place that needs PyTorch.

`source` reads the encoder we start from, `network` is the reader as PyTorch sees it, `batches`
turns messages into tensors, `fit` trains, `boundaries` learns where sentences end, `judge`
measures, `export` writes what ships, `compare` measures plain candidates, with `patterns`.
`python -m tomarigi.reading.train` runs them in order.
"""
