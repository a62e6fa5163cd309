# stancebook: from articles to reports. `make help` lists what can be made.

SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
TRAINING := training/build/venv

# What a user gives reaches the commands through the environment, as it stands: no quote, space or dollar is read twice.
override ARTICLE := $(value ARTICLE)
override TITLE := $(value TITLE)
override OUTLET := $(value OUTLET)
override AUTHOR := $(value AUTHOR)
override DATE := $(value DATE)
override PARAMETERS := $(value PARAMETERS)
override DATA := $(value DATA)
override MODEL := $(value MODEL)
export ARTICLE TITLE OUTLET AUTHOR DATE PARAMETERS DATA MODEL

.DEFAULT_GOAL := reports
.PHONY: help reports report check checked accuracy train lab test clean

reports: $(STAMP) ## the reports of the sample articles, those out of date only: the default
	@$(BIN)/python -m stancebook reports --parameters "$$PARAMETERS"

report: $(STAMP) ## the report of your own article: make report ARTICLE=path [TITLE= OUTLET= AUTHOR= DATE= MODEL= PARAMETERS=]
	@test -n "$$ARTICLE" || { echo 'Error: say which article: make report ARTICLE=path/to/article.txt' >&2; exit 2; }
	@$(BIN)/python -m stancebook report --title="$$TITLE" --outlet="$$OUTLET" --author="$$AUTHOR" --date="$$DATE" \
		--model="$$MODEL" --parameters="$$PARAMETERS" -- "$$ARTICLE"

check: $(STAMP) ## a sample of an article's hits as a sheet, to be marked right or wrong by hand: make check ARTICLE=path
	@test -n "$$ARTICLE" || { echo 'Error: say which article: make check ARTICLE=path/to/article.txt' >&2; exit 2; }
	@$(BIN)/python -m stancebook.checking write "$$ARTICLE"

checked: $(STAMP) ## read the marked sheets back, and print the precision that they give
	@$(BIN)/python -m stancebook.checking read

accuracy: $(STAMP) ## how accurate all this is, measured again: make accuracy [DATA=folder of data files]
	@$(BIN)/python -m benchmarks.figures --data="$$DATA"
	@$(BIN)/python -m stancebook accuracy

train: $(TRAINING)/.installed ## make the weights of data/models/ again, in hours: make train [DATA=folder of training data]
	@$(TRAINING)/bin/python -m training --data="$$DATA"

lab: $(STAMP) ## JupyterLab on the notebooks
	@$(BIN)/jupyter lab --notebook-dir=. notebooks/00_overview.ipynb

test: $(STAMP) ## all tests
	@$(BIN)/python -m pytest -q

clean: ## remove the generated reports
	@find reports -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +
	@rm -rf build .pytest_cache .hypothesis

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The lock pins every package. A half-made .venv has no stamp, so it is made again.
$(STAMP): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo 'Error: Python 3.11 or newer is needed; name one with make PYTHON=/path/to/python3.' >&2; exit 2; }
	@echo "Installing the packages of requirements.lock into $(VENV) (a minute or two, once)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -c 'import os, pathlib, site; \
		pathlib.Path(site.getsitepackages()[0], "stancebook.pth").write_text(os.getcwd() + "\n")'
	@touch $@

# What training needs stays out of the user's install. `make clean` leaves it: its checkpoints are hours of work.
$(TRAINING)/.installed: requirements.lock training/requirements.txt
	@test -x $(TRAINING)/bin/python || $(PYTHON) -m venv $(TRAINING)
	@$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.lock -r training/requirements.txt
	@touch $@
