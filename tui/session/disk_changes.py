"""What came, changed and went when files were read again: pure."""

from dataclasses import dataclass

from tui.model import Account, Annotation, Collation, RecordRef


@dataclass(frozen=True, slots=True)
class DiskChanges:
    """The difference between what was open and what is on disk now."""

    articles: tuple[Account, ...] = ()
    """The accounts whose text changed, as they are now."""
    new: int = 0
    """Records that came."""
    changed: int = 0
    gone: int = 0
    """Records that went."""

    def __bool__(self) -> bool:
        """Whether there is something to tell."""
        return bool(self.articles or self.new or self.changed or self.gone)


def compare_disk(before: Collation, after: Collation) -> DiskChanges:
    """Return what is different on disk; several texts and records at once."""
    old, new = _annotations(before), _annotations(after)
    texts = {account.article.id: account.article.text for account in before.accounts}
    return DiskChanges(
        articles=tuple(each for each in after.articles_once if each.article.text != texts.get(each.article.id)),
        new=len(new.keys() - old.keys()),
        changed=sum(old[key] != new[key] for key in old.keys() & new.keys()),
        gone=len(old.keys() - new.keys()),
    )


def _annotations(collation: Collation) -> dict[RecordRef, Annotation]:
    placed = [each.annotation for account in collation.articles_once for each in account.placed]
    return {each.ref: each for each in (*placed, *(note.annotation for note in collation.notes))}


def records_in_words(found: DiskChanges, deleted: int) -> str:
    """Return what became of records, or an empty string; `deleted` is how many undo can bring back."""
    counts = (f"{found.new} new" * bool(found.new), f"{found.changed} changed" * bool(found.changed))
    parts = [*filter(None, counts), *([f"{found.gone} gone"] if found.gone else [])]
    if not parts:
        return ""
    back = f"; u brings {'it' if deleted == 1 else 'them'} back" if deleted else ""
    return f"Records on disk: {', '.join(parts)}{back}."
