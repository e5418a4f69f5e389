from tui.attribution.verb_patterns import verb_patterns


def test_forms_participles_and_particles() -> None:
    found = verb_patterns({"einräumen": "räumt … ein, räumte … ein | eingeräumt"}, {"einräumen": ("say",)})
    assert found == {
        "räumt": (("einräumen", ("räumt",), "ein", "past", ("say",)),),
        "räumte": (("einräumen", ("räumte",), "ein", "past", ("say",)),),
        "eingeräumt": (("einräumen", ("eingeräumt",), "", "participle", ("say",)),),
    }


def test_the_longest_form_goes_first_and_a_participle_before_another() -> None:
    forms = {"say": "dit | dit", "keep": "dit encore, dit"}
    found = verb_patterns(forms, {"say": ("say",), "keep": ("think",)})["dit"]
    assert [(item.words, item.form) for item in found] == [
        (("dit", "encore"), "past"), (("dit",), "participle"), (("dit",), "past"), (("dit",), "past"),
    ]  # fmt: skip


def test_a_verb_whose_forms_are_not_listed_is_its_own_form() -> None:
    assert verb_patterns({}, {"say": ("say",)})["say"][0].words == ("say",)
