import pytest

from tui.attribution.attribution import find_attributions


def contents(text: str) -> list[list[str]]:
    return [[span.of(text) for span in item.content] for item in find_attributions(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It is late,” Ruiz said. “We must go.”", [["“It is late,”", "“We must go.”"]]),
        ("“It is late,” Ruiz said.\n\n“We must go.”", [["“It is late,”", "“We must go.”"]]),
        ("Ruiz said, “It is late.\n\n“We must go.”", [["“It is late.", "“We must go.”"]]),
        ("“It is late,” Ruiz said.\n\nThe hall was full.\n\n“We must go.”", [["“It is late,”"]]),
        (
            "“It is late,” Ruiz said. “No,” Lind said. “Stay here.”",
            [["“It is late,”"], ["“No,”", "“Stay here.”"]],
        ),
    ],
)
def test_a_quotation_that_goes_on(text: str, found: list[list[str]]) -> None:
    assert contents(text) == found
