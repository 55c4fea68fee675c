# make demo: the sample cases as Word and PDF.   make test: everything that must hold.
# Both set up the machine by themselves, and are quick when nothing is missing.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# A new hash of what is pinned, or of what is ours, means a new installation.
PINNED := $(shell cat requirements/*.txt 2>/dev/null | sha256sum | cut -c1-16)
OURS   := $(shell find src templates cases pyproject.toml -type f -not -name '*.pyc' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum | cut -c1-16)
READY  := $(VENV)/ready-$(PINNED)
BUILT  := $(VENV)/built-$(PINNED)-$(OURS)

.PHONY: help setup demo test lint types floors unit tests bench wheel test-wheel develop docs messages lock fuzz clean

help:
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: $(BUILT) ## system packages, virtual environment, pinned dependencies, memogen itself

$(READY):
	@scripts/system-packages
	@scripts/virtual-environment "$(PYTHON)" "$(VENV)"
	@rm -f $(VENV)/ready-* $(VENV)/built-*
	@touch $@

# What is tested and shown is the built wheel, not the source tree.
$(BUILT): $(READY)
	@rm -rf dist
	@$(BIN)/python -m build --quiet --wheel --no-isolation --outdir dist .
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --force-reinstall dist/*.whl
	@rm -f $(VENV)/built-*
	@touch $@

demo: $(BUILT) ## render the sample cases to Word and PDF
	@scripts/system-packages
	@$(BIN)/memogen render cases --pdf --out output
	@echo "The documents are in $(CURDIR)/output"

test: lint types floors tests test-wheel ## everything that must hold

tests: $(BUILT) ## all tests
	@scripts/system-packages tests
	$(BIN)/pytest -n 2 --dist worksteal

lint: $(READY) ## formatting and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY) ## static types
	$(BIN)/mypy

floors: $(BUILT) ## imports only go down
	$(BIN)/lint-imports

unit: $(BUILT) ## the quick tests
	$(BIN)/pytest -q tests/unit tests/spec

bench: $(BUILT) ## how fast memogen is, against what people would otherwise use
	@scripts/system-packages
	@$(BIN)/python -m benchmarks --plot docs/matning.svg

wheel: $(BUILT) ## the wheel, in dist/
	@ls dist/*.whl

develop: $(READY) ## install memogen so that changes in src/ are seen at once
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@rm -f $(VENV)/built-*

test-wheel: $(BUILT) ## the wheel in a fresh environment, outside the repository
	scripts/test-wheel "$(PYTHON)"

docs: $(BUILT) ## the parts of the documentation that are generated
	@scripts/system-packages tests
	$(BIN)/python -m memogen.rules > docs/regler.md
	$(BIN)/python -m tests.mallar > docs/mallkontroll.md
	$(BIN)/python -m tests.spoiled > docs/arkivkontroll.md

messages: $(READY) ## click's own words in Swedish
	$(BIN)/pybabel compile -d src/memogen/cli/locale -l sv

lock: $(READY) ## pin the dependencies anew
	scripts/lock "$(BIN)"

fuzz: $(BUILT) ## the property tests with many more examples
	$(BIN)/pytest -q tests/property --hypothesis-profile=fuzz

clean: ## remove what was made
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find output -mindepth 1 -not -name .gitkeep -delete
