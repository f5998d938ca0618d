# Every target works from any folder (make -C PATH ...) and sets up what it needs.
home := $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST)))))
bin := $(home)/.venv/bin
# The caller's own virtual environment or Airflow must not leak into ours.
unexport VIRTUAL_ENV PYTHONPATH AIRFLOW_HOME

.PHONY: help env run stop status psql test lint lock

help:
	@echo 'make run            set up, start everything, ingest the sample agencies, serve until Ctrl-C'
	@echo 'make run DETACH=1   the same, and return while it goes on'
	@echo 'make status, stop   of what runs'
	@echo 'make psql           the read-only SQL shell (or SQL on standard input)'
	@echo 'make test           set up and run every check'
	@echo 'make lint           the quick ones: ruff, mypy, import contracts'

env:
	@$(home)/plugins/communique/local/bootstrap.sh

run: env
	@cd $(home) && exec $(bin)/communique run $(if $(DETACH),--detach)

stop status psql: env
	@cd $(home) && exec $(bin)/communique $@

# After a dependency was changed in pyproject.toml; the only target that asks the registry for what is newest.
lock: env
	cd $(home) && .communique/boot/bin/uv lock --python $(bin)/python

lint: env
	cd $(home) && $(bin)/ruff check . && $(bin)/mypy && $(bin)/lint-imports

# Most of the suite's time is waiting, so two processes share it; what starts whole stacks has the machine to itself.
test: lint
	cd $(home) && $(bin)/pytest -n 2 --dist loadfile -m "not stack"
	cd $(home) && $(bin)/pytest -m stack
