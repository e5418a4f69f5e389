import re
from pathlib import Path

import pytest

from tui.attribution.lexicon_file import add_tables, check_whole, extended_lexicon, read_tables
from tui.errors import InputError

FILE = Path("lexicon.en.toml")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('[verbs]\n\nsay = "Blab"\n', 3, '"Blab" must be in small letters'),
        ('[verbs]\nshout = "blab"\n', 2, 'has no key "shout"'),
        ('[words]\ntitle = "mr"\n', 2, 'write "titles" if that is meant'),
        ("[words]\ntitles = 3\n", 2, "must be words in quotation marks"),
        ('[points]\n"class.say" = "8"\n', 2, "must be a whole number"),
        ("[points]\nstart = true\n", 2, "must be a whole number"),
        ('[points]\n"clas.say" = 8\n', 2, 'write "class.say" if that is meant'),
        ('\n[verb]\nsay = "blab"\n', 2, 'there is no table "verb"'),
        ('verbs = "blab"\n', 1, "verbs must be a table"),
        ('\nframes = "colon"\n', 2, "frames must be a list"),
        ('frames = ["colons"]\n', 1, 'there is no frame "colons"'),
        ('[phrases]\nagree = """\nof one mind\n"""\n', 2, 'write "agreement" if that is meant'),
        ('[quotations]\n"«" = ""\n', 2, "must be a mark with those that close it"),
        ("x = " + "[" * 5000, 1, "is nested too deeply"),
        ('["verbs"]\nsay = "B"\n', 2, "small letters"),
    ],
)
def test_errors_have_file_and_line(text: str, place: int, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_tables(text, FILE)
    assert (caught.value.file, caught.value.line) == (FILE, place)
    assert message in caught.value.message


def test_a_file_that_is_no_toml() -> None:
    with pytest.raises(InputError) as caught:
        read_tables("[verbs]\nsay = blab\n", FILE)
    assert (caught.value.line, caught.value.column) == (2, 7)
    assert str(caught.value).startswith("lexicon.en.toml:2:7: is no TOML: Invalid value")


def test_tables_are_joined() -> None:
    first = read_tables('frames = ["colon"]\n[verbs]\nsay = "say"\n[points]\nstart = -5\n')
    second = read_tables('[verbs]\nsay = "blab"\njudge = "nag"\n[points]\nstart = 0\n')
    joined = add_tables(first, second)
    assert joined["verbs"] == {"say": "say\nblab", "judge": "nag"}
    assert (joined["points"], list(joined["frames"])) == ({"start": 0}, ["colon"])
    assert first["verbs"] == {"say": "say"}


def test_a_whole_language_lacks_nothing() -> None:
    with pytest.raises(InputError, match=r"has no \[verbs\]"):
        check_whole(read_tables('frames = ["colon"]\n[quotations]\n"“" = "”"\n'))
    tables = read_tables('frames = ["colon"]\n[quotations]\n[verbs]\n[plain]\n[words]\n[points]\n')
    with pytest.raises(InputError, match=r"\[words\] has no auxiliaries"):
        check_whole(tables)


def test_the_examples_in_the_docs() -> None:
    text = (Path(__file__).parents[3] / "docs/suggestions.md").read_text("utf-8")
    english, german = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    lexicon = extended_lexicon("en", english)
    assert {"blabbed", "spilt", "roasting"} <= lexicon.verbs.keys()
    assert lexicon.phrases_of("no-comment", "kept") == (("kept", "mum", "about"),)
    assert extended_lexicon("de", german).patterns["rückte"][0].tail == "raus"
