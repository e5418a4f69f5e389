import pytest

from tui.attribution.suggestion import draft_suggestions

OPENING = "The Danish Foreign Minister Peter Lind met his Norwegian counterpart Anna Moor in Porto. "


def last_speakers(text: str) -> tuple[str, ...]:
    return draft_suggestions(text)[-1].speaker


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lind said it was late.", ("Peter Lind",)),
        ("Lind said it was late. He said the hall was cold.", ("Peter Lind",)),
        ("Lind said it was late. She said the hall was cold.", ("Anna Moor",)),
        ("The Danish minister said it was late.", ("Peter Lind",)),
        ("The Norwegian minister said it was late.", ("Anna Moor",)),
        ("Both ministers said it was late.", ("Peter Lind", "Anna Moor")),
        ("Lind and Moor said it was late.", ("Peter Lind", "Anna Moor")),
        ("Denmark's Lind said it was late.", ("Peter Lind",)),
        ("A spokesman for Lind said it was late.", ("Spokesman for Lind",)),
        ("Lind, who said it was late, left.", ("Peter Lind",)),
        ("Several critics said it was late.", ("Several critics",)),
    ],
)
def test_who_it_is_by_full_name(text: str, names: tuple[str, ...]) -> None:
    assert last_speakers(OPENING + text) == names


FLOOD = "Rosa Lind showed us her bill: a call to Valley Water. "
LATER = "The director of Valley Water, Clara Voss, said that it was late. "


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (FLOOD + "“I rang them,” she said.", ("Rosa Lind",)),
        (LATER, ("Clara Voss",)),
        (LATER + "She said that it was cold.", ("Clara Voss",)),
        (LATER + "Nora Feld has counted again. There are many, she said.", ("Nora Feld",)),
        (LATER + "She met Nora Feld. There are many, she said.", ("Clara Voss",)),
        ("Baker Rosa Lind stands by it. She said that it was late.", ("Rosa Lind",)),
        ("Residents of Kettle Street say that it was late.", ("Residents of Kettle Street",)),
        ("The company Great Lind left Tove Berg. He said that it was late.", ("Tove Berg",)),
    ],
)
def test_a_person_speaks_and_not_the_company_named_last(text: str, names: tuple[str, ...]) -> None:
    assert last_speakers(text) == names


def test_both_countries_are_the_last_two() -> None:
    text = "Turkey and Russia called for peace. Both countries said that it was late."
    assert last_speakers(text) == ("Turkey", "Russia")


def test_an_organisation_is_it() -> None:
    text = "The Foreign Ministry said it was late. It said that the hall was cold."
    assert last_speakers(text) == ("Foreign Ministry",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I said that it was late.", ()),
        ("Ana Ruiz and Paul Beck said it was cold. We asked the mayor who knew.", ()),
        ("Our street is still asking who knew what, and when.", ()),
        ("Our reporter Ana Ruiz said it was late.", ("Ana Ruiz",)),
        ("Others said it was late.", ()),
        ("People say it was late.", ()),
        ("Many people said it was late.", ("Many people",)),
        ("Our mayor, Paul Beck, said that it was late.", ("Paul Beck",)),
    ],
)
def test_whoever_writes_the_article_or_is_just_somebody_has_no_name(text: str, names: tuple[str, ...]) -> None:
    assert last_speakers(text) == names


COLD = "Clara Voss said it was cold. "


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nora Feld left, Clara Voss said. She said it was late.", ("Clara Voss",)),
        (COLD + "“Nora Feld has the list” is on the wall. She said it was late.", ("Clara Voss",)),
        (COLD + "Valley Gate was open. She said it was late.", ("Clara Voss",)),
        (COLD + "Nora Feld has counted again. It rained. She said it was late.", ("Nora Feld",)),
        ("Clara Voss left the company Valley Gate. It said that the hall was late.", ("Valley Gate",)),
        ("The director of Valley Gate left. It said that the hall was late.", ("Valley Gate",)),
        ("Clara Voss left. The company Valley Gate said it was cold. She said it was late.", ("Clara Voss",)),
        ("When Clara Voss met Great Lind, she said it was late.", ("Clara Voss",)),
        ("The mayor of the town, Porto, said it was late.", ("Mayor of the town",)),
        ("The resident of the house, Clara Voss, said it was late.", ("Clara Voss",)),
        ("“It is late,” said the resident of the house, Clara Voss at her side.", ("Resident of the house",)),
        ("Voss said it was cold. Anna Moor said it was wet. He said it was late.", ("Voss",)),
    ],
)
def test_what_stands_between_does_not_speak(text: str, names: tuple[str, ...]) -> None:
    assert last_speakers(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Okafor and Jan Lind will meet again. They said it was late.", ("Ana Okafor", "Jan Lind")),
        ("Ana Okafor met Jan Lind. They said it was late.", ()),
        ("Ana Okafor, Porto, came late. They said it was late.", ()),
        ("Both the company and the union said it was late.", ("Company", "Union")),
    ],
)
def test_who_is_listed_speaks_together(text: str, names: tuple[str, ...]) -> None:
    assert last_speakers(text) == names
