from made_grammar import grammar_of

from tui.attribution.entities import Entities, collect_entities
from tui.model.codebook import Codebook, Speaker


def entities_of(text: str, codebook: Codebook | None = None) -> Entities:
    return collect_entities(grammar_of(text), codebook or Codebook())


def test_a_last_name_stands_for_the_full_name() -> None:
    found = entities_of("Later Lind left. The mayor Ole Lind was late. He saw Lind.").find("Lind")
    assert found is not None
    assert found.name == "Ole Lind"


def test_what_an_entity_is() -> None:
    entities = entities_of("The minister Ole Lind left Turkey. The Danish Foreign Ministry was silent.")
    kinds = {
        name: entity.kind
        for name in ("Ole Lind", "Turkey", "Danish Foreign Ministry")
        if (entity := entities.find(name))
    }
    assert kinds == {"Ole Lind": "person", "Turkey": "place", "Danish Foreign Ministry": "organisation"}


def test_an_abbreviation_in_brackets() -> None:
    found = entities_of("The Porto Bridge Council (PBC) met. Later the PBC left.").find("PBC")
    assert found is not None
    assert found.name == "Porto Bridge Council"


def test_the_sex_that_a_title_or_first_name_shows() -> None:
    entities = entities_of("He met Mrs. Lind and Peter Moor.")
    assert [entity.sex for name in ("Lind", "Peter Moor") if (entity := entities.find(name))] == ["female", "male"]


def test_the_codebook_has_the_last_word() -> None:
    codebook = Codebook(speakers={"Ole Lind": Speaker("Ole Lind", ("the mayor",))})
    assert entities_of("x", codebook).known("The mayor") == "Ole Lind"
