import gc
import time

import pytest

from tui.attribution.suggestion import draft_suggestions
from tui.model.codebook import Codebook, Speaker

TEXT = "The mayor Ana Ruiz left. “It is late,” Ruiz said. The bridge opened on Monday."


def test_a_draft_has_what_a_record_needs() -> None:
    (draft,) = draft_suggestions(TEXT)
    assert (draft.kind, draft.speaker, draft.speaker_words) == ("claim", ("Ana Ruiz",), "Ruiz")
    assert (draft.cue, draft.cue_span.of(TEXT)) == ("said", "said")
    assert [span.of(TEXT) for span in draft.spans] == ["“It is late,”"]
    assert draft.speaker_span is not None
    assert draft.speaker_span.of(TEXT) == "Ruiz"
    assert (draft.rule, draft.via, draft.hedge) == ("quotation before", (), "")
    assert 0.9 < draft.score <= 1
    assert draft.why.startswith("“said” reports the quotation before the cue")


def test_the_codebook_names_the_speaker() -> None:
    codebook = Codebook(speakers={"Ana Ruíz": Speaker("Ana Ruíz", ("Ana Ruiz",))})
    assert draft_suggestions(TEXT, codebook=codebook)[0].speaker == ("Ana Ruíz",)


def test_the_article_of_a_speaker_is_no_other_name() -> None:
    (draft,) = draft_suggestions("The Foreign Ministry said that it was late.")
    assert (draft.speaker, draft.speaker_words) == (("Foreign Ministry",), "")


def test_what_the_article_tells_itself_is_no_draft() -> None:
    assert draft_suggestions("The bridge opened on Monday. It is late.") == []
    after = "“It is cold,” said Ana Ruiz. Expecting that it will snow is wrong."
    assert [draft.cue for draft in draft_suggestions(after)] == ["said"]


@pytest.mark.parametrize(
    "text",
    [
        "The city denied that.",
        "Ana Ruiz said so.",
        "If you noticed what is late, you are wrong.",
        "Asked who will pay, the company was brief.",
        "Twitter seemed a bit confused by the campaign.",
    ],
)
def test_what_says_nothing_by_itself_is_no_draft(text: str) -> None:
    assert draft_suggestions(text) == []


def test_not_wanting_to_say_is_no_comment() -> None:
    (draft,) = draft_suggestions("Ana Ruiz did not want to say how old the pipe was.")
    assert (draft.kind, draft.cue, draft.rule) == ("no-comment", "did not want to say", "wh")
    (other,) = draft_suggestions("Ana Ruiz did not want to say whether the pipe was old.")
    assert (other.kind, other.rule) == ("no-comment", "phrase")


LONG = {
    "en": ("the mayor said that he was going, and ", "Ana Ruiz, Lind, ", '"a ', "“a said\n"),
    "de": ("Müller sagte, dass und ", "„a — sagte — ", "— a — sagte\n"),
    "tr": ("Ruiz, x söyledi ve ", "“a” dedi "),
    "ru": ("сказал, что и ", "по словам "),
}
"""Parts of texts that are one long sentence, marks only, or names only."""


def seconds(text: str, code: str) -> float:
    """Return the CPU time of drafting, without collecting garbage."""
    gc.disable()
    began = time.process_time()
    draft_suggestions(text, code)
    taken = time.process_time() - began
    gc.enable()
    return taken


@pytest.mark.parametrize("code", LONG)
def test_the_time_grows_with_the_text_and_no_faster(code: str) -> None:
    for part in LONG[code]:
        times = 500 // len(part.split())
        short = min(seconds(part * times, code) for _ in range(3))
        assert seconds(part * times * 8, code) < 24 * short, part


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said that it was late.",
        "No one said it was late.",
        "None of the ministers said it was late.",
        "Neither side said it was late.",
        "So many people were talking about the slogan that the state and the town became top trends.",
    ],
)
def test_what_nobody_says_and_what_comes_of_it_is_no_draft(text: str) -> None:
    assert draft_suggestions(text) == []


def test_what_quotes_nothing_is_no_draft() -> None:
    assert draft_suggestions("which : We told : ! It according") == []
