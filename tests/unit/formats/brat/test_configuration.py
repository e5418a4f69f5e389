"""The configuration names every type that the files have."""

import re

from collations import NO_COMMENT, annotate, codebook
from importing import imported_account
from placing import placed_at

from tui.formats.brat.configuration import annotation_conf, visual_conf
from tui.formats.brat.read_document import read_brat
from tui.formats.foreign import ImportFile
from tui.model import Kind, Stance

ANN = (
    "T1\tPerson 0 3\tAda\nT2\tTell 4 8\ttold\nE1\tTell:T2 Who:T1 Who2:T1\n"
    "R1\tFriend Arg1:T1 Arg2:T1\n*\tAlias T1 T1\nA1\tSure E1 High\nA2\tSeen T1\n"
)
BOOK = codebook(kinds=[NO_COMMENT, Kind("a b", "A | <b>\n", "~", Stance.REJECTS)])


def sections(text: str) -> dict[str, list[str]]:
    parts = re.split(r"^\[(\w+)\]$", text, flags=re.MULTILINE)[1:]
    return {name: body.split("\n")[2:-1] for name, body in zip(parts[::2], parts[1::2], strict=True)}


def test_kinds_are_events() -> None:
    conf = sections(annotation_conf(BOOK, [placed_at(annotate("odd", "x", id="k"), 0, 1)]))
    assert conf["entities"][:2] == ["Speaker", "Cue"]
    names = [line.split("\t")[0] for line in conf["events"] if line]
    assert names == ["claim", "denial", "agreement", "note", "no-comment", "x-a-b", "odd"]
    assert conf["events"][0] == "claim\tSource*:Speaker, Cue*:Cue"


def test_what_came_from_brat_has_its_types() -> None:
    account = imported_account("one", "Ada told", read_brat(ImportFile("one.ann", ANN, "Ada told")).annotations)
    conf = sections(annotation_conf(BOOK, account.placed))
    assert conf["entities"][:3] == ["Speaker", "Cue", "Person"]
    assert "Tell\tWho*:<ANY>" in conf["events"]
    assert conf["relations"][:2] == [
        "Friend\tArg1:<ANY>, Arg2:<ANY>",
        "Alias\tArg1:<ANY>, Arg2:<ANY>, <REL-TYPE>:symmetric-transitive",
    ]
    assert conf["attributes"][2:4] == ["Seen\tArg:<ANY>", "Sure\tArg:<ANY>, Value:High"]


def test_kinds_have_labels_and_colours() -> None:
    conf = sections(visual_conf(BOOK))
    assert "claim | Claim" in conf["labels"]
    assert "x-a-b | A / ‹b›" in conf["labels"]
    assert "x-a-b\tbgColor:#fdae6b" in conf["drawing"]
