# Make the environment
setup:
    python3 -m venv .venv
    .venv/bin/pip install --editable '.[dev]'

# Open the reader on the sample
run *PATHS:
    .venv/bin/diptych {{PATHS}}

# Run the tests: all of them, or those named
test *TESTS:
    .venv/bin/pytest {{TESTS}}

# Format, lint, check types, imports and the shape of the code
check:
    .venv/bin/ruff format .
    .venv/bin/ruff check --fix .
    .venv/bin/mypy
    .venv/bin/lint-imports
    .venv/bin/python scripts/check_house.py
    .venv/bin/python scripts/check_content.py

# Do all that has to hold before a change lands
ci:
    bash .ci/run
