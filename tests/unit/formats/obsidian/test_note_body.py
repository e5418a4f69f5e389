"""Bodies in which no plugin of Obsidian finds something to run."""

import pytest

from tui.formats.obsidian.note_body import note_body


@pytest.mark.parametrize(
    "body",
    [
        "```dataviewjs\nx()\n```",
        "> ~~~ dataview\n> LIST\n> ~~~",
        "see `$= dv.x`",
        "see `= this.x`",
        "![[Secrets]]",
        "a <% x %>",
    ],
)
def test_what_would_run_or_embed_is_shown_as_its_source(body: str) -> None:
    assert note_body(body).startswith(("```markdown\n", "````markdown\n"))
    assert body.split()[-1].strip("`~") in note_body(body)


@pytest.mark.parametrize("body", ["", "plain", "- a\n- [[Ada]] #tag", "```python\nx\n```"])
def test_other_bodies_stay(body: str) -> None:
    assert note_body(body) == body
