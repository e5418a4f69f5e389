"""The table of what formats keep is found out by trying."""

from dataclasses import fields, replace

import field_table
import pytest

from tui.formats.export_format import FORMATS
from tui.formats.foreign import ForeignDocument
from tui.model import Annotation


def rows() -> dict[str, list[str]]:
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in field_table.field_table().splitlines()]
    return {cells[0]: cells[1:] for cells in lines}


def test_json_ld_keeps_all_and_the_others_what_they_can() -> None:
    found = rows()
    assert found[""][:4] == ["`csv`", "`json`", "`jsonld`", "`brat`"] == [f"`{name}`" for name in field_table.COMMON]
    assert sorted(found[""]) == sorted(f"`{name}`" for name in FORMATS)
    lost = {what for what, cells in list(found.items())[2:] if cells[2] != "back"}
    assert lost == {"its status", "its outlet, date", "its author"}
    assert found["`start`, `end` as they were"][:4] == ["–", "–", "back", "back"]
    assert found["notes on an article"][:4] == ["back", "back", "back", "–"]
    assert found["keys of your own"][:4] == ["–", "back", "back", "back"]


def test_a_format_that_is_not_read_back_shows_words_or_not() -> None:
    found, names = rows(), [name.strip("`") for name in rows()[""]]
    shown = {name: {what for what, cells in found.items() if cells[names.index(name)] == "shown"} for name in names}
    assert shown["claims"] == {
        *("`speaker`", "`about`", "`quote`", "`quote` in pieces", "the proposition's sentence"),
        *("its verdict, `because`, `sources`, `checked`", "the article's title"),
        *("its address", "its outlet, date", "its author"),
    }
    assert shown["argdown"] - shown["claims"] == {
        *("`kind`", "`via`", "`cue`", "`hedge`", "denials", "its status", "what contradicts it"),
        "kinds of the codebook",
    }
    assert {what for what, cells in found.items() if what and cells[names.index("qdpx")] == "–"} == {
        *("`id`", "`was`", "`suggested`", "keys of your own", "`prefix`, `suffix`", "`start`, `end` as they were"),
        *("its status", "`resolves`"),
    }
    assert {"`tags`", "`as`", "notes on a proposition"} <= shown["html"] & shown["markdown"] & shown["obsidian"]
    assert "notes on a record" in shown["brat"]  # the reply, for people
    assert all("back" not in cells[len(field_table.COMMON) :] for cells in found.values())


def test_the_records_of_the_table_have_every_field() -> None:
    empty = {each.name for each in fields(Annotation) if not getattr(field_table.FULL, each.name)}
    assert empty == {"on"}  # the notes have it
    listed = {what.strip("`") for what in rows()}
    known = {"article": "the article's title", "target": "quote", "speaker_words": "as", "extra": "keys of your own"}
    names = {known.get(each.name, each.name) for each in fields(Annotation)} - {"on"}
    assert names <= listed


def test_a_field_that_is_lost_is_no_longer_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    real = field_table.round_trip

    def without_cue(name: str, *annotations: object, **options: object) -> ForeignDocument:
        document = real(name, *annotations, **options)  # type: ignore[arg-type]
        return replace(
            document,
            annotations=tuple(
                replace(each, annotation=replace(each.annotation, cue="")) for each in document.annotations
            ),
        )

    monkeypatch.setattr(field_table, "round_trip", without_cue)
    assert field_table.FULL.cue
    assert rows()["`cue`"][:4] == ["shown"] * 4
