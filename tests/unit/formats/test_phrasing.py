"""Plain English for counts, days, stances and anchor states."""

import pytest
from aid_and_talks import aid_and_talks
from collations import Telling, annotate, codebook, collate
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.comparison import compare_accounts
from tui.formats import phrasing
from tui.model import BUILT_IN_KINDS, Anchor, AnchorState, Byline, Kind, Placed, Stance


@pytest.mark.parametrize(
    ("number", "noun", "plural", "phrase"),
    [
        (1, "statement", "", "1 statement"),
        (0, "statement", "", "0 statements"),
        (1200, "statement", "", "1,200 statements"),
        (2, "entry", "entries", "2 entries"),
        (1, "entry", "entries", "1 entry"),
    ],
)
def test_a_noun_agrees_with_its_number(number: int, noun: str, plural: str, phrase: str) -> None:
    assert phrasing.count_noun(number, noun, plural) == phrase


@pytest.mark.parametrize(("noun", "phrase"), [("claim", "a claim"), ("agreement", "an agreement"), ("", "a ")])
def test_a_noun_has_its_article(noun: str, phrase: str) -> None:
    assert phrasing.with_article(noun) == phrase


@pytest.mark.parametrize(
    ("timestamp", "day"),
    [
        ("2026-05-03T10:00:00Z", "3 May 2026"),
        ("2016-12-27", "27 December 2016"),
        ("2016-13-27", "2016-13-27"),
        ("2016-00-01", "2016-00-01"),
        ("2026-02-30", "2026-02-30"),
        ("2024-02-29", "29 February 2024"),
        ("2023-02-29T10:00:00Z", "2023-02-29T10:00:00Z"),
        ("0000-01-01", "0000-01-01"),
        ("May 2016", "May 2016"),
        ("２０１６-12-27", "２０１６-12-27"),
        ("", ""),
    ],
)
def test_a_timestamp_becomes_a_day_and_other_text_stays(timestamp: str, day: str) -> None:
    assert phrasing.format_day(timestamp) == day


def test_a_record_relates_to_its_proposition_by_the_stance_of_its_kind() -> None:
    kinds = (*BUILT_IN_KINDS, Kind("slant", "Slant", "~", Stance.NEUTRAL))
    labels = [phrasing.relation_label(kind) for kind in kinds]
    assert labels == ["Asserts", "Denies", "Agrees", "On", "Leaves open", "On"]


@pytest.mark.parametrize(
    ("annotator", "created", "signature"),
    [("Ada", "2026-05-03", "Ada, 3 May 2026"), ("Ada", "", "Ada"), ("", "2026-05-03", "3 May 2026"), ("", "", "")],
)
def test_a_signature_has_what_is_known(annotator: str, created: str, signature: str) -> None:
    assert phrasing.signature(annotate("note", annotator=annotator, created=created)) == signature


@pytest.mark.parametrize(
    ("speakers", "names"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B, C")]
)
def test_speakers_are_joined(speakers: tuple[str, ...], names: str) -> None:
    assert phrasing.speaker_names(annotate("claim", "x", speakers)) == names
    assert phrasing.speakers_or_own_voice(annotate("claim", "x", speakers)) == (names or "own voice")
    assert phrasing.speakers_or_own_voice(annotate("note", "x", speakers)) == names


def test_only_an_adjusted_quote_has_other_words_today() -> None:
    account = collate(Telling("one", "Aid must come", (annotate("claim", "Aid"),))).accounts[0]
    record = account.placed[0].record
    adjusted = Placed(record, Anchor(AnchorState.ADJUSTED, 4, 8, 0.9))
    assert phrasing.current_quote(account, adjusted) == "must"
    assert phrasing.current_quote(account, account.placed[0]) == ""


def test_every_state_but_exact_is_a_doubt() -> None:
    record = collate(Telling("one", "x", (annotate("claim", "x"),))).accounts[0].placed[0].record
    doubts = [phrasing.anchor_doubt(Placed(record, Anchor(state))) for state in AnchorState]
    assert [bool(doubt) for doubt in doubts] == [state is not AnchorState.EXACT for state in AnchorState]
    assert phrasing.anchor_doubt(Placed(record)) == ""


def test_a_byline_has_what_is_known() -> None:
    (full,) = collate(Telling("one", "x", (), Byline(outlet="The Times", author="Ada", date="2016-12-27"))).accounts
    (bare,) = collate(Telling("one", "x")).accounts
    assert phrasing.byline_parts(full) == ("The Times", "Ada", "27 December 2016")
    assert phrasing.byline_parts(bare) == ()


def test_an_empty_text_has_no_quotation_marks() -> None:
    assert (phrasing.in_quotes("a"), phrasing.in_quotes("")) == ("“a”", "")


def test_totals_count_statuses_and_what_has_no_row() -> None:
    assert phrasing.comparison_totals(compare_accounts(aid_and_talks())) == (
        "1 rejected · 1 open · 1 statement with a doubtful quote · 1 proposition that nobody speaks of"
    )
    one = collate(
        Telling("a", "It rains", (annotate("claim", "It rains", about="r"),)), book=codebook({"r": "It rains"})
    )
    assert phrasing.comparison_totals(compare_accounts(one)) == "1 told by one account"
    assert phrasing.comparison_totals(compare_accounts(collate())) == "No account says anything about a proposition."


@pytest.mark.parametrize(
    ("speaking", "silent"),
    [
        ((), "silent: A–AD"),
        ((1, 2), "silent: A, D–AD"),
        ((0, 1, 3, 29), "silent: C, E–AC"),
        (tuple(range(30)), ""),
        (tuple(range(29)), "silent: AD"),
    ],
)
def test_silent_accounts_are_named_on_one_line(speaking: tuple[int, ...], silent: str) -> None:
    comparison = compare_accounts(collate(*(Telling(f"t{number}", "x") for number in range(30))))
    assert phrasing.silent_accounts(comparison, [f"t{number}" for number in speaking]) == silent


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [("a\n b", 9, "a b"), ("one two three", 9, "one two …"), ("one, two", 6, "one …"), ("abcdef", 3, "abc …")],
)
def test_long_text_is_cut_after_a_word(text: str, limit: int, short: str) -> None:
    assert phrasing.shorten(text, limit) == short


