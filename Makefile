# `make run` opens the dashboard, `make test` proves the project. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --require-hashes
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
# Small matrices on two threads take twice the processor time, and the tests have every core busy already.
test: export OPENBLAS_NUM_THREADS := 1
# To read 500 files of tests anew takes each process half a minute, where a shell forbids keeping what was read.
test: export PYTHONDONTWRITEBYTECODE :=
# Playwright leaves an event loop behind, so what draws in a browser has processes of its own.
PARALLEL := -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url

.PHONY: help setup run open build test check proof bench bench-evidence bench-first-charts kill fuzz every-case pictures lock chromium clean

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/:/' | awk -F': ' '{printf "make %-16s%s\n", $$1, $$2}'

setup: $(VENV)/installed-dev chromium  ## make .venv with all that running and testing need

run: build  ## build the warehouse from data/exports (or the sample) and open the dashboard
	@$(MAKE) --no-print-directory open

open: $(VENV)/installed  ## open the dashboard on the warehouse that was built last
	$(BIN)/python -m streamlit run streamlit_app.py

build: $(VENV)/installed  ## build the warehouse from data/exports (or the sample)
	@$(BIN)/python -m hiring build \
		|| { code=$$?; echo "What is served, if anything, opens with: make open"; exit $$code; }

test: setup check  ## every check, and of every test, the browser's too, a case of each kind, which must hold at every commit
	export HIRING_TESTS_SHARED="$$(mktemp -d)"; trap 'rm -rf "$$HIRING_TESTS_SHARED"' EXIT; \
	$(BIN)/python -m pytest $(PARALLEL) --ignore tests/browser; \
	CHROMIUM="$(CHROMIUM)" $(BIN)/python -m pytest $(PARALLEL) tests/browser

proof: every-case kill fuzz bench-evidence  ## what takes long, every case of every test, 200 kills, 50,000 spoilt files, evidence at scale

check: $(VENV)/installed-dev  ## lint, format, types, SQL style
	@$(MAKE) --no-print-directory -j 3 $(WHOLE) check-types check-sql check-python

# Beside each other, the longest first; each says what it has to say at once, where this `make` can (4 and newer).
WHOLE := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
.PHONY: check-types check-sql check-python
check-types:
	$(BIN)/mypy
check-sql:
	$(BIN)/sqlfluff lint --processes 0 --disable-progress-bar --nocolor queries
check-python:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

bench: setup  ## measure speed and memory against the bare tools, as ratios
	CHROMIUM="$(CHROMIUM)" $(BIN)/python -m benchmarks

bench-evidence: $(VENV)/installed-dev  ## simulate companies whose truth is known, and see what the evidence says of them
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.evidence
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.competencies
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.validities
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.hands
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.managers
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.forecasts
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.chances
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.one_scale
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.pulls
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.hiring_plans
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.reviews
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.incomplete
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.null_companies

bench-first-charts: $(VENV)/installed-dev  ## go from the files of twelve invented companies to their first chart
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.first_charts

every-case: export EVERY_CASE := 1
every-case: test  ## every test with every case of it, where `make test` takes a case of every kind

kill: $(VENV)/installed-dev  ## stop 200 builds at random moments; the old warehouse must serve each time
	KILL_TRIALS=200 $(BIN)/python -m pytest tests/test_kill.py

fuzz: $(VENV)/installed-dev  ## throw 50,000 spoilt files at the reader; each must end in rows or in one message
	FUZZ_FILES=50000 $(BIN)/python -m pytest -s tests/loading/test_fuzz.py

pictures: setup  ## take docs/pictures anew, every page in light and dark
	CHROMIUM="$(CHROMIUM)" $(BIN)/python -m pytest tests/browser/pictures.py

lock: $(VENV)/installed-dev  ## pin requirements*.in anew, with hashes, for every platform
	$(COMPILE) requirements.in -o requirements.txt
	$(COMPILE) requirements-dev.in -o requirements-dev.txt

clean:  ## forget what was installed and built; exports and the audit log stay
	@if [ -s data/warehouse/audit.jsonl ]; then mkdir -p -m 700 data/audit && umask 077 \
		&& cat data/warehouse/audit.jsonl >> data/audit/warehouse.jsonl; fi
	rm -rf $(VENV) data/warehouse .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Debian's python3 comes without venv's installer, and its pip refuses to touch the system: so pip stays outside
# and installs into the environment.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m pip --version >/dev/null 2>&1 \
		|| { echo "pip is missing; on Debian: apt-get install python3-pip"; exit 1; }
	$(PYTHON) -m venv $(VENV) 2>/dev/null || { rm -rf $(VENV); $(PYTHON) -m venv --without-pip $(VENV); }

# A copy of the lock file marks what is installed, so that only another content installs again.
$(VENV)/installed: requirements.txt | $(BIN)/python
	@cmp -s requirements.txt $@ || { echo "Installing what the dashboard needs"; $(INSTALL) -r requirements.txt; }
	@cp requirements.txt $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	@cmp -s requirements-dev.txt $@ || { echo "Installing what the tests need"; $(INSTALL) -r requirements-dev.txt; }
	@cp requirements-dev.txt $@

chromium:
	@test -n "$(CHROMIUM)" || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
		&& echo "Installing Chromium for the browser tests" \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null; } \
		|| { echo "The browser tests need Chromium: sudo apt-get install chromium (or name one: make CHROMIUM=path)"; exit 1; }
