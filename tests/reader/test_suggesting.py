"""Suggestions in the reader: shown, stepped through, settled and undone."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from seen import at_cursor, hints, inspector, pane, reading_screen, session, settle, shown, told
from textual.widgets import Input

from tui.config import Config
from tui.reader.app import DiptychApp
from tui.reader.dialogs.accept_dialog import AcceptDialog
from tui.reader.dialogs.statement_form import StatementForm
from tui.reader.reading import suggest as suggest_feature
from tui.reader.reading.suggest import Suggest
from tui.reader.reading.suggestion_lines import nothing_complete
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.reader_state import update_reader_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from opening import Reading
    from textual.pilot import Pilot

    from tui.attribution.lexicon import Lexicon
    from tui.model import Article, Workspace

FLOOD = (
    "Mayor Ines Okafor and baker Rosa Lind met.\n\n“The bakery is closed,” Lind said. Okafor denied that the town had"
    " been warned.\n\nLind says the leak was known for weeks. The water, it said, was cold.\n"
)


def suggest(pilot: Pilot[None]) -> Suggest:
    return reading_screen(pilot).features.get(Suggest)


async def read(pilot: Pilot[None]) -> None:
    """Wait until everything is drafted and the propositions are indexed."""
    for worker in [*pilot.app.workers]:
        if worker.group in ("draft suggestions", "index propositions") and not worker.is_finished:
            await worker.wait()
    await settle(pilot)


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
        await read(pilot)


def saved(pilot: Pilot[None]) -> list[tuple[str, str, tuple[str, ...], str]]:
    """Return kind, quote, speakers and proposition of what was accepted."""
    placed = (placed.annotation for account in session(pilot).accounts for placed in account.placed)
    return [(each.kind, each.quote, each.speaker, each.about) for each in placed if each.suggested]


def alone(ferry: Workspace) -> Workspace:
    """Leave one article with nothing marked in it."""
    for path in (*ferry.articles.iterdir(), *ferry.annotations.iterdir()):
        if path.stem != "codebook":
            path.unlink()
    (ferry.articles / "flood.txt").write_text(FLOOD)
    return ferry


CLOSED = ("claim", "The bakery is closed", ("Rosa Lind",), "bakery-closed")
WARNED = ("denial", "the town had been warned", ("Ines Okafor",), "town-had-been-warned")


async def test_suggestions_are_accepted_refused_and_undone_with_a_key_each(reading: Reading, ferry: Workspace) -> None:
    async with reading(alone(ferry)) as pilot:
        await pressed(pilot, "S")
        assert "4 suggestions ≥ 0.5   by place" in shown(pilot)
        assert "4 suggested" in shown(pilot)
        assert "  ┊ “The bakery is closed,” Lind said." in shown(pilot)
        assert at_cursor(pilot) == "“The bakery "
        assert inspector(pilot).splitlines()[:3] == [
            "suggested 1 of 4  ▸ Rosa Lind claims (said; “Lind”)   score 0.99",
            "about    new: The bakery is closed",
            "         p or no proposition",
        ]
        assert "because  “said” reports the quotation before the cue: " in inspector(pilot)
        assert hints(pilot)[:6] == ["accept", "edit", "refuse", "next", "end", "proposition"]
        await pressed(pilot, "enter")
        assert told(pilot)[-1] == "Accepted. u undoes it."
        assert saved(pilot) == [CLOSED]
        assert (at_cursor(pilot, 6), suggest(pilot).queue.number) == ("denied", 1)
        await pressed(pilot, "x")
        assert told(pilot)[-1] == "Refused: it does not come back. u undoes it."
        assert (saved(pilot), at_cursor(pilot, 9)) == ([CLOSED], "says the ")
        await pressed(pilot, "u")
        assert (told(pilot)[-1], at_cursor(pilot, 6)) == ("Undone: suggestion refused.", "denied")
        await pressed(pilot, "x", "escape", "S")
        assert "2 suggestions ≥ 0.5" in shown(pilot)
        await pressed(pilot, "x", "x")
        assert hints(pilot) == ["end", "undo", "score", "help", "quit"]
        await pressed(pilot, "u", "u", "u", "u")
        assert saved(pilot) == []
        assert (at_cursor(pilot), "4 suggested" in shown(pilot)) == ("“The bakery ", True)


async def test_a_step_goes_round_and_esc_ends(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pressed(pilot, "S")
        places = []
        for _ in range(5):
            places.append((reading_screen(pilot).active, at_cursor(pilot)))
            await pressed(pilot, "tab")
        assert places == [
            (0, "The ferry Au"),
            (0, "Repairs will"),
            (1, "Radar failed"),
            (1, 'denied it. "'),
            (0, "The ferry Au"),
        ]
        await pressed(pilot, "shift+tab", "shift+tab")
        assert told(pilot)[-1] == "From the end again."
        await pressed(pilot, "G")
        assert inspector(pilot) == "No suggestion here. Tab goes to the next."
        await pressed(pilot, "escape")
        assert "suggest" not in shown(pilot).replace("suggested", "")
        assert pane(pilot).emphasis.suggested is None
        await pressed(pilot, "tab")
        assert reading_screen(pilot).active == 0


async def test_the_form_is_filled_in_and_saving_accepts(reading: Reading, ferry: Workspace) -> None:
    async with reading(alone(ferry)) as pilot:
        await pressed(pilot, "S", "tab", "e")
        form = pilot.app.screen
        assert isinstance(form, StatementForm)
        values = {
            field: form.query_one(f"#{field}", Input).value for field in ("speaker", "as", "about", "cue", "quote")
        }
        assert values == {
            "speaker": "Ines Okafor",
            "as": "Okafor",
            "about": "new: The town had been warned",
            "cue": "denied",
            "quote": "the town had been warned",
        }
        await pressed(pilot, "escape")
        assert not isinstance(pilot.app.screen, StatementForm)
        assert saved(pilot) == []
        await pressed(pilot, "e", "ctrl+s")
        assert saved(pilot) == [WARNED]
        assert at_cursor(pilot, 4) == "says"


async def test_the_form_offers_the_near_propositions_until_something_is_typed(
    reading: Reading, ferry: Workspace
) -> None:
    async with reading(ferry) as pilot:
        await pressed(pilot, "S", "e", "tab")
        about = pilot.app.screen.query_one("#about", Input)
        assert about.value == "new: The ferry Aurora ran aground on Monday"
        assert "The radar of the Aurora failed" in shown(pilot)
        await pressed(pilot, "down", "enter", "ctrl+s")
        assert saved(pilot) == [("claim", "The ferry Aurora ran aground on Monday", ("Coast guard",), "radar-failed")]


async def test_a_suggestion_without_a_known_speaker_opens_the_form(reading: Reading, ferry: Workspace) -> None:
    async with reading(alone(ferry)) as pilot:
        await pressed(pilot, "S", "shift+tab")
        assert "“it”, whoever that is, claims" in inspector(pilot)
        await pressed(pilot, "enter")
        assert isinstance(pilot.app.screen, StatementForm)
        await pressed(pilot, *"Fred", "ctrl+s")
        assert [speakers for _, _, speakers, _ in saved(pilot)] == [("Fred",)]


async def test_all_that_are_shown_are_accepted_after_a_preview_in_one_step(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(alone(ferry)) as pilot:
        await pressed(pilot, "S", "A")
        assert isinstance(pilot.app.screen, AcceptDialog)
        assert "Accept 3 suggestions?" in shown(pilot)
        assert "With the propositions offered: 3 new" in shown(pilot)
        assert "▸ Rosa Lind: The bakery is closed " in shown(pilot)
        await pressed(pilot, "down", "down", "enter")
        assert saved(pilot) == []
        await pressed(pilot, "A", "enter")
        assert told(pilot)[-1] == "3 suggestions accepted. u undoes all of it."
        assert saved(pilot)[:2] == [CLOSED, WARNED]
        assert len(saved(pilot)) == 3
        assert "1 suggested" in shown(pilot)
        await pressed(pilot, "u")
        assert saved(pilot) == []
        assert "bakery-closed" not in ferry.codebook.read_text()
        monkeypatch.setattr(suggest_feature, "MAX_ACCEPTED", 2)
        await pressed(pilot, "A")
        assert told(pilot)[-1] == "3 suggestions; 2 can be accepted at once. Raise the score with +."
        monkeypatch.setattr(suggest_feature, "MAX_ACCEPTED", 3)
        await pressed(pilot, "A", "down", "enter")
        assert [about for *_, about in saved(pilot)] == ["", "", ""]


async def test_score_order_and_proposition_have_a_key_each(reading: Reading, ferry: Workspace) -> None:
    async with reading(alone(ferry)) as pilot:
        await pressed(pilot, "S", "plus", "plus", "plus", "plus", "plus")
        assert "≥ 0.9   by place" in shown(pilot)
        await pressed(pilot, "minus", "o")
        assert "≥ 0.8   surest first" in shown(pilot)
        scores = [each.draft.score for each in suggest(pilot).queue.offered]
        assert scores == sorted(scores, reverse=True)
        await pressed(pilot, "p")
        assert "about    no proposition\n         p or new: " in inspector(pilot)


async def test_the_inspector_says_what_another_account_says_alike(reading: Reading, ferry: Workspace) -> None:
    (alone(ferry).articles / "leak.txt").write_text("“The bakery and 30 shops are closed,” Ada Holm said.\n")
    (ferry.articles / "flood.txt").write_text("“The bakery and 40 shops are closed,” Rosa Lind said.\n")
    async with reading(ferry) as pilot:
        await pressed(pilot, "S")
        assert "alike    B ▸ Ada Holm: “The bakery and 30 shops are closed”   They contradict each other: “40" in (
            inspector(pilot)
        )


@pytest.mark.parametrize("look", ["80x24", "120x40", "no-color", "ascii"])
def test_suggestions_are_never_taken_for_records(
    snap_compare: Callable[..., bool], ferry: Workspace, monkeypatch: pytest.MonkeyPatch, look: str
) -> None:
    if look == "no-color":
        monkeypatch.setenv("NO_COLOR", "1")
    update_reader_state(ferry)  # not the first start
    opened = Session(plain_loader(ferry), "Mira")
    opened.open(("north", "south"))
    is_ascii = look == "ascii"
    app = DiptychApp(opened, Config(ascii=is_ascii), charset="ascii" if is_ascii else "utf-8")

    async def press(pilot: Pilot[None]) -> None:
        await pressed(pilot, "S")
        assert pane(pilot).emphasis.view.glyph_only == {"hurt", "radar-open"}

    assert snap_compare(app, run_before=press, terminal_size=(80, 24) if look == "80x24" else (120, 40))


async def test_keys_of_suggestions_keep_their_meaning_until_they_are_shown(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, config=Config(keys={"suggestion.accept": "y"})) as pilot:
        await pilot.press("tab")
        assert reading_screen(pilot).active == 1
        reading_screen(pilot).run_command("suggest.accept")
        assert told(pilot)[-1] == "S shows suggestions first."
        await pressed(pilot, "S", "y")
        assert len(saved(pilot)) == 1


def test_the_rules_are_not_loaded_with_the_keys() -> None:
    code = "import sys; import tui.reader.reading.suggest; print(*sys.modules)"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "tui.attribution" not in process.stdout.split()


def test_why_nothing_can_be_accepted_is_told() -> None:
    assert nothing_complete(0, is_reading=True) == "Still reading: nothing is suggested yet."
    assert nothing_complete(0, is_reading=False) == "Nothing is left to accept at this score."
    assert nothing_complete(1, is_reading=True) == "Nothing is suggested that names a speaker."


async def test_other_articles_are_opened_while_one_is_read(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(ferry) as pilot:
        texts: list[str] = []
        lexicon = suggest_feature._lexicon

        def open_one(article: Article, workspace: Workspace) -> Lexicon | None:
            texts.append(article.id)
            session(pilot).open(["north"])
            return lexicon(article, workspace)

        monkeypatch.setattr(suggest_feature, "_lexicon", open_one)
        await pressed(pilot, "S")
        assert texts[:2] == ["north", "south"]
        await reading_screen(pilot).show_accounts()
        reading_screen(pilot).show_session()
        await read(pilot)
        assert {offered.position for offered in suggest(pilot).queue.offered} == {0}


@pytest.mark.parametrize("columns", [60, 120])
async def test_the_suggestion_of_an_article_that_is_closed_is_none_of_another(
    reading: Reading, ferry: Workspace, columns: int
) -> None:
    (ferry.articles / "west.txt").write_text(FLOOD)
    async with reading(ferry, size=(columns, 24)) as pilot:
        await pressed(pilot, "S")
        await pilot.press("3")
        suggest(pilot).step(1)
        current = suggest(pilot).queue.current
        assert current is not None
        assert current.position == 2
        session(pilot).open(("south", "west"))
        assert suggest(pilot).queue.current is None
        await reading_screen(pilot).show_accounts()
        reading_screen(pilot).lay_out()
        reading_screen(pilot).show_session()
        await read(pilot)
        assert {each.position for each in suggest(pilot).queue.offered} == {0, 1}


@pytest.mark.parametrize(("meanwhile", "accepted"), [(4, 1), (0, 0)])
async def test_only_suggestions_that_were_shown_are_accepted(
    reading: Reading, ferry: Workspace, meanwhile: int, accepted: int
) -> None:
    async with reading(alone(ferry)) as pilot:
        await pressed(pilot, "S")
        queue = suggest(pilot).queue
        ((account, drafts),) = queue.drafts()

        def draft(number: int) -> None:
            queue.keep_drafts(account.article.id, drafts[:number])
            queue.show_open(queue.find_open())

        draft(1)
        await pressed(pilot, "A")
        assert "Accept 1 suggestion?" in shown(pilot)
        draft(meanwhile)  # as when more has been read, or the article has changed
        await pressed(pilot, "enter")
        assert len(saved(pilot)) == accepted
        assert bool(session(pilot).history.done) is bool(accepted)
