# Two commands matter: `make run` opens Tomarigi, `make test` checks everything.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check install --quiet
CATALOGUES := $(patsubst %.po,%.mo,$(shell find src -name '*.po'))

.PHONY: run test check catalogues messages bench talk-study train demo release-check lock clean

run: $(VENV)/run.stamp catalogues
	$(BIN)/tomarigi

test: $(VENV)/test.stamp catalogues
	scripts/browser
	scripts/check

catalogues: $(CATALOGUES)

%.mo: %.po $(VENV)/run.stamp
	$(BIN)/python scripts/catalogues.py compile $<

messages: $(VENV)/test.stamp
	$(BIN)/python scripts/catalogues.py collect

train: $(VENV)/train.stamp
	$(BIN)/python -m tomarigi.reading.train

bench: $(VENV)/run.stamp
	$(BIN)/python scripts/bench.py
	$(BIN)/python -m scripts.bench_talk

talk-study: $(VENV)/run.stamp
	$(BIN)/python scripts/talk_study.py

release-check: $(VENV)/run.stamp
	$(BIN)/python scripts/release_check.py

$(VENV)/run.stamp: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-index --no-build-isolation --editable .
	touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/run.stamp
	$(PIP) --require-hashes -r requirements/test.txt
	touch $@

$(VENV)/train.stamp: requirements/train.txt $(VENV)/run.stamp
	$(PIP) --require-hashes -r requirements/train.txt
	$(PIP) 'torch==2.13.*'
	touch $@

# Needs uv on the PATH.
lock:
	for part in run test train; do uv pip compile --quiet --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header --universal --python-version 3.11 \
	  requirements/$$part.in -o requirements/$$part.txt; done

clean:
	rm -rf $(VENV) $(CATALOGUES)
