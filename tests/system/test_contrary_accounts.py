"""An account that carries what contradicts a proposition is not silent."""

from __future__ import annotations

from pathlib import Path

from contrary_accounts import contrary_accounts
from seen import inspector, told

from tui.analysis.comparison import Status, rows_left_out_by, rows_only_in
from tui.analysis.survey import Survey
from tui.config import Config
from tui.formats.markdown.comparison_table import row_list
from tui.formats.plain.linear_text import comparison_lines
from tui.formats.plain.page import Page
from tui.layout.glyphs import ASCII
from tui.model import Workspace
from tui.reader.app import DiptychApp
from tui.session.proposition_links import PropositionLinks
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader

SURVEY = Survey(contrary_accounts())
FIVE = SURVEY.comparison.rows[0]


def test_the_row_is_disputed_and_only_c_is_silent() -> None:
    assert FIVE.status is Status.DISPUTED
    assert FIVE.heard_articles == {"one", "two"}
    assert [len(rows_left_out_by([FIVE], article)) for article in ("one", "two", "three")] == [0, 0, 1]
    assert rows_only_in([FIVE], "one") == ()


def test_the_links_know_who_contradicts() -> None:
    links = PropositionLinks(SURVEY.collation)
    assert {article: [each.speakers for each in own] for article, own in links.contrary("five").items()} == {
        "two": [("Bob",)]
    }
    assert list(links.contrary("three")) == ["one"]


def test_a_doubtful_statement_contradicts_nothing() -> None:
    collation = contrary_accounts(first="It cost nothing.")
    assert PropositionLinks(collation).contrary("three") == {}


def test_lists_of_many_accounts_name_who_contradicts() -> None:
    plain = [line.strip() for line in comparison_lines(SURVEY.comparison, Page(80))]
    assert plain[plain.index("contradicts: It cost 3 million") + 2 :][:2] == ["B ⇄ Bob: It cost 3 million", "silent: C"]
    assert "B ! Bob: It cost 3 million" in "\n".join(comparison_lines(SURVEY.comparison, Page(80, ASCII)))
    assert row_list(FIVE, SURVEY.comparison).splitlines()[1:] == ["-   B ⇄ Bob: It cost 3 million", "-   silent: C"]


async def test_the_inspector_and_the_linked_reading_say_who_contradicts() -> None:
    session = Session(plain_loader(Workspace(Path("none"), Path("none"))), "Mira", contrary_accounts())
    async with DiptychApp(session, Config()).run_test(size=(150, 40)) as pilot:
        await pilot.press("right_square_bracket", "equals_sign")
        await pilot.pause()
        assert "A ▸ Ann   B ⇄ Bob: It cost 3 million   C silent" in inspector(pilot)
        assert "C is silent on this. B says what contradicts this." in " ".join(told(pilot))
