"""An article as a newspaper's PDF sets it: two columns on two pages."""

from pdf_writer import PlacedText, column, pdf_file

LEFT, RIGHT = 60, 310
_FIRST_LEFT = [
    "The harbour authority closed the ferry terminal on Mon-",
    "day after cracks were found in the northern pier, its",
    "spokeswoman Lena Berg said. Engineers had warned of",
    "long-term damage since May.",
    "  Passengers were told to take the train. “We ask for",
    "patience,” Ms Berg said, and added that the self-",
    "imposed limit on speed would stay.",
    "  The mayor, Ivo Sand, called the closure “a well-",
    "prepared step” and denied that money had been short.",
]
_FIRST_RIGHT = [
    "He said that the town had paid every bill of the com-",
    "pany that inspects the pier.",
    "     The pier has stood since 1911. It will",
    "     stand when we are gone, whatever the",
    "     engineers may write.",
    "The sentence is from a letter of the harbour master to",
    "the council, which the paper has seen. The council",
    "wants to know who read it, and the opposition de-",
]
_SECOND_LEFT = [
    "manded the minutes of the meeting in April.",
    "  Ferries of the Nordlinie will call at the old quay",
    "until the spring, and the pre- and post-season time-",
    "tables stay as they are.",
]
_SECOND_RIGHT = [
    "  A report of the long-term damage is due in March.",
    "Nobody was hurt.",
]


def two_column_pdf() -> bytes:
    """Return the bytes of the PDF."""
    first = [
        *_heads(3),
        PlacedText("Ferry terminal closed over cracks in pier", LEFT, 90, 22, "F2"),
        PlacedText("By Mara Holm", LEFT, 112, 10),
        *column(_FIRST_LEFT, LEFT, 150),
        *column(_FIRST_RIGHT, RIGHT, 150),
    ]
    second = [
        *_heads(4),
        *column(_SECOND_LEFT, LEFT, 90),
        PlacedText("What happens next", RIGHT, 90, 10, "F2"),
        *column(_SECOND_RIGHT, RIGHT, 114),
    ]
    source = {
        "Title": "Ferry terminal closed over cracks in pier",
        "Author": "Mara Holm",
        "CreationDate": "D:20261126143000+01'00'",
    }
    return pdf_file([first, second], source)


def _heads(number: int) -> list[PlacedText]:
    return [
        PlacedText("The Coast Gazette", LEFT, 40, 8),
        PlacedText("26 November 2026", 460, 40, 8),
        PlacedText(f"Page {number}", 280, 810, 8),
    ]


TYPED = """\
# Ferry terminal closed over cracks in pier

By Mara Holm

The harbour authority closed the ferry terminal on Monday after cracks were found in the northern pier, its \
spokeswoman Lena Berg said. Engineers had warned of long-term damage since May.

Passengers were told to take the train. “We ask for patience,” Ms Berg said, and added that the self-imposed limit \
on speed would stay.

The mayor, Ivo Sand, called the closure “a well-prepared step” and denied that money had been short. He said that \
the town had paid every bill of the company that inspects the pier.

> The pier has stood since 1911. It will stand when we are gone, whatever the engineers may write.

The sentence is from a letter of the harbour master to the council, which the paper has seen. The council wants to \
know who read it, and the opposition demanded the minutes of the meeting in April.

Ferries of the Nordlinie will call at the old quay until the spring, and the pre- and post-season timetables stay as \
they are.

## What happens next

A report of the long-term damage is due in March. Nobody was hurt.
"""
