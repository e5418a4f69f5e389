"""Blind mode leaves only one's own records."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planted_records import SECRET, plant_records
from two_workspaces import ONE, OPENS, TWO, write_article

from tui.model import Codebook, Collation, Workspace
from tui.storage.workspace.blind_records import is_same_annotator, reader_name
from tui.storage.workspace.cached_loader import cached_loader, save_parsed
from tui.storage.workspace.discovery import workspace_of_files
from tui.storage.workspace.plain_loader import read_codebook, read_collation


def _ids(collation: Collation) -> set[str]:
    records = [placed.record for account in collation.accounts for placed in account.placed]
    return {record.annotation.id for record in (*records, *collation.notes)}


def test_others_are_hidden_until_it_is_lifted(ferry: Workspace) -> None:
    plant_records(ferry)
    blind = read_collation(ferry)
    assert blind.codebook.blind
    assert _ids(blind) == {"own1"}
    assert SECRET not in str(blind)
    sighted = ferry.codebook.read_text("utf-8").replace("blind: true", "blind: no")
    ferry.codebook.write_text(sighted, "utf-8")
    assert _ids(read_collation(ferry)) >= {"own1", "zqx1", "zqx2", "zqx3", "zqx4", "zqx6", "hurt"}
    assert _ids(read_collation(replace(ferry, blind=True))) == {"own1"}
    assert _ids(read_collation(replace(ferry, blind=True, annotator="BEN  zqx"))) == {
        "bad",
        "zqx1",
        "zqx3",
        "zqx4",
        "zqx6",
        "zqx7",
    }


def test_the_cache_hides_them_whoever_filled_it(ferry: Workspace) -> None:
    (ferry.annotations / "north").mkdir()
    for name in ("Ada", "Ben"):
        text = f"{{id: {name}, kind: claim, quote: ran aground, annotator: {name}}}"
        (ferry.annotations / "north" / f"{name.lower()}.x.yaml").write_text(text)
    codebook = ferry.codebook.read_text("utf-8")
    for blind, reader, shown in (
        (False, "Ada", {"Ada", "Ben", "hurt", "radar-open"}),
        (True, "Ada", {"Ada"}),
        (True, "Ben", {"Ben"}),
    ):
        ferry.codebook.write_text(f"{codebook}blind: {str(blind).lower()}\n", "utf-8")
        loader = cached_loader(replace(ferry, annotator=reader))
        assert _ids(loader.collation(["north"])) == shown
        save_parsed(loader)
        collation = cached_loader(replace(ferry, annotator=reader)).collation(["north"])
        assert (collation.codebook.blind, _ids(collation)) == (blind, shown)


@pytest.mark.parametrize(
    ("codebook", "blind"),
    [
        (b"blind: true", True),
        (b"blind: 'Yes'", True),
        (b"blind: false", False),
        (b"blind: maybe", True),
        (b"blind:", True),
        (b"blind: [a]", True),
        (b"kinds: {", False),
        (b"blind: true\nkinds: {", True),
        (b"blind: no\nkinds: {", False),
        (b"blind: true\n\xff", True),
        (b"kinds:\n  blind: {label: x}\n", False),
        (b"<<<<<<< a\n=======\nblind: true\n>>>>>>> b\n", True),
    ],
)
def test_a_codebook_in_doubt_is_blind(codebook: bytes, blind: bool, ferry: Workspace) -> None:
    ferry.codebook.write_bytes(codebook)
    assert read_codebook(ferry).blind is blind
    assert ("hurt" in _ids(read_collation(ferry))) is not blind


def test_a_problem_is_shown_whole_only_if_it_is_ones_own(ferry: Workspace) -> None:
    folder = ferry.annotations / "north"
    folder.mkdir()
    for name, annotator in (("mira.1", "annotator: Mira, "), ("mira.2", "annotator: Ben, "), ("ben.3", "")):
        text = f"{{id: {name}, kind: kind-{name}, {annotator}quote: ran aground}}"
        (folder / f"{name}.yaml").write_text(text)
    (folder / "mira.4.yaml").write_text("{id: [")
    problems = {each.file.stem: each for each in read_collation(replace(ferry, blind=True)).accounts[0].problems}
    assert {name for name, each in problems.items() if "blind mode" in each.message} == {"mira.2", "ben.3"}
    assert problems["ben.3"].line == 1


def test_ones_other_names_are_ones_own(ferry: Workspace) -> None:
    plant_records(ferry)
    codebook = ferry.codebook.read_text("utf-8")
    ferry.codebook.write_text(f"{codebook}annotators:\n  Mira Zqx: [mira, Ben zqx]\n", "utf-8")
    assert "zqx1" in _ids(read_collation(ferry))
    assert "zqx2" not in _ids(read_collation(ferry))


def test_who_reads(ferry: Workspace) -> None:
    assert reader_name(ferry) == "Mira"
    assert reader_name(replace(ferry, annotator="Ada")) == "Ada"


@given(st.text(max_size=8))
@settings(max_examples=40)
def test_no_name_is_nobodys(name: str) -> None:
    book = Codebook()
    assert is_same_annotator(name, f" {name} ", book) == bool(name.strip())
    assert not is_same_annotator("", name, book)
    assert not is_same_annotator(name, f"{name}x", book)


def test_one_blind_workspace_makes_all_that_are_open_blind(tmp_path: Path) -> None:
    signed = ONE.replace("quote", "annotator: Mira, quote")
    one = write_article(tmp_path / "one" / "articles" / "a.txt", "The bridge opens", signed)
    blind = f"{OPENS}blind: true\n"
    two = write_article(tmp_path / "two" / "articles" / "b.txt", "The bridge stays shut", TWO, blind)
    three = write_article(tmp_path / "three" / "articles" / "c.txt", "The bridge stays shut", TWO)
    shown = [len(account.placed) for account in read_collation(workspace_of_files([one, two, three])).accounts]
    assert shown == [1, 0, 0]
