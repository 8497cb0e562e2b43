# Needs Python 3.11 or newer and make. Everything goes into .venv, nothing anywhere else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
# Scripts beside it name it in their first line, which not every folder's name survives.
RUN := $(VENV)/bin/python
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
# Nothing that is meant for another Python reaches this one.
unexport $(filter PYTHON%,$(.VARIABLES))

# Tools read and write UTF-8, whoever calls them; the program runs in the locale of its user.
static unit wheel-check bench figures faults fuzz $(VENV)/%: export LC_ALL := C.UTF-8

.DEFAULT_GOAL := help
.PHONY: help demo test static unit wheel-check bench figures clean

help:
	@echo 'make demo         open the editor on a copy of the sample year'
	@echo 'make test         format, lint, types, layers, the wheel, tests, coverage'
	@echo 'make bench        start, memory, key echo beside a bare program, 1,000 indicators beside 19; the Word export'
	@echo 'make figures      what guided entry costs in keys, by driving the editor; takes a quarter of an hour'
	@echo 'make faults       every fault in full, for half an hour; QUICK=1 tries less'
	@echo 'make fuzz         a few minutes of atheris on the TOML and Word readers and the expressions'
	@echo 'make static       only format, lint, types, layers'
	@echo 'make unit         only the tests with their coverage'
	@echo 'make wheel-check  only the wheel, from a clean environment'
	@echo 'make clean        remove the environment and what was built'

demo: $(VENV)/.installed
	@$(RUN) -m perf_tui demo

test: static wheel-check unit

static: $(VENV)/.tools
	@echo '— format, lint' && $(RUN) -m ruff format --check --quiet . && $(RUN) -m ruff check --quiet .
	@echo '— types' && $(RUN) -m mypy --no-error-summary
	@echo '— layers' && $(RUN) $(VENV)/bin/lint-imports > $(VENV)/layers.log || { cat $(VENV)/layers.log; exit 1; }

unit: $(VENV)/.tools
	@echo '— every line and branch of core, checks, store and reader by their own tests'
	@$(RUN) -m pytest -q -n 2 --cov --cov-report= $(PROOF)
	@$(RUN) -m coverage report --include='$(PROVEN)' --fail-under=100 > $(VENV)/coverage.log || { cat $(VENV)/coverage.log; exit 1; }
	@echo '— the other tests'
	@$(RUN) -m pytest -q -n 2 $(PROOF:%=--ignore=%)

wheel-check: $(VENV)/.tools
	@echo '— wheel in a clean environment'
	@rm -rf $(CLEAN) && mkdir -p $(CLEAN)/run
	@$(RUN) -m build --no-isolation --outdir $(CLEAN)/dist . > $(CLEAN)/build.log 2>&1 || { cat $(CLEAN)/build.log; exit 1; }
	@$(RUN) -m venv $(CLEAN)/env
	@$(CLEAN)/env/bin/python $(PIP) install -c $(PINS) $(CLEAN)/dist/*.whl
	@cd $(CLEAN)/run && set -e && perf_tui() { ../env/bin/python ../env/bin/perf-tui "$$@"; } && \
	  for sample in ../env/lib/python*/site-packages/$(SAMPLE); do \
	    perf_tui score --json "$$sample" | grep -q '"total": "99.54"'; \
	    for kind in docx md; do perf_tui export "$$sample" -o "report.$$kind"; test -s "report.$$kind"; done \
	  done
	@rm -rf $(CLEAN)

bench: $(VENV)/.tools
	@PYTHONPATH=tests $(RUN) tests/benchmarks/editor.py
	@PYTHONPATH=tests $(RUN) tests/benchmarks/many.py
	@$(RUN) tests/benchmarks/export.py

figures: $(VENV)/.tools
	@PYTHONPATH=tests $(RUN) tests/benchmarks/guided_entry.py

faults: $(VENV)/.tools
	@PYTHONPATH=tests $(RUN) -m faults.figures $(if $(QUICK),--quick)

fuzz: $(VENV)/.tools
	@$(RUN) $(PIP) install atheris==$(ATHERIS)
	@for target in toml tables expressions word; do PYTHONPATH=tests $(RUN) -m fuzz.run $$target -max_total_time=$(FUZZ_SECONDS) || exit 1; done

clean:
	@rm -rf $(VENV) $(CLEAN) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# Another PYTHON than the last one makes another environment.
ifneq ($(origin PYTHON),file)
ifneq ($(PYTHON),$(shell cat $(VENV)/.python 2>/dev/null))
.PHONY: $(VENV)/.python
endif
endif

$(VENV)/.python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with: make PYTHON=/path/to/python3.11")'
	@echo '— creating $(VENV)' && "$(PYTHON)" -m venv --clear $(VENV)
	@echo "$(PYTHON)" > $@

$(VENV)/.installed: $(VENV)/.python pyproject.toml $(PINS)
	@echo '— installing the program' && $(RUN) $(PIP) install -c $(PINS) -e .
	@# The way back to here in ASCII: before 3.13, Python reads it in the user's locale.
	@echo ../../../.. | tee $(VENV)/lib/python*/site-packages/*perf_tui*.pth > $@

$(VENV)/.tools: $(VENV)/.installed
	@echo '— installing tests and tools' && $(RUN) $(PIP) install -r $(PINS)
	@touch $@
