"""Three accounts and twenty propositions with known relations."""

from __future__ import annotations

from collations import NO_COMMENT, Telling, annotate, codebook, collate

from tui.model import Annotation, Collation

KINDS = {"+": "claim", "-": "denial", "=": "agreement", "?": NO_COMMENT.name, "n": "note"}

TABLE = """
p01 | +Ada      | +Bo      | +Cy     | agreed
p02 | +Ada      | =Bo,Cy   |         | agreed
p03 | =Ada,Bo   | =Ada     |         | agreed
p04 | +Ada +Bo  | ?Bo      | +Ada    | agreed
p05 | +Ada      | -Bo      |         | disputed
p06 | +Ada -Ada |          |         | disputed
p07 | =Ada      |          | -Bo     | disputed
p08 | +Ada      | +Bo      | -Cy     | disputed
p09 | -Ada      |          |         | rejected
p10 | -Ada      | -Bo      | ?Cy     | rejected
p11 |           |          | -Cy     | rejected
p12 | +Ada      |          |         | single account
p13 |           | =Ada,Bo  |         | single account
p14 |           |          | +Cy +Cy | single account
p15 | +Ada      | ?Bo      | ?Cy     | open
p16 | ?Ada      |          |         | open
p17 | ?Ada      | ?Bo      |         | open
p18 | nAda      | ?Bo      |         | open
p19 | nAda      |          |         | unspoken
p20 |           |          |         | unspoken
"""
ROWS = [[part.strip() for part in line.split("|")] for line in TABLE.strip().splitlines()]


def said_in(column: int) -> tuple[Annotation, ...]:
    """Return the annotations of a column's account."""
    return tuple(
        annotate(KINDS[said[0]], f"{row[0]}.{n}", said[1:].split(","), row[0])
        for row in ROWS
        for n, said in enumerate(row[column].split())
    )


def telling(column: int, name: str) -> Telling:
    """Return a column's article, with a statement without a proposition."""
    annotations = said_in(column)
    text = " ".join(annotation.quote for annotation in annotations)
    return Telling(name, text, (*annotations, annotate("claim", "", "Ada", id="loose")))


def related() -> Collation:
    """Return the three accounts."""
    book = codebook({row[0]: f"Proposition {row[0]}" for row in ROWS})
    return collate(telling(1, "one"), telling(2, "two"), telling(3, "three"), book=book)
