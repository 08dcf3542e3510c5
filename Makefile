# Everything a newcomer needs: `make demo` and `make test` each do their own set-up.
# Another Python: make test PYTHON=python3.13

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check
OUT    := out

.PHONY: help demo test lint bench chromium clean
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Good Offices needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12 demo"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml src/goodoffices/_version.py | $(BIN)/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/installed-for-tests: pyproject.toml src/goodoffices/_version.py | $(BIN)/python
	$(PIP) install --editable '.[test,lint]'
	@touch $@

demo: $(VENV)/installed ## install, analyse the bundled Geneva case, write its report
	@mkdir -p $(OUT)
	@$(BIN)/goodoffices analyse geneva-2014/council --report $(OUT)/geneva-2014-council.html

chromium:
	@tools/install-chromium

test: $(VENV)/installed-for-tests chromium ## install what the tests need and run them
	$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal $(PYTEST_ARGS)

lint: $(VENV)/installed-for-tests ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/installed-for-tests ## measure engine, mediation, case and reading; growth over size in out/ (minutes)
	@mkdir -p $(OUT)
	$(BIN)/python -m benchmarks --plot $(OUT)/growth.png
	$(BIN)/python -m benchmarks.mediation --million
	$(BIN)/python -m benchmarks.moving
	$(BIN)/python -m benchmarks.case
	$(BIN)/python -m benchmarks.reading

clean: ## remove what the other targets made
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis
