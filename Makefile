# Needs Python 3.11 or newer and make. Everything goes into .venv, nothing anywhere else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := -m pip --disable-pip-version-check --no-input -qq
PINS := requirements-dev.txt
PROVEN := perf_tui/core/*,perf_tui/checks/*,perf_tui/store/*,perf_tui/reader/*
PROOF := tests/core tests/checks tests/store tests/forms tests/reader
CLEAN := .wheel-check
# Only `make fuzz` needs it, and not every system can have it.
ATHERIS := 3.0.0
FUZZ_SECONDS := 120
SAMPLE := perf_tui/data/sample_years/jianlong-2024.toml

export PIP_NO_WARN_SCRIPT_LOCATION := 1

.DEFAULT_GOAL := help
.PHONY: help demo test static unit wheel-check bench figures clean

help:
	@echo 'make demo         open the editor on a copy of the sample year'
	@echo 'make test         format, lint, types, layers, the wheel, tests, coverage'
	@echo 'make bench        start, memory, key echo beside a bare Textual program; the Word export'
	@echo 'make figures      what guided entry costs in keys, by driving the editor; takes a quarter of an hour'
	@echo 'make faults       every fault in full, for half an hour; QUICK=1 tries less'
	@echo 'make fuzz         a few minutes of atheris on the TOML and Word readers and the expressions'
	@echo 'make static       only format, lint, types, layers'
	@echo 'make unit         only the tests with their coverage'
	@echo 'make wheel-check  only the wheel, from a clean environment'
	@echo 'make clean        remove the environment and what was built'

demo: $(VENV)/.installed
	@$(BIN)/perf-tui demo

test: static wheel-check unit

static: $(VENV)/.tools
	@echo '— format, lint' && $(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet .
	@echo '— types' && $(BIN)/mypy --no-error-summary
	@echo '— layers' && $(BIN)/lint-imports > $(VENV)/layers.log || { cat $(VENV)/layers.log; exit 1; }

unit: $(VENV)/.tools
	@echo '— every line and branch of core, checks, store and reader by their own tests'
	@$(BIN)/python -m pytest -q -n 2 --cov --cov-report= $(PROOF)
	@$(BIN)/coverage report --include='$(PROVEN)' --fail-under=100 > $(VENV)/coverage.log || { cat $(VENV)/coverage.log; exit 1; }
	@echo '— the other tests'
	@$(BIN)/python -m pytest -q -n 2 $(PROOF:%=--ignore=%)

wheel-check: $(VENV)/.tools
	@echo '— wheel in a clean environment'
	@rm -rf $(CLEAN) && mkdir -p $(CLEAN)/run
	@$(BIN)/python -m build --no-isolation --outdir $(CLEAN)/dist . > $(CLEAN)/build.log 2>&1 || { cat $(CLEAN)/build.log; exit 1; }
	@$(PYTHON) -m venv $(CLEAN)/env
	@$(CLEAN)/env/bin/python $(PIP) install -c $(PINS) $(CLEAN)/dist/*.whl
	@cd $(CLEAN)/run && PATH="$$PWD/../env/bin:$$PATH" && set -e && \
	  sample="$$(python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/$(SAMPLE)" && \
	  perf-tui score --json "$$sample" | grep -q '"total": "99.54"' && \
	  for kind in docx md; do perf-tui export "$$sample" -o "report.$$kind"; test -s "report.$$kind"; done
	@rm -rf $(CLEAN)

bench: $(VENV)/.tools
	@PYTHONPATH=tests $(BIN)/python tests/benchmarks/editor.py
	@$(BIN)/python tests/benchmarks/export.py

figures: $(VENV)/.tools
	@PYTHONPATH=tests $(BIN)/python tests/benchmarks/guided_entry.py

faults: $(VENV)/.tools
	@PYTHONPATH=tests $(BIN)/python -m faults.figures $(if $(QUICK),--quick)

fuzz: $(VENV)/.tools
	@$(BIN)/python $(PIP) install atheris==$(ATHERIS)
	@for target in toml tables expressions word; do PYTHONPATH=tests $(BIN)/python -m fuzz.run $$target -max_total_time=$(FUZZ_SECONDS) || exit 1; done

clean:
	@rm -rf $(VENV) $(CLEAN) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with: make PYTHON=/path/to/python3.11")'
	@echo '— creating $(VENV)' && $(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.python pyproject.toml $(PINS)
	@echo '— installing the program' && $(BIN)/python $(PIP) install -c $(PINS) -e .
	@touch $@

$(VENV)/.tools: $(VENV)/.installed
	@echo '— installing tests and tools' && $(BIN)/python $(PIP) install -r $(PINS)
	@touch $@
