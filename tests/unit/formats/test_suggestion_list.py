from tui.attribution.suggestion import draft_suggestions
from tui.formats.plain.page import Page
from tui.formats.suggestion_list import suggestion_lines, suggestions_shape
from tui.layout.glyphs import glyphs_for

TEXT = "The mayor Ana Ruiz left. “It is late,” Ruiz said. “We must go.”"


def test_lines_of_a_draft() -> None:
    lines = list(
        suggestion_lines(draft_suggestions(TEXT), TEXT, Page(200, glyphs_for(ascii_only=False)), explained=False)
    )
    assert lines == [
        "  0.99  claim  Ana Ruiz (“Ruiz”): said  [quotation before]",
        "    ““It is late,” … “We must go.””",
    ]


def test_an_explained_draft_has_a_line_more() -> None:
    lines = list(
        suggestion_lines(draft_suggestions(TEXT), TEXT, Page(200, glyphs_for(ascii_only=False)), explained=True)
    )
    assert lines[2].strip().startswith("“said” reports the quotation before the cue: ")


def test_a_long_quote_is_shortened() -> None:
    text = f"Ruiz said that it was {'very ' * 100}late."
    lines = list(
        suggestion_lines(draft_suggestions(text), text, Page(400, glyphs_for(ascii_only=False)), explained=False)
    )
    assert lines[1].endswith("…”")
    assert len(lines[1].strip()) == 240 + len("“…”")


def test_json() -> None:
    (shape,) = suggestions_shape(draft_suggestions(TEXT), "north", TEXT)
    assert shape["article"] == "north"
    assert [TEXT[start:end] for start, end in shape["spans"]] == ["“It is late,”", "“We must go.”"]
    assert TEXT[slice(*shape["cue_span"])] == shape["cue"] == "said"
    assert TEXT[slice(*shape["speaker_span"])] == shape["as"] == "Ruiz"
    assert (shape["speaker"], shape["kind"], shape["via"], shape["about"]) == (["Ana Ruiz"], "claim", [], [])
