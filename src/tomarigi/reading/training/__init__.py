"""Making the reader: never imported by what runs, and the only place that needs PyTorch.

`source` reads the encoder we start from, `network` is the reader as PyTorch sees it, `batches`
turns messages into tensors, `fit` trains, `letters` fits the linear model beside it, `boundaries`
says where segments begin, `judge` measures and sets thresholds, `even` prepares the encoder for 8
bit, `export` writes what ships: `python -m tomarigi.reading.train` runs them in order. `compare`
measures plain candidates; `outside`, `groups` and `marked` measure the reader as it ships.
"""
