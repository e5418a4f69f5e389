"""The page's style, its script, and the policy that allows nothing else."""

import base64
import hashlib
from pathlib import Path


def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


def _source(text: str) -> str:
    """Return an inline element as a source expression of a policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


STYLE = _read("page.css")
SCRIPT = _read("page.js")
POLICY = (
    f"default-src 'none'; style-src {_source(STYLE)}; script-src {_source(SCRIPT)}; base-uri 'none'; form-action 'none'"
)
"""What a browser may do with the page: use its own style and script, and load or send nothing."""
