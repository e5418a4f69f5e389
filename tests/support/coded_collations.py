"""Random collations that two to five people annotated."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from collations import codebook

from tui.model import (
    Account,
    Anchor,
    AnchorState,
    Annotation,
    Article,
    Collation,
    Placed,
    Record,
    TextSelector,
    siglum,
)

PEOPLE = ("Ada", "Ben", "Cem", "Dora", "machine:rules")
KINDS = ("claim", "denial", "agreement")
SPEAKERS = ((), ("Sun",), ("Moon",), ("Moon", "Sun"))
SLUGS = ("", "p1", "p2", "p3")
BOOK = codebook(propositions={slug: f"{slug}." for slug in SLUGS if slug})
SENTENCE = 20
"""Code points from one sentence to the next, of which two are between them."""


def coded_collation(random: Random, *, alike: bool = False, articles: int = 3, sentences: int = 8) -> Collation:
    """Return articles that people marked, `alike` or each as they like."""
    people = PEOPLE[: random.randint(2, len(PEOPLE))]
    accounts = (_account(number, people, random, alike, sentences) for number in range(random.randint(1, articles)))
    return Collation(tuple(accounts), BOOK)


def _account(number: int, people: tuple[str, ...], random: Random, alike: bool, sentences: int) -> Account:
    text = "".join(chr(0x1F600 + position) * (SENTENCE - 2) + ". " for position in range(sentences))
    name = f"article{number}"
    article = Article(name, text, Path(f"{name}.txt"))
    placed = [
        placed
        for sentence in range(sentences)
        for placed in (_alike(sentence, people, random, text) if alike else _differing(sentence, people, random, text))
    ]
    placed.sort(key=lambda one: one.span or (0, 0))
    return Account(siglum(number), article, tuple(placed))


def _alike(sentence: int, people: tuple[str, ...], random: Random, text: str) -> Iterator[Placed]:
    start, fields = sentence * SENTENCE, _fields(random)
    for person in people:
        yield _placed(f"{sentence}-{person}", person, start, start + SENTENCE - 2, fields, text)


def _differing(sentence: int, people: tuple[str, ...], random: Random, text: str) -> Iterator[Placed]:
    for person in people:
        for number in range(random.choice((0, 1, 1, 2))):
            start = sentence * SENTENCE + random.randrange(6)
            end = min(start + random.randint(4, 25), len(text))
            yield _placed(f"{sentence}-{person}-{number}", person, start, end, _fields(random), text)


_Fields = tuple[str, tuple[str, ...], str]


def _fields(random: Random) -> _Fields:
    return random.choice(KINDS), random.choice(SPEAKERS), random.choice(SLUGS)


def _placed(id_: str, person: str, start: int, end: int, fields: _Fields, text: str) -> Placed:
    kind, speaker, about = fields
    target = TextSelector(text[start:end])
    annotation = Annotation(id_, kind, target=target, speaker=speaker, about=about, annotator=person)
    return Placed(Record(annotation, Path(f"{id_}.yaml"), 1), Anchor(AnchorState.EXACT, start, end, 1.0))


def plant_disagreements(collation: Collation, random: Random) -> tuple[Collation, set[tuple[str, str, str]]]:
    """Return a collation in which one annotator differs at some sentences.

    With it, return what differs, the article, and the number of the sentence.
    """
    planted = set()
    accounts = []
    for account in collation.accounts:
        placed = []
        sentences = {one.annotation.id.split("-")[0] for one in account.placed}
        chosen = set(random.sample(sorted(sentences), k=random.randint(1, len(sentences) - 1)))
        changes = {sentence: (random.choice(DIFFERENCES), random.choice(_people(account))) for sentence in chosen}
        for one in account.placed:
            sentence, person = one.annotation.id.split("-")
            difference, who = changes.get(sentence, ("", ""))
            placed += [one] if person != who else _changed(one, difference)
        planted |= {(difference, account.article.id, sentence) for sentence, (difference, _) in changes.items()}
        accounts.append(replace(account, placed=tuple(placed)))
    return replace(collation, accounts=tuple(accounts)), planted


DIFFERENCES = ("marked", "span", "kind", "speaker", "proposition")


def _people(account: Account) -> list[str]:
    return sorted({one.annotation.annotator for one in account.placed})


def _changed(placed: Placed, difference: str) -> list[Placed]:
    annotation, anchor = placed.annotation, placed.anchor
    assert anchor
    assert anchor.start is not None
    if difference == "marked":
        return []
    if difference == "span":
        return [Placed(placed.record, Anchor(AnchorState.EXACT, anchor.start + 3, anchor.end, 1.0))]
    if difference == "kind":
        changed = replace(annotation, kind=KINDS[KINDS.index(annotation.kind) - 1])
    elif difference == "speaker":
        changed = replace(annotation, speaker=("Somebody else",))
    else:
        changed = replace(annotation, about=SLUGS[SLUGS.index(annotation.about) - 1])
    return [Placed(Record(changed, placed.record.file, 1), anchor)]
