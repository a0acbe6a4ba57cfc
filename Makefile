# Each is one command on a fresh machine: it makes .venv and builds the web app first, if need be.
# Python 3.11 to 3.14; name one yourself with PYTHON=python3.12

OLD_ENOUGH = import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))
ifeq ($(origin PYTHON), undefined)
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c '$(OLD_ENOUGH)' 2>/dev/null && echo $$python && break; done)
endif

.PHONY: demo test lint schema bench bench-peers bench-large python web

demo: web
	@exec .venv/bin/counterpart demo

test: web
	@exec .venv/bin/python scripts/test.py

lint: web
	@exec .venv/bin/python scripts/lint.py

schema: python
	@exec .venv/bin/python scripts/schema.py

bench: web
	@exec .venv/bin/python -m benchmarks

# Suggestions by size of the network, on both engines: it loads each size into each of them.
bench-peers: web
	@exec .venv/bin/python -m benchmarks.peers

# Half an hour or more: 500,000 officials in each engine.
bench-large: web
	@.venv/bin/python -m benchmarks.stored_large
	@exec .venv/bin/python -m benchmarks.peers --sizes 500000

python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 to 3.14 is missing: install it and run this again." >&2; exit 2; }
	@$(PYTHON) scripts/prepare.py

web:
	@test -n "$(PYTHON)" || { echo "Python 3.11 to 3.14 is missing: install it and run this again." >&2; exit 2; }
	@$(PYTHON) scripts/prepare.py web
