"""Export, copy, palette, configured keys, themes, help and problems."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from seen import at_cursor, pane, reading_screen, session, settle, shown, told
from stance_cases import StanceCase
from textual.widgets import Input
from waiting import until

from tui.analysis.survey import Survey
from tui.config import Config
from tui.formats.archive_section import ALL_SECTIONS, ArchiveSection
from tui.model import AnchorState, Annotation, Codebook, Problem, Workspace
from tui.reader.app import DiptychApp, run
from tui.reader.commands import COMMANDS, Scope
from tui.reader.palette import matching_commands
from tui.reader.themes import TERMINAL, THEMES
from tui.reader.widgets.pane.styles import PaneStyles, TextState
from tui.session.export import ExportChoice, all_records, document_to_copy
from tui.session.session import Session
from tui.session.start import Start
from tui.storage.workspace.kept_theme import kept_theme
from tui.storage.workspace.plain_loader import plain_loader, read_collation
from tui.terminal import clipboard

if TYPE_CHECKING:
    from opening import Reading


async def test_export_writes_markdown_and_asks_before_it_overwrites(
    reading: Reading, ferry: Workspace, tmp_path: Path
) -> None:
    target = tmp_path / "notes.md"
    async with reading(ferry) as pilot:
        for keys in (("enter",), ("enter", "enter")):
            await pilot.press("E")
            await settle(pilot)
            pilot.app.screen.query_one("#path").value = str(target)  # type: ignore[attr-defined]  # it is an Input
            await pilot.press(*keys[:1])
            if len(keys) == 2:
                await until(pilot, lambda: "Press Enter again" in shown(pilot))
                await pilot.press("enter")
            await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
            assert told(pilot)[-1] == f"Exported: {target}"
            text = target.read_text(encoding="utf-8")
            assert "Nobody was hurt" in text
            assert "The radar worked" in text
            target.write_text("mine", encoding="utf-8")


async def test_the_format_of_an_export_changes_its_file_and_its_choices(
    reading: Reading, ferry: Workspace, tmp_path: Path
) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("E")
        await settle(pilot)
        assert "[x] people" in shown(pilot)
        assert "Everything, as Markdown: 5 statements, " in shown(pilot)
        pilot.app.screen.query_one("#path", Input).value = str(tmp_path / "notes.md")
        await pilot.press("tab", "down", "down", "down", "space")
        await settle(pilot)
        assert "[x] people" not in shown(pilot)
        assert "A table for a spreadsheet: 5 statements, 6 lines" in shown(pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        assert (tmp_path / "notes.csv").read_text("utf-8").count("\n") == 6


async def test_an_export_is_copied_without_the_sections_that_are_cleared(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "PROGRAMS", ())
    async with reading(ferry) as pilot:
        await pilot.press("E", "tab", "tab", "tab", "down", "down", "down", "down", "space", "ctrl+y")
        await until(pilot, lambda: pilot.app.screen is reading_screen(pilot))
        source = all_records(Survey(read_collation(ferry)), "Mira")
        some = ALL_SECTIONS - {ArchiveSection.RECORDS}
        assert pilot.app.clipboard == document_to_copy(source, ExportChoice(sections=some))
        count = len(pilot.app.clipboard.splitlines())
        assert told(pilot) == [f"Sent {count} lines to the terminal, to be copied there."]


async def test_the_grouping_is_told_by_its_form(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("E")
        await settle(pilot)
        assert "(•) article" in shown(pilot)
        assert "( ) proposition" in shown(pilot)
        assert "> (" not in shown(pilot)
        await pilot.press("tab", "tab", "down")
        await settle(pilot)
        assert "> ( ) proposition" in shown(pilot)
        await pilot.press("space")
        await settle(pilot)
        assert "  ( ) article" in shown(pilot)
        assert "> (•) proposition" in shown(pilot)


async def test_copy_copies_the_quote_with_its_source(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "PROGRAMS", ())
    async with reading(ferry) as pilot:
        await pilot.press("y")
        assert "Nothing to copy here" in told(pilot)[-1]
        await pilot.press("]", "y")
        await pilot.app.workers.wait_for_complete()
        assert pilot.app.clipboard == "“Nobody was hurt”\n— Ada Holm — The North, “Ferry runs aground in fog”\n"
        assert told(pilot)[-1] == "Sent to the terminal with its source, to be copied there."
        monkeypatch.setattr(clipboard, "PROGRAMS", (("true",),))
        await pilot.press("y")
        await pilot.app.workers.wait_for_complete()
        assert told(pilot)[-1] == "Copied with its source."
        await pilot.press("g", "shift+right", "y")
        assert pilot.app.clipboard.startswith("“Fe”\n— The North")


async def test_copy_copies_todays_words_of_a_changed_quote(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "PROGRAMS", ())
    collation = StanceCase("asserts", "one", AnchorState.ADJUSTED).collation()
    app = DiptychApp(Session(plain_loader(Workspace(Path("none"), Path("none"))), "Mira", collation), Config())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("]", "y")
        assert app.clipboard.startswith("“today one”\n— Holm — ")


async def test_copy_uses_a_clipboard_program_if_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "copier"
    program.write_text(f"#!/bin/sh\ncat > {tmp_path}/taken\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(clipboard, "PROGRAMS", ((str(tmp_path / "missing"),), (str(program),)))
    assert clipboard.copy_to_system("a “quote”")
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "a “quote”"
    monkeypatch.setattr(clipboard, "PROGRAMS", (("false",),))
    assert not clipboard.copy_to_system("x")


async def test_a_configured_key_replaces_the_default(reading: Reading, ferry: Workspace) -> None:
    config = Config(keys={"annotation.next": "N", "move.down": "ctrl+n"})
    async with reading(ferry, config=config) as pilot:
        await pilot.press("]")
        assert at_cursor(pilot, 5) == "Ferry"
        await pilot.press("N")
        assert at_cursor(pilot, 6) == "Nobody"
        await pilot.press("g", "ctrl+n")
        assert at_cursor(pilot, 9) == "The ferry"
        assert "N next" in shown(pilot)


async def test_the_palette_finds_a_command_by_its_name(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        await pilot.press(*"zoom")
        assert "Show this account alone, or all of them again  " in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert reading_screen(pilot).zoomed


async def test_the_palette_offers_nothing_for_words_of_no_command(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("ctrl+p", *"csv")
        assert "No command like that." in shown(pilot)
        await pilot.press("enter", "escape")
        assert pilot.app.screen is reading_screen(pilot)


@pytest.mark.parametrize("typed", ["save", "csv", "ame", "zo x"])
def test_a_command_matches_by_its_words_only(typed: str) -> None:
    assert matching_commands(typed) == []


def test_words_of_a_command_match_in_any_order_and_its_label_first() -> None:
    assert matching_commands("again alone")[0].id == "view.zoom"
    assert matching_commands("find")[0].id == "find"
    assert [command.id for command in matching_commands("EXP mark")] == ["export"]


async def test_every_theme_can_be_reached_and_distinguishes_the_kinds(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        seen = set()
        for _ in THEMES:
            await pilot.press("T")
            await pilot.pause()
            seen.add(pilot.app.theme)
            styles = pane(pilot).painter.styles
            colours = {
                styles.glyph_style(name).color for name in ("claim", "denial", "agreement", "note", "no-comment")
            }
            assert len(colours) == 5
        assert seen == {theme.name for theme in THEMES}


async def test_the_theme_is_kept_unless_the_settings_name_one(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("T")
        assert told(pilot)[-1] == "Colours: light"
    async with reading(ferry) as pilot:
        assert pilot.app.theme == "diptych-light"
    async with reading(ferry, config=Config(theme="contrast")) as pilot:
        assert pilot.app.theme == "diptych-contrast"
        await pilot.press("T")
        assert told(pilot)[-1] == "Colours: terminal, until you quit: config.yaml says contrast"
    assert kept_theme() == "light"


async def test_no_colour_leaves_glyphs_and_text_styles(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(ferry) as pilot:
        strips = pane(pilot, 1).render_lines(pane(pilot, 1).size.region)
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        assert all(style.color is None or style.color.is_default for style in styles)
        assert all(style.bgcolor is None or style.bgcolor.is_default for style in styles)
        assert any(style.underline for style in styles)
        assert "✗" in shown(pilot)


def test_without_colours_selections_and_hits_look_like_no_kind() -> None:
    chrome = {"background": "ansi_default", "primary": "ansi_blue", "secondary": "ansi_cyan", "accent": "ansi_magenta"}
    variables = {**TERMINAL.variables, **chrome}
    styles = PaneStyles.of_theme(variables, Codebook(), lambda style: style.without_color)
    states = [TextState(), TextState(selected=True), TextState(hit=True), TextState(title=True)]
    states += [
        TextState((name,), is_current) for name in ("claim", "denial", "agreement") for is_current in (False, True)
    ]
    looks = Counter(styles.text_style(state) for state in states)
    assert looks[styles.text_style(TextState(selected=True))] == 1
    assert looks[styles.text_style(TextState(hit=True))] == 1


async def test_ascii_mode_draws_only_ascii_glyphs(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, config=Config(ascii=True)) as pilot:
        assert not set("▸✗≡✎▕") & set(shown(pilot))
        assert " > " in shown(pilot)
        assert "1x " in shown(pilot)


async def test_help_lists_every_command(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(120, 120)) as pilot:
        await pilot.press("question_mark")
        await settle(pilot)
        said = " ".join(shown(pilot).split())
        for command in COMMANDS:
            if not command.id.startswith("pane.") or not command.id[-1].isdigit():
                assert " ".join(command.description.split()[:4]) in said, command.id
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is pilot.app.screen_stack[0]


def test_command_ids_and_keys_are_unique() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    for scopes in ({Scope.PANE, Scope.SCREEN}, {Scope.SCREEN, Scope.APP}):
        keys = [key for command in COMMANDS if command.scope in scopes for key in command.keys.split(",")]
        assert len(keys) == len(set(keys))


async def test_q_and_ctrl_c_quit(reading: Reading, ferry: Workspace) -> None:
    for key in ("q", "ctrl+c", "ctrl+q"):
        async with reading(ferry) as pilot:
            await pilot.press(key)
            await pilot.pause()
            assert pilot.app._exit


async def test_a_bad_record_is_reported_with_its_line_and_the_others_load(reading: Reading, ferry: Workspace) -> None:
    path = ferry.list_file("north")
    path.write_text(path.read_text(encoding="utf-8").replace("kind: claim", "kind:"), encoding="utf-8")
    async with reading(ferry) as pilot:
        assert "a record without a kind" in told(pilot)[-1]
        assert "1 wrong" in shown(pilot)
        assert len(session(pilot).accounts[0].placed) == 1
        await pilot.press("exclamation_mark")
        await settle(pilot)
        assert "north.yaml:6:" in shown(pilot)


async def test_an_empty_workspace_shows_what_to_do(reading: Reading, ferry: Workspace) -> None:
    for name in ("north", "south"):
        (ferry.articles / f"{name}.txt").unlink()
    async with reading(ferry) as pilot:
        assert "Nothing to read yet" in shown(pilot)
        for key in ("j", "]", "c", "n", "x", "e", "u", "z", "i", "tab", "y", "enter"):
            await pilot.press(key)
        await settle(pilot)
        assert "Nothing to read yet" in shown(pilot)


async def test_a_missing_article_is_reported_and_the_other_is_opened(reading: Reading, ferry: Workspace) -> None:
    (ferry.articles / "north.txt").unlink()
    async with reading(ferry) as pilot:
        assert [account.article.id for account in session(pilot).accounts] == ["south"]
        await pilot.app.workers.wait_for_complete()
        await settle(pilot)
        assert "north" in " ".join(told(pilot))
        await pilot.press("exclamation_mark")
        await settle(pilot)
        assert "north.yaml" in shown(pilot)


async def test_an_article_without_annotations_shows_how_to_begin(reading: Reading, ferry: Workspace) -> None:
    ferry.list_file("north").unlink()
    async with reading(ferry) as pilot:
        assert "nothing marked yet" in shown(pilot)
        assert "they take the sentence here, or words selected with v" in shown(pilot)


def test_what_is_wrong_in_the_settings_is_among_the_problems(ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem(ferry.root / "config.yaml", 1, 8, "ascii must be yes or no")
    apps: list[DiptychApp] = []
    monkeypatch.setattr(DiptychApp, "run", lambda app: apps.append(app))
    monkeypatch.setattr("tui.reader.app.block_signals", lambda: None)
    monkeypatch.setattr(DiptychApp, "return_code", 0)
    run(Start(ferry, ("north",), Config(), "Mira", (problem,)))
    assert apps[0].session.problems == (problem,)


@pytest.mark.parametrize(("asked", "status"), [(True, 0), (False, 70)])
def test_only_the_user_ends_the_reader_with_status_0(
    ferry: Workspace, monkeypatch: pytest.MonkeyPatch, *, asked: bool, status: int
) -> None:
    def end(app: DiptychApp) -> None:
        app.asked_to_quit = asked
        app.exit()

    monkeypatch.setattr(DiptychApp, "run", end)
    monkeypatch.setattr("tui.reader.app.block_signals", lambda: None)
    assert run(Start(ferry, ("north",), Config(), "Mira")) == status


@pytest.mark.parametrize(("annotates", "status"), [(True, 10), (False, 0)])
def test_the_exit_status_says_whether_something_was_annotated(
    ferry: Workspace, monkeypatch: pytest.MonkeyPatch, *, annotates: bool, status: int
) -> None:
    def end(app: DiptychApp) -> None:
        if annotates:
            app.session.add(Annotation("n1", "note", article="north", on="hurt", body="Really?"))
        app.asked_to_quit = True
        app.exit()

    monkeypatch.setattr(DiptychApp, "run", end)
    monkeypatch.setattr("tui.reader.app.block_signals", lambda: None)
    assert run(Start(ferry, ("north",), Config(), "Mira"), annotated_status=10) == status
