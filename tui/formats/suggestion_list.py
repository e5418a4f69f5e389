"""Write suggestions, as text and as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from tui.analysis.alignment.aligned_drafts import AccountMatch, AlignedAccount, AlignedDraft, AlignedDrafts
from tui.analysis.alignment.nearest import Nearest
from tui.attribution.suggestion import Suggestion
from tui.formats.phrasing import in_quotes
from tui.formats.plain.page import Page
from tui.layout.visible import make_visible
from tui.model import Account, Codebook, Span

_QUOTE = 240
"""Code points of a draft's quote that are shown."""


def suggestion_lines(own: AlignedAccount, codebook: Codebook, page: Page, *, explained: bool) -> Iterator[str]:
    """Yield each draft: its heading, its quote, and what it may be about."""
    text = own.account.article.text
    for each in own.drafts:
        yield from page.rows(make_visible(_heading(each)), indent=2, hanging=2)
        yield from page.rows(make_visible(_quoted(text, each.draft.spans)), indent=4)
        if explained:
            yield from page.rows(make_visible(each.draft.why), indent=4, hanging=2)
            yield from _explained_propositions(each, codebook, page)
        elif each.nearest:
            near = ", ".join(f"{near.slug} {near.score:.2f}" for near in each.nearest)
            yield from page.rows(make_visible(f"about {near}?"), indent=4, hanging=2)


def match_lines(matches: Sequence[AccountMatch], page: Page) -> Iterator[str]:
    """Yield what two accounts both say, with both wordings and the reason."""
    for each in matches:
        match = each.match
        yield from page.rows(f"{match.score:.2f}  {match.rule}  {each.left.siglum} and {each.right.siglum}", indent=2)
        for side, account in enumerate((each.left, each.right)):
            words = f"{account.siglum}  {_quoted(account.article.text, match.of(side))}"
            yield from page.rows(make_visible(words), indent=4, hanging=3)
        yield from page.rows(make_visible(match.reason), indent=4, hanging=2)
        for difference in match.differences:
            yield from page.rows(make_visible(f"They contradict each other: {difference.reason}."), indent=4, hanging=2)


def suggestions_shape(aligned: AlignedDrafts) -> list[dict[str, Any]]:
    """Return the drafts for all accounts as JSON, with places in code points."""
    return [
        _shape(each, own.account, [match for match in aligned.matches if match.involves(own.account)])
        for own in aligned.accounts
        for each in own.drafts
    ]


def _shape(each: AlignedDraft, account: Account, matches: Sequence[AccountMatch]) -> dict[str, Any]:
    draft, text = each.draft, account.article.text
    return {
        "article": account.article.id,
        "kind": draft.kind,
        "speaker": list(draft.speaker),
        "as": draft.speaker_words,
        "speaker_span": list(draft.speaker_span) if draft.speaker_span else None,
        "cue": draft.cue,
        "cue_span": list(draft.cue_span),
        "spans": [list(span) for span in draft.spans],
        "quote": quote_of(draft, text),
        "hedge": draft.hedge,
        "via": list(draft.via),
        "rule": draft.rule,
        "score": draft.score,
        "why": draft.why,
        "marked": each.is_marked,
        "about": [_about(near) for near in each.nearest],
        "new": each.new,
        "contradicts": list(each.contradicts),
        "matches": [shape for match in matches if (shape := _match(match, account, draft.spans))],
    }


def _about(near: Nearest) -> dict[str, Any]:
    return {"id": near.slug, "score": near.score, "why": near.reason}


def _match(each: AccountMatch, account: Account, spans: Sequence[Span]) -> dict[str, Any] | None:
    """Return where another account says the same as a draft, if it does."""
    found = each.other_side(account.article.id, spans)
    if found is None:
        return None
    other, side = found
    differences = ((one.words, another.words) for one, another in each.match.differences)
    return {
        "article": other.article.id,
        "spans": [list(span) for span in each.match.of(side)],
        "quote": _joined(other.article.text, each.match.of(side)),
        "rule": each.match.rule,
        "score": each.match.score,
        "why": each.match.reason,
        "differs": [list(pair if side else reversed(pair)) for pair in differences],
    }


def quote_of(item: Suggestion, text: str) -> str:
    """Return the words of a draft, its pieces joined by an ellipsis."""
    return _joined(text, item.spans)


def _joined(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)


def _heading(each: AlignedDraft) -> str:
    item = each.draft
    who = ", ".join(item.speaker) or ("no name" if item.speaker_words else "no speaker")
    speaker = who + (f" (“{item.speaker_words}”)" if item.speaker_words else "")
    via = f", via {', '.join(item.via)}" if item.via else ""
    hedge = f", {item.hedge}" if item.hedge else ""
    cue = f": {item.cue}" if item.cue else ""
    return f"{item.score:.2f}  {item.kind}  {speaker}{via}{cue}{hedge}  [{item.rule}]"


def _explained_propositions(each: AlignedDraft, codebook: Codebook, page: Page) -> Iterator[str]:
    """Yield what a draft may be about, and a new proposition."""
    for near in each.nearest:
        line = f"{near.score:.2f}  {near.slug}: {codebook.proposition_text(near.slug)}. {near.reason}"
        yield from page.rows(make_visible(line), indent=4, hanging=6)
    if not each.new:
        return
    contradicting = f" It would contradict {', '.join(each.contradicts)}." if each.contradicts else ""
    yield from page.rows(make_visible(f"new   {each.new}.{contradicting}"), indent=4, hanging=6)


def _quoted(text: str, spans: Sequence[Span]) -> str:
    words = _joined(text, spans)
    return in_quotes(words if len(words) <= _QUOTE else f"{words[:_QUOTE].rstrip()}…")
