"""Write the parts of `docs/` that the code knows: `python scripts/make_docs.py`."""

from pathlib import Path

from tui.reader.key_table import keys_page

DOCS = Path(__file__).resolve().parent.parent / "docs"


def main() -> None:
    """Write the table of keys."""
    (DOCS / "keys.md").write_text(keys_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
