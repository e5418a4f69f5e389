"""Accounts as they are after an import."""

from itertools import count
from pathlib import Path

from tui.anchoring.place_records import place_records
from tui.formats.foreign import ForeignAnnotation
from tui.model import Account, Article, Collation, Record
from tui.session.import_plan import ImportChoice, ImportPlanner


def imported_account(name: str, text: str, annotations: tuple[ForeignAnnotation, ...]) -> Account:
    """Return an account with annotations that were imported into it."""
    article = Article(name, text, Path(f"{name}.txt"))
    ids = count()
    planner = ImportPlanner(
        Collation((Account("A", article),)),
        ImportChoice("Mira", "2026-01-01T00:00:00Z", article=name),
        lambda: f"n{next(ids)}",
    )
    plan = planner.plan(annotations)
    records = [Record(each.annotation, Path("a.yaml"), 1) for each in plan.annotations if each.annotation]
    return Account("A", article, place_records(article, records))
