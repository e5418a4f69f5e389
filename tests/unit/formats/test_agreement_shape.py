"""The JSON of agreement."""

import json

from five_annotators import ALL, PAIRS, ROWS, five_annotators

from tui.analysis.agreement.agreement import find_agreement
from tui.formats.agreement_shape import agreement_shape
from tui.formats.json_text import json_text


def test_json_has_every_figure_and_disagreement() -> None:
    shape = json.loads(json_text(agreement_shape(find_agreement(five_annotators()))))
    figures = shape["all"]["figures"]
    assert {one["measure"]: (round(one["value"], 3), one["units"]) for one in figures} == ALL
    assert figures[0]["interval"][0] < 0.5 < figures[0]["interval"][1]
    assert figures[0] | {"interval": None} == {
        "measure": "span-f1-exact",
        "value": 0.5,
        "undefined": "",
        "units": 5,
        "compared": "marked places",
        "interval": None,
        "samples": figures[0]["samples"],
        "disagreements": 4,
    }
    rows = [
        (
            row["difference"],
            row["article"],
            (row["start"], row["end"]),
            tuple(name for side in row["marked"] for name in side["records"]),
            tuple(row["not_marked"]),
        )
        for row in shape["all"]["disagreements"]
    ]
    assert rows == list(ROWS)
    assert shape["all"]["disagreements"][1]["marked"][3] == {"annotator": "Dora", "records": ["a4"], "value": "denial"}
    assert [tuple(pair["annotators"]) for pair in shape["pairs"]] == list(PAIRS)


def test_json_says_what_was_left_out_and_why_a_value_is_missing() -> None:
    shape = json.loads(json_text(agreement_shape(find_agreement(five_annotators(), ["Ada", "Cem"]))))
    assert shape["annotators"] == [{"name": "Ada", "statements": 4}, {"name": "Cem", "statements": 3}]
    assert (shape["articles"], shape["pairs"]) == (["north", "south"], [])
    assert shape["left_out"] == [{"article": "third", "read_by": ["Ada"]}, {"article": "unread", "read_by": []}]
    assert shape["doubtful"] == [{"article": "south", "annotator": "Cem", "records": ["f3"]}]
    last = shape["all"]["figures"][-1]
    assert (last["value"], last["undefined"], last["samples"]) == (None, "no variation", 0)
