"""The parser's errors in plain words."""

import pytest
import yaml

from tui.storage.yaml.parser_messages import explain_error, unreadable_character


def error_in(text: str) -> yaml.MarkedYAMLError:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        list(yaml.parse(text, Loader=yaml.SafeLoader))
    return caught.value


def test_a_merge_that_left_both_versions_goes_before_what_the_parser_says() -> None:
    text = "a: 1\n<<<<<<< ours\nb: [\n=======\nb: ]\n>>>>>>> theirs\n"
    offset, message = explain_error(error_in(text), text)
    assert (offset, message[:31]) == (5, "a merge left both versions here")


def test_a_quotation_mark_is_named_where_it_opens() -> None:
    text = "a: 1\nb: 'never closed\n\n"
    assert explain_error(error_in(text), text) == (8, "a quotation mark is never closed; close it")


def test_an_unknown_error_is_passed_on() -> None:
    error = yaml.MarkedYAMLError(problem="found a new trick")
    assert explain_error(error, "a") == (
        0,
        "is not YAML here (found a new trick); put texts with special characters in quotes",
    )


@pytest.mark.parametrize(
    ("text", "offset", "said"),
    [
        ("a\0", 1, "a NUL character is not allowed; this is not a text file, or it is damaged"),
        ("é\x07", 1, 'the character U+0007 is not allowed in YAML; remove it or write "\\u0007"'),
        ("fine", 0, "is not YAML; save it as UTF-8 text"),
    ],
)
def test_a_character_that_yaml_forbids_is_named(text: str, offset: int, said: str) -> None:
    assert unreadable_character(text) == (offset, said)
