"""Compare what is open with what is on disk."""

from dataclasses import dataclass

from tui.model import Account, Annotation, Collation, RecordRef


@dataclass(frozen=True, slots=True)
class DiskChanges:
    """The articles whose text changed, and the numbers of records."""

    articles: tuple[Account, ...] = ()
    """The accounts with the text they have now."""
    new: int = 0
    changed: int = 0
    gone: int = 0

    def __bool__(self) -> bool:
        return bool(self.articles or self.new or self.changed or self.gone)


def compare_disk(before: Collation, after: Collation) -> DiskChanges:
    """Return the difference between two states of the open articles."""
    old, new = _annotations(before), _annotations(after)
    texts = {account.article.id: account.article.text for account in before.accounts}
    accounts = after.articles_once
    return DiskChanges(
        articles=tuple(account for account in accounts if account.article.text != texts.get(account.article.id)),
        new=len(new.keys() - old.keys()),
        changed=sum(old[ref] != new[ref] for ref in old.keys() & new.keys()),
        gone=len(old.keys() - new.keys()),
    )


def _annotations(collation: Collation) -> dict[RecordRef, Annotation]:
    placed = (placed.annotation for account in collation.articles_once for placed in account.placed)
    notes = (note.annotation for note in collation.notes)
    return {annotation.ref: annotation for annotation in (*placed, *notes)}


def records_in_words(changes: DiskChanges, deleted: int) -> str:
    """Return changes of records in words.

    Undo restores `deleted` of them.
    """
    counts = ((changes.new, "new"), (changes.changed, "changed"), (changes.gone, "gone"))
    parts = ", ".join(f"{number} {change}" for number, change in counts if number)
    undo = f"; u brings {'it' if deleted == 1 else 'them'} back" if deleted else ""
    return f"Records on disk: {parts}{undo}." if parts else ""
