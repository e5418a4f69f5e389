"""Three accounts and twenty propositions with their expected statuses."""

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


def statements_in(column: int) -> tuple[Annotation, ...]:
    """Return the statements of the account in a column."""
    return tuple(
        annotate(KINDS[cell[0]], f"{row[0]}.{number}", cell[1:].split(","), row[0])
        for row in ROWS
        for number, cell in enumerate(row[column].split())
    )


def telling(column: int, name: str) -> Telling:
    """Return the account in a column, with a statement on no proposition."""
    statements = statements_in(column)
    text = " ".join(statement.quote for statement in statements)
    return Telling(name, text, (*statements, annotate("claim", "", "Ada", id="loose")))


def related() -> Collation:
    """Return the three accounts with the codebook."""
    book = codebook({row[0]: f"Proposition {row[0]}" for row in ROWS})
    return collate(telling(1, "one"), telling(2, "two"), telling(3, "three"), book=book)
