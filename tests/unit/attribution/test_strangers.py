import pytest

from tui.attribution.suggestion import draft_suggestions

REYL = "Tomas Reyl said it was late. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A mechanic who works in the depot contradicted her. “It is cold,” he said.", "Mechanic"),
        ("A mechanic who works in the depot left. “It is cold,” he said.", "Mechanic"),
        ("A bus driver disagreed. “It is cold,” he said.", "Bus driver"),
        ("The mechanic said it was cold. He said it was wet.", "Mechanic"),
        ("A woman left. “It is cold,” he said.", "Tomas Reyl"),
        ("A passenger asked him why. “It is cold,” he said.", "Tomas Reyl"),
        ("A driver told him so. “It is cold,” he said.", "Tomas Reyl"),
        ("A report contradicted it. “It is cold,” he said.", "Tomas Reyl"),
        ("The drivers said it was cold. He said it was wet.", "Tomas Reyl"),
        ("It was cold, according to the police.", "Police"),
        ("It was cold, the officials said.", "Officials"),
        ("It was cold, police said. They said it was wet.", "Police"),
    ],
)
def test_who_has_no_name_is_not_the_last_who_has_one(text: str, speaker: str) -> None:
    assert draft_suggestions(REYL + text)[-1].speaker == (speaker,)
