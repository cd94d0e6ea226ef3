# Everything a checkout can be asked for. `make` alone checks all of it.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
LEDGER ?= demo.ledger.sqlite
SHARED ?= ../shared

.PHONY: all demo serve test check check-fast lint types docs bench lock clean

all: check

# The package and what it needs to run; made anew when the lock or the package's own list changes.
$(VENV)/.installed: requirements.lock pyproject.toml hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

# The same with what tests, checks and docs need.
$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.installed
	$(BIN)/sayso demo --ledger $(LEDGER)

serve: $(VENV)/.installed
	@test -e $(LEDGER) || $(BIN)/sayso demo --ledger $(LEDGER) > /dev/null
	$(BIN)/sayso serve --demo --ledger $(LEDGER)

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n 2

check: lint types test docs

# Without the tests that load the parser or build wheels: under half a minute.
check-fast: lint types
	$(BIN)/python -m pytest -n 2 -m "not model and not slow"

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

docs: $(VENV)/.installed-dev
	$(BIN)/mkdocs build --quiet --strict --site-dir site

bench: $(VENV)/.installed-dev
	$(BIN)/python -m bench.floors --shared $(SHARED)

# After a change of dependencies in pyproject.toml; needs uv.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) site dist build src/sayso/data/gazetteer.sqlite
