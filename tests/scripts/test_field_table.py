"""The table of what formats keep is found out by trying."""

from dataclasses import replace

import field_table
import pytest

from tui.formats.foreign import ForeignDocument


def rows() -> dict[str, list[str]]:
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in field_table.field_table().splitlines()]
    return {cells[0]: cells[1:] for cells in lines}


def test_json_ld_keeps_all_and_the_others_what_they_can() -> None:
    found = rows()
    assert found[""] == ["`json`", "`jsonld`", "`brat`"] == [f"`{name}`" for name in field_table.COMMON]
    assert {cells[1] for what, cells in list(found.items())[2:]} == {"yes"}
    assert found["`start`, `end` as they were"] == ["no", "yes", "yes"]
    assert found["notes on an article"] == ["yes", "yes", "no"]


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
    assert rows()["`cue`"] == ["no", "no", "no"]
