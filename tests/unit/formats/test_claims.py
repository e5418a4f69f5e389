"""Claims and their reviews in the words of schema.org."""

import json
import re
from dataclasses import replace
from typing import Any

from any_record import TEXTS
from collations import Telling, annotate, codebook, collate
from hypothesis import given

from tui.analysis.filters import Filter, filter_collation, matching_records
from tui.analysis.survey import Survey
from tui.formats.claims import claim_pieces
from tui.model import Byline, Codebook, Collation, Proposition

CHECKED = Proposition(
    "killed", "35 were killed", (), "unproven", "No *list*.", ("https://un.example/1", "A doctor"), "2026-06-01"
)
NORTH = Byline("Harbour", "The North", "Eva Lind", "2026-05-04", "https://n.example/1")


def graph(whole: Collation, chosen: Survey | None = None, scope: str = "") -> list[dict[str, Any]]:
    survey = Survey(whole)
    document = json.loads("".join(claim_pieces(survey, chosen or survey, scope=scope)))
    assert document["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = document["@graph"]
    return found


def attack(*propositions: Proposition) -> Collation:
    """Return two accounts of an attack, the second one earlier."""
    one = (
        annotate("claim", "35 were killed", "Holm", "killed"),
        annotate("claim", "a storm", about="storm"),
        annotate("denial", "no fire", "Ada Holm", "fire"),
    )
    two = (annotate("claim", "35 died", about="killed"), annotate("denial", "no storm", "Bo", "storm"))
    book = codebook(
        {"killed": "35 were killed", "storm": "A storm came", "fire": "It burned"}, (), {"Ada Holm": ("Holm",)}
    )
    changed = {**book.propositions, **{each.slug: each for each in propositions}}
    return collate(
        Telling("one", "35 were killed in a storm, no fire.", one, NORTH),
        Telling("two", "35 died, no storm.", two, Byline("Port", "The South", date="2026-05-03")),
        book=replace(book, propositions=changed),
    )


SOUTH_ARTICLE = {
    "@type": "Article",
    "headline": "Port",
    "datePublished": "2026-05-03",
    "publisher": {"@type": "NewsMediaOrganization", "name": "The South"},
}
NORTH_ARTICLE = {
    "@type": "Article",
    "headline": "Harbour",
    "url": "https://n.example/1",
    "datePublished": "2026-05-04",
    "author": {"name": "Eva Lind"},
    "publisher": {"@type": "NewsMediaOrganization", "name": "The North"},
}


def test_a_claim_has_its_speakers_its_quotes_and_where_it_appeared_first() -> None:
    south = {"@type": "NewsMediaOrganization", "name": "The South"}
    assert graph(attack())[0] == {
        "@type": "Claim",
        "@id": "urn:diptych:proposition:killed",
        "identifier": "killed",
        "text": "35 were killed",
        "author": [{"name": "Ada Holm"}, south],
        "firstAppearance": SOUTH_ARTICLE,
        "appearance": [
            {
                "@type": "Quotation",
                "text": "35 were killed",
                "author": [{"name": "Ada Holm"}],
                "isPartOf": NORTH_ARTICLE,
            },
            {"@type": "Quotation", "text": "35 died", "author": [south], "isPartOf": SOUTH_ARTICLE},
        ],
    }


def test_a_denial_is_no_appearance_and_what_is_only_denied_no_claim() -> None:
    claims = graph(attack())
    assert [claim["identifier"] for claim in claims] == ["killed", "storm"]
    assert [quote["text"] for quote in claims[1]["appearance"]] == ["a storm"]


def test_a_verdict_is_a_review_with_its_reason_and_sources() -> None:
    review = graph(attack(CHECKED))[0]
    claim = review.pop("itemReviewed")
    assert review == {
        "@type": "ClaimReview",
        "claimReviewed": "35 were killed",
        "reviewRating": {"@type": "Rating", "alternateName": "unproven"},
        "reviewBody": "No *list*.",
        "citation": [{"@type": "CreativeWork", "url": "https://un.example/1"}, "A doctor"],
        "datePublished": "2026-06-01",
    }
    assert claim == graph(attack())[0]


def test_a_verdict_is_a_review_even_if_nobody_asserts_the_proposition() -> None:
    denied, unspoken = replace(CHECKED, slug="fire"), replace(CHECKED, slug="quiet")
    reviews = graph(attack(denied, unspoken))[2:]
    assert [(review["itemReviewed"]["identifier"], review["@type"]) for review in reviews] == [
        ("fire", "ClaimReview"),
        ("quiet", "ClaimReview"),
    ]
    assert "appearance" not in reviews[0]["itemReviewed"]


def test_with_a_filter_only_what_matches_is_a_claim_but_first_is_what_was_first_of_all() -> None:
    collation, condition = attack(replace(CHECKED, slug="quiet")), Filter(speakers=("Ada Holm",), kinds=("claim",))
    chosen = Survey(filter_collation(collation, condition), matching_records(collation, condition))
    (claim,) = graph(collation, chosen, condition.describe())
    assert claim["identifier"] == "killed"
    assert claim["firstAppearance"] == SOUTH_ARTICLE


def test_what_is_doubtful_or_has_no_web_address_is_left_out() -> None:
    records = (annotate("claim", "Rain", "A", "rain"), annotate("claim", "gone", "B", "rain"))
    byline = Byline("T", url="javascript:alert(1)", date="last week")
    (claim,) = graph(collate(Telling("one", "Rain", records, byline), book=codebook({"rain": "It rains"})))
    assert claim["author"] == [{"name": "A"}]
    assert claim["appearance"][0]["isPartOf"] == {"@type": "Article", "headline": "T"}
    assert "firstAppearance" not in claim


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_comes_back_and_nothing_disturbs_a_terminal(slug: str, words: str, name: str) -> None:
    checked = Proposition(slug, words, (), words, words, (name,), words)
    book = Codebook({slug: checked}, codebook().kinds)
    collation = collate(Telling("one", words, (annotate("claim", words, name, slug),), Byline(name, name)), book=book)
    document = "".join(claim_pieces(Survey(collation), Survey(collation)))
    (review,) = json.loads(document)["@graph"]
    claim = review["itemReviewed"]
    assert (claim["identifier"], claim["text"], claim["author"]) == (slug, words, [{"name": name}])
    assert (review["reviewRating"]["alternateName"], review["reviewBody"]) == (words, words)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", document)
    assert len(document.splitlines()) == 6
    assert re.fullmatch(r"[!-~]+", claim["@id"])
