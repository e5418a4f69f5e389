"""Names that a codebook has, and those that it does not."""

from tui.model import BUILT_IN_KINDS, CLAIM, Annotator, Codebook, Kind, Proposition, Speaker, Stance

CODEBOOK = Codebook(
    propositions={"talks-held": Proposition("talks-held", "Talks were held.")},
    speakers={
        "Sergey Lavrov": Speaker("Sergey Lavrov", ("Lavrov", "the minister")),
        "the minister": Speaker("the minister"),
    },
)


def test_a_codebook_has_the_built_in_kinds() -> None:
    assert tuple(Codebook().kinds.values()) == BUILT_IN_KINDS
    assert Codebook().kind("claim") is CLAIM


def test_an_unknown_kind_is_neutral() -> None:
    assert CODEBOOK.kind("rumour") == Kind("rumour", "rumour", "?", Stance.NEUTRAL, is_known=False)


def test_an_unknown_proposition_is_shown_by_its_slug() -> None:
    assert CODEBOOK.proposition_text("talks-held") == "Talks were held."
    assert CODEBOOK.proposition_text("no-talks") == "no-talks"


def test_what_is_unknown_is_compared_only_if_the_codebook_may_have_it() -> None:
    assert CODEBOOK.compared_slug("claim", "talks-held") == "talks-held"
    assert [CODEBOOK.compared_slug(*names) for names in (("rumour", "talks-held"), ("claim", "no-talks"))] == ["", ""]
    assert Codebook(complete=False).compared_slug("claim", "no-talks") == "no-talks"


def test_other_names_lead_to_the_main_name() -> None:
    assert CODEBOOK.canonical_name("Lavrov") == "Sergey Lavrov"
    assert CODEBOOK.canonical_name("Sergey Lavrov") == "Sergey Lavrov"
    assert CODEBOOK.canonical_name("nobody") == "nobody"


def test_a_name_that_differs_in_case_form_or_spacing_is_the_same_person() -> None:
    assert CODEBOOK.canonical_name("sergey  LAVROV") == "Sergey Lavrov"
    assert CODEBOOK.canonical_name("The Minister") == "the minister"


def test_a_name_that_the_codebook_lacks_is_shown_in_its_first_spelling() -> None:
    codebook = Codebook()
    spellings = ("Çavuşoğlu", "c\u0327avus\u0327og\u0306lu", "ÇAVUŞOĞLU")
    assert [codebook.canonical_name(name) for name in spellings] == ["Çavuşoğlu"] * 3
    assert codebook == Codebook()


def test_a_main_name_comes_before_the_same_alias_of_another_speaker() -> None:
    assert CODEBOOK.canonical_name("the minister") == "the minister"


def test_an_annotator_is_one_person_under_every_name() -> None:
    codebook = Codebook(annotators={"Zoë Holm": Annotator("Zoë Holm", ("zh", "Z. Holm"))})
    names = ("Zoë Holm", "zoe  holm", "ZH", "z. holm")
    assert {codebook.annotator_name(name) for name in names} == {"Zoë Holm"}
    assert {codebook.annotator_identity(name) for name in names} == {"zoe holm"}
    assert [codebook.annotator_name(name) for name in ("Ben", "")] == ["Ben", ""]
    assert [codebook.annotator_identity(name) for name in ("BÉN", "")] == ["ben", ""]