@pytest.mark.parametrize(
    ("length", "first", "last"),
    [(13, "one two three", "one two three"), (9, "one two", "two three"), (7, "one two", "three"), (2, "on", "ee")],
)
def test_the_ends_of_a_line_are_whole_words_if_one_fits(length: int, first: str, last: str) -> None:
    assert phrasing.first_words("one two three", length) == first
    assert phrasing.last_words("one two three", length) == last


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(st.sampled_from("ab  é漢"), max_size=40), st.integers(1, 20))
def test_the_ends_of_a_line_are_parts_of_it_and_fit(line: str, length: int) -> None:
    first, last = phrasing.first_words(line, length), phrasing.last_words(line, length)
    assert line.startswith(first)
    assert line.endswith(last)
    assert max(len(first), len(last)) <= length or line == first == last


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("16 killed", "16 wounded", "16 [-killed-]{+wounded+}"),
        ("a b", "a new b", "a {+new +}b"),
        ("a\nb", "a b", "a[-␊-]{+ +}b"),
    ],
)
def test_changes_are_shown_on_one_line(old: str, new: str, changes: str) -> None:
    assert phrasing.inline_changes(old, new) == changes


def test_words_far_from_a_change_are_left_out() -> None:
    old = "this is a long beginning that stays, killed, and this is a long end that stays"
    assert phrasing.inline_changes(old, old.replace("killed", "wounded"), 10) == (
        "…stays, [-killed-]{+wounded+}, and this…"
    )


@pytest.mark.parametrize(
    ("start", "end", "around", "context"),
    [
        (4, 7, 32, "one «two» three four"),
        (4, 7, 7, "one «two» three…"),
        (8, 13, 5, "…two «three» four"),
        (0, 3, 32, "«one» two three four"),
    ],
)
def test_a_part_of_a_text_is_shown_among_its_neighbours(start: int, end: int, around: int, context: str) -> None:
    assert phrasing.in_context("one two\nthree four", start, end, around) == context


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Aid must come", "“Aid must come”"),
        ("“real doubts”", "“real doubts”"),
        ('"a terrible presidency."', '"a terrible presidency."'),
        ("“We agreed,” he said", "‘“We agreed,” he said’"),
        ("he said “yes”.", "‘he said “yes”.’"),
        ("„Wir bauen“", "„Wir bauen“"),
        ("« Nous partons »", "« Nous partons »"),
        ("「はい」", "「はい」"),
        ("“a” and “b”", "‘“a” and “b”’"),
        ('"a" and "b".', '‘"a" and "b".’'),
        ("«Non», puis «oui»", "‘«Non», puis «oui»’"),
        ('"', '‘"’'),
        ("‘so-called’ aid", "“‘so-called’ aid”"),
        ("the ministers’", "“the ministers’”"),
        ("", ""),
    ],
)
def test_marks_are_never_doubled(text: str, quoted: str) -> None:
    assert phrasing.in_quotes(text) == quoted
