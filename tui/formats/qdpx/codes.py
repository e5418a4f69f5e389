"""Kinds, propositions and tags as the codes of a project."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from tui.analysis.survey import Survey
from tui.formats.qdpx.xml_text import element, guid, reference, text_element
from tui.model import Annotation, Proposition


@lru_cache(maxsize=4096)  # many records have the same
def code_guids(kind: str, about: str, tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the codes of a record."""
    proposition = (guid("proposition", about),) if about else ()
    return (guid("kind", kind), *proposition, *(guid("tag", tag) for tag in dict.fromkeys(tags)))


def code_book(survey: Survey) -> str:
    """Return the codes in three groups, with the notes on propositions."""
    codebook = survey.codebook
    records = [placed.annotation for account in survey.accounts for placed in account.placed]
    noted = survey.proposition_notes
    kinds = dict.fromkeys((*codebook.kinds, *(record.kind for record in records)))
    slugs = dict.fromkeys(
        (*codebook.propositions, *(record.about for record in records if record.about), *filter(None, noted))
    )
    tags = dict.fromkeys(tag for record in records for tag in record.tags)
    groups = (
        _group("Kinds", (_code("kind", name, codebook.kind(name).label) for name in kinds)),
        _group("Propositions", (_proposition(codebook.proposition(slug), noted.get(slug, ())) for slug in slugs)),
        _group("Tags", (_code("tag", tag, tag) for tag in sorted(tags))),
    )
    return element("CodeBook", {}, [element("Codes", {}, groups)])


def contradictions(survey: Survey) -> Iterator[str]:
    """Yield a link for each two propositions that contradict each other."""
    codebook = survey.codebook
    for slug in codebook.propositions:
        for other in codebook.contradicting(slug):
            if slug < other:
                ends = {"originGUID": guid("proposition", slug), "targetGUID": guid("proposition", other)}
                name = {"guid": guid("contradiction", slug, other), "name": "contradicts", "direction": "Associative"}
                yield element("Link", {**name, **ends})


def _group(name: str, codes: Iterable[str]) -> str:
    children = [*codes]
    attributes = {"guid": guid("group", name), "name": name, "isCodable": "false"}
    return element("Code", attributes, children) if children else ""


def _code(sort: str, name: str, label: str, content: Iterable[str] = ()) -> str:
    return element("Code", {"guid": guid(sort, name), "name": label or name, "isCodable": "true"}, content)


def _proposition(proposition: Proposition, notes: Iterable[Annotation]) -> str:
    own = (reference("NoteRef", guid("note", "", note.id)) for note in notes)
    content = (text_element("Description", _verdict(proposition)), *own)
    return _code("proposition", proposition.slug, proposition.text, content)


def _verdict(proposition: Proposition) -> str:
    """Return what a fact checker found, on lines."""
    named = {
        "Verdict": proposition.verdict,
        "Because": proposition.because,
        "Sources": ", ".join(proposition.sources),
        "Checked": proposition.checked,
    }
    return "\n".join(f"{name}: {value}" for name, value in named.items() if value)
