# make demo: the sample cases as Word and PDF.   make test: everything that must hold.
# Both set up the machine by themselves, and are quick when nothing is missing.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# A new hash of what is pinned means a new installation.
PINNED := $(shell cat requirements/*.txt 2>/dev/null | sha256sum | cut -c1-16)
READY  := $(VENV)/ready-$(PINNED)

.PHONY: help setup demo test lint types floors unit wheel test-wheel docs messages lock fuzz clean

help:
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: $(READY) ## system packages, virtual environment, pinned dependencies

$(READY): requirements/run.txt requirements/test.txt pyproject.toml
	@scripts/system-packages
	@scripts/virtual-environment "$(PYTHON)" "$(VENV)"
	@rm -f $(VENV)/ready-*
	@touch $@

demo: $(READY) ## render the sample cases to Word and PDF
	@scripts/system-packages
	@$(BIN)/memogen render cases --pdf --out output
	@echo "The documents are in $(CURDIR)/output"

test: $(READY) lint types floors test-wheel ## everything that must hold
	@scripts/system-packages
	$(BIN)/pytest -n 2 --dist worksteal

lint: $(READY) ## formatting and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY) ## static types
	$(BIN)/mypy

floors: $(READY) ## imports only go down
	$(BIN)/lint-imports

unit: $(READY) ## the quick tests
	$(BIN)/pytest -q tests/unit tests/spec

wheel: $(READY) ## build the wheel into dist/
	@rm -rf dist
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

test-wheel: wheel ## the wheel in a fresh environment, outside the repository
	scripts/test-wheel "$(PYTHON)"

docs: $(READY) ## the parts of the documentation that are generated
	$(BIN)/python -m memogen.rules > docs/regler.md

messages: $(READY) ## click's own words in Swedish
	$(BIN)/pybabel compile -d src/memogen/cli/locale -l sv

lock: $(READY) ## pin the dependencies anew
	scripts/lock "$(BIN)"

fuzz: $(READY) ## the property tests with many more examples
	$(BIN)/pytest -q tests/property --hypothesis-profile=fuzz

clean: ## remove what was made
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find output -mindepth 1 -not -name .gitkeep -delete
