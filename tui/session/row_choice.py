"""Which records of a list are chosen, while it is filtered and read."""

from collections.abc import Sequence

from tui.model import RecordRef


class RowChoice:
    """The chosen records, and the range that is being chosen."""

    def __init__(self) -> None:
        self.refs: frozenset[RecordRef] = frozenset()
        self.in_range = False
        """Whether a range follows the cursor."""
        self._anchor: RecordRef | None = None
        """Where the last range began."""
        self._end: RecordRef | None = None
        """Where the last range ended."""
        self._before: frozenset[RecordRef] = frozenset()
        """What was chosen before the last range."""

    def clear(self) -> bool:
        """Choose nothing, and return whether anything was chosen."""
        had = bool(self.refs)
        self.refs, self.in_range, self._anchor = frozenset(), False, None
        return had

    def toggle(self, ref: RecordRef) -> None:
        """Choose a record, or no longer."""
        self.in_range, self._anchor = False, None
        self.refs ^= {ref}

    def toggle_all(self, shown: Sequence[RecordRef]) -> None:
        """Choose all that are shown, or none of them if all are chosen."""
        self.in_range, self._anchor = False, None
        self.refs = self.refs - set(shown) if self.refs.issuperset(shown) else self.refs.union(shown)

    def toggle_range(self, ref: RecordRef) -> None:
        """Begin a range that follows the cursor at a record, or end it."""
        self.in_range = not self.in_range
        if self.in_range:
            self._begin(ref)

    def follow(self, shown: Sequence[RecordRef], end: int) -> None:
        """Choose from where the range began to a row, counted from 0."""
        if self._anchor in shown:
            first, last = sorted((shown.index(self._anchor), end))
            self.refs, self._end = self._before.union(shown[first : last + 1]), shown[end]

    def extend(self, shown: Sequence[RecordRef], start: int, end: int) -> None:
        """Choose from a row to another, going on with a range that ended there."""
        if self._anchor not in shown or self._end != shown[start]:
            self._begin(shown[start])
        self.follow(shown, end)

    def _begin(self, ref: RecordRef) -> None:
        self._anchor, self._end, self._before = ref, ref, self.refs
        self.refs |= {ref}

    def keep(self, existing: Sequence[RecordRef]) -> None:
        """Forget records that no longer exist."""
        self.refs = self.refs.intersection(existing)
