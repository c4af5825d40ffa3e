# Each target does all of its own set-up; see README.md.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

# durable-rules ships as source only: these flags optimise it and make it build and import on Python 3.13.
ENGINE := durable-rules==2.0.28
ENGINE_FLAGS := -O2 -DPyEval_CallObject=PyObject_CallObject

.PHONY: audit test slow picture wheel clean bench bench-quick

audit: $(VENV)/.installed
	@$(BIN)/grantcheck audit fixtures/notes; code=$$?; echo "exit code of the audit: $$code"

test: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/pytest -n auto --doctest-modules grantcheck tests

bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks --json benchmarks.json

bench-quick: $(VENV)/.bench
	$(BIN)/python -m benchmarks --quick

slow: $(VENV)/.dev
	$(BIN)/pytest --run-slow -m slow tests

picture: $(VENV)/.installed
	$(BIN)/python -m grantcheck.report.picture fixtures/notes/KF031.txt docs/report.svg

wheel: $(VENV)/.dev
	$(BIN)/python -m build --wheel --outdir dist .

$(VENV)/.python: Makefile
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v < (3, 14) else "grantcheck needs Python 3.11, 3.12 or 3.13, and $(PYTHON) is %d.%d. Name one: make PYTHON=python3.12" % v)'
	$(PYTHON) -m venv --clear $(VENV)
	CPPFLAGS="$(ENGINE_FLAGS)" $(BIN)/pip install --quiet --disable-pip-version-check --no-cache-dir $(ENGINE)
	@touch $@

$(VENV)/.installed: $(VENV)/.python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

$(VENV)/.bench: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[bench]'
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
