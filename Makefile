# Two commands do all the set-up on a fresh machine: `make demo` and `make test`.
# They need python3 (3.11 or newer, with venv) and make; nothing else.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run-installed
DEV := $(VENV)/.dev-installed
MO := .cache/messages

.PHONY: demo test lint format bench lighthouse first-paint validators screenshots road pictures lock messages clean

demo: $(RUN) $(MO) .env
	@$(BIN)/python manage.py demo --port $(PORT)

test: $(DEV) $(MO)
	@$(BIN)/python -m tests.run $(SUITES)

lint: $(DEV) $(MO)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	git ls-files '*.html' | xargs $(BIN)/djade --check --target-version 5.2
	$(BIN)/lint-imports
	$(BIN)/mypy

format: $(DEV)
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .
	git ls-files '*.html' | xargs $(BIN)/djade --target-version 5.2 || true

bench: $(DEV) $(MO)
	$(BIN)/python -m benchmarks

screenshots: $(DEV) $(MO)
	$(BIN)/python -m tests.screenshots
	$(BIN)/python -m tests.screens

# Go a story's whole road in a browser, count the clicks, renew the table in docs/desk-guide.md.
road: $(DEV) $(MO)
	$(BIN)/python -m tests.road

# The checker behind validator.w3.org, pa11y, and a parser of scripts, for `make test SUITES=validators`.
VNU := 26.9.27
PA11Y := 9.1.1
ACORN := 8.19.0
validators: .cache/vnu.jar .cache/pa11y/$(PA11Y)

.cache/vnu.jar:
	@mkdir -p .cache
	@cd .cache && npm pack --silent vnu-jar@$(VNU) >/dev/null && \
	  tar -xzf vnu-jar-$(VNU).tgz --strip-components=3 package/build/dist/vnu.jar && rm vnu-jar-$(VNU).tgz

# It drives the machine's own Chromium, and fetches none.
.cache/pa11y/$(PA11Y):
	@PUPPETEER_SKIP_DOWNLOAD=1 npm install --silent --no-audit --no-fund --prefix .cache/pa11y \
	  pa11y@$(PA11Y) acorn@$(ACORN)
	@touch $@

# Lighthouse on a phone, over pages of the demonstration; renews docs/lighthouse.md.
LIGHTHOUSE := 12.8.2
lighthouse: $(DEV) $(MO)
	@npm install --silent --no-audit --no-fund --prefix .cache/lighthouse lighthouse@$(LIGHTHOUSE)
	$(BIN)/python -m benchmarks.lighthouse

# How soon a breaking story can be read on a weak phone, beside a page of Wagtail.
WAGTAIL := 8.0.1
first-paint: $(DEV) $(MO) .cache/wagtail/$(WAGTAIL)
	$(BIN)/python -m benchmarks.first_paint

.cache/wagtail/$(WAGTAIL):
	@$(PYTHON) -m venv .cache/wagtail
	@.cache/wagtail/bin/pip install --quiet --disable-pip-version-check wagtail==$(WAGTAIL)
	@touch $@

# Redraw the demo newsroom's pictures (they are committed; this needs the developers' tools).
pictures: $(DEV)
	$(BIN)/python -m articles.demo.drawing

messages: $(MO)

$(MO): $(wildcard articles/locale/*/LC_MESSAGES/django.po) | $(VENV)/.any-installed
	@mkdir -p .cache
	@$(BIN)/pybabel -q compile -d articles/locale -D django
	@touch $@

.env:
	@$(PYTHON) -c "import secrets; print('DEMO=1'); print('SECRET_KEY=' + secrets.token_urlsafe(50)); \
	  print('DEMO_PASSWORD=' + secrets.token_hex(4))" > .env
	@chmod 600 .env

$(VENV)/bin/python:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'python3 is older than 3.11: make PYTHON=python3.12 …')"
	@$(PYTHON) -m venv $(VENV)

$(RUN): requirements.lock | $(VENV)/bin/python
	@echo "Installing the packages of requirements.lock …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@ $(VENV)/.any-installed

$(DEV): requirements-dev.lock | $(VENV)/bin/python
	@echo "Installing the packages of requirements-dev.lock …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/.any-installed

# Whichever lock was installed first brings pybabel.
$(VENV)/.any-installed:
	@$(MAKE) --no-print-directory $(RUN)

# Renew both locks from pyproject.toml (hash-pinned, without any index line).
lock: $(DEV)
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate --quiet pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate --quiet pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .cache staticfiles
