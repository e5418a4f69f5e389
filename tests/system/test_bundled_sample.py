"""Check the sample's annotations with plain PyYAML and string search."""

import hashlib
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from rich.cells import cell_len

ROOT = Path(__file__).parents[2]
ANKARA, ALANYA = "000_99cd5badc6da52f9", "002_b3c679df3c8f7e39"
SEEDS = {
    ANKARA: "ac3de56d7e9ac3aa9afda402bd6b6ce38da880cd2b521e276f0ca6732206d87d",
    ALANYA: "d9bb37dbf3d446388c5fa737541ebcfc39059ec05ffc7f23335aef13c923959f",
}
STATEMENTS = {"claim", "denial", "agreement", "no-comment", "no-knowledge"}
FIELDS = {"id", "kind", "speaker", "about", "cue", "quote", "prefix", "suffix", "body", "tags", "on"}

Fields = dict[str, Any]
each_article = pytest.mark.parametrize("article", SEEDS)


def load(name: str) -> Fields:
    text = (ROOT / "annotations" / f"{name}.yaml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.BaseLoader))  # keeps every scalar a string


def seed(article: str) -> bytes:
    return (ROOT / "seeds" / f"{article}.txt").read_bytes()


CODEBOOK = load("codebook")
TEXTS = {article: seed(article).decode("utf-8") for article in SEEDS}
RECORDS: dict[str, list[Fields]] = {article: load(article)["annotations"] for article in SEEDS}


def statements(article: str) -> list[Fields]:
    return [record for record in RECORDS[article] if record["kind"] != "note"]


def quoted(article: str) -> list[Fields]:
    return [record for record in RECORDS[article] if "quote" in record]


def places(text: str, record: Fields) -> list[int]:
    prefix, suffix = record.get("prefix", ""), record.get("suffix", "")
    return [m.start() + len(prefix) for m in re.finditer(re.escape(prefix + record["quote"] + suffix), text)]


def cue_is_near(text: str, record: Fields) -> bool:
    paragraphs = [line for line in text.split("\n") if line.strip()]
    index = next(index for index, paragraph in enumerate(paragraphs) if places(paragraph, record))
    return any(record.get("cue", "") in paragraph for paragraph in paragraphs[max(index - 1, 0) : index + 2])


def propositions(article: str) -> set[str]:
    return {record["about"] for record in statements(article)}


@each_article
def test_the_seed_is_unchanged(article: str) -> None:
    assert hashlib.sha256(seed(article)).hexdigest() == SEEDS[article]


@each_article
def test_list_names_its_article_and_its_ids_are_unique(article: str) -> None:
    assert load(article)["article"] == article
    ids = Counter(record["id"] for record in RECORDS[article])
    assert [name for name, count in ids.items() if count > 1] == []


@each_article
def test_each_quote_occurs_once_within_a_paragraph(article: str) -> None:
    counts = {record["id"]: len(places(TEXTS[article], record)) for record in quoted(article)}
    assert {name: count for name, count in counts.items() if count != 1} == {}
    assert [record["id"] for record in quoted(article) if "\n" in record["quote"]] == []


@each_article
def test_each_cue_is_near_its_quote(article: str) -> None:
    assert [record["id"] for record in quoted(article) if not cue_is_near(TEXTS[article], record)] == []


@each_article
def test_statements_come_in_reading_order(article: str) -> None:
    starts = [(places(TEXTS[article], record)[0], record["id"]) for record in statements(article)]
    assert [later for earlier, later in pairwise(starts) if later[0] < earlier[0]] == []


@each_article
def test_statements_have_a_known_kind_a_proposition_and_speakers(article: str) -> None:
    least = {"claim": 0, "agreement": 2}  # a claim without a speaker is the account's own
    for record in statements(article):
        assert record["kind"] in STATEMENTS, record
        assert record["quote"], record
        assert record["about"] in CODEBOOK["propositions"], record
        assert isinstance(record.get("speaker", []), list), record
        assert len(record.get("speaker", [])) >= least.get(record["kind"], 1), record
        assert set(record) <= FIELDS, record


@each_article
def test_notes_have_a_body_and_a_target(article: str) -> None:
    ids = {record["id"] for record in RECORDS[article]}
    for note in RECORDS[article]:
        assert note["kind"] != "note" or note["body"], note
        assert note.get("on", note["id"]) in ids, note
        assert set(note) <= FIELDS, note


def test_propositions_are_sentences_without_full_stop() -> None:
    for slug, sentence in CODEBOOK["propositions"].items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
        assert re.fullmatch(r"[A-Z].*\w", sentence), slug
        assert len(sentence.split()) >= 5, slug


def test_each_proposition_is_used_and_none_is_repeated() -> None:
    assert set(CODEBOOK["propositions"]) == propositions(ANKARA) | propositions(ALANYA)
    sentences = Counter(CODEBOOK["propositions"].values())
    assert max(sentences.values()) == 1


def test_declared_kinds_are_neutral_with_different_glyphs_of_one_cell() -> None:
    glyphs = [kind["glyph"] for kind in CODEBOOK["kinds"].values()] + list("▸✗≡✎")
    assert {kind["stance"] for kind in CODEBOOK["kinds"].values()} == {"neutral"}
    assert len(set(glyphs)) == len(glyphs)
    assert {cell_len(glyph) for glyph in glyphs} == {1}


def test_one_person_has_one_name_through_the_codebook() -> None:
    same = {alias: name for name, aliases in CODEBOOK["speakers"].items() for alias in aliases}
    spoken = {name for article in SEEDS for record in statements(article) for name in record.get("speaker", [])}
    assert {"Mevlüt Çavuşoğlu", "Mevlut Cavusoglu", "Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"} <= spoken
    surnames = Counter(name.split()[-1] for name in {same.get(name, name) for name in spoken})
    assert {surnames[name] for name in ("Çavuşoğlu", "Lavrov", "Erdoğan", "Putin", "Eliko")} == {1}
    assert not {"Cavusoglu", "Erdogan"} & set(surnames)


@each_article
def test_speakers_are_named_as_the_article_names_them(article: str) -> None:
    own = {"Official", "Participants", "Diplomatic"}  # descriptions, where the text gives no name
    names = {name for record in statements(article) for name in record.get("speaker", []) if name.split()[0] not in own}
    assert {name for name in names if name not in TEXTS[article]} == set()


def test_accounts_share_what_both_speak_of() -> None:
    assert propositions(ANKARA) & propositions(ALANYA) == {
        "ceasefire-needed",
        "closer-cooperation",
        "humanitarian-solution",
        "ministers-discussed-syria",
        "opposition-takes-part",
        "political-solution",
        "turkey-opposition-contacts",
        "un-basis",
        "work-together-on-syria",
    }


def test_not_confirming_the_ankara_talks_is_no_denial() -> None:
    said = [(r["kind"], r.get("speaker", [])) for r in statements(ANKARA) if r["about"] == "ankara-talks"]
    assert ("no-comment", ["Turkish Foreign Ministry"]) in said
    assert ("no-comment", ["Sergey Lavrov"]) in said
    assert ("no-knowledge", ["High Negotiations Committee"]) in said
    assert {kind for kind, _ in said} == {"claim", "no-comment", "no-knowledge"}


def test_one_account_is_silent_on_the_ankara_talks() -> None:
    assert "Ankara" not in TEXTS[ALANYA]
    assert [slug for slug in propositions(ALANYA) if slug.startswith("ankara")] == []


def test_the_only_denial_is_a_rejected_proposition() -> None:
    denied = {record["about"] for article in SEEDS for record in statements(article) if record["kind"] == "denial"}
    assert denied == {"russia-avoids-opposition"}
