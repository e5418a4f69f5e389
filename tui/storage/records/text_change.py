"""Remember what an edit changed in a text, so that it can be reverted."""

from dataclasses import dataclass

from tui.anchoring.common_length import common_length


@dataclass(frozen=True, slots=True)
class TextChange:
    """A part of a text before and after an edit."""

    start: int
    """In code points from the origin, such as the start of an edited record."""
    old: str
    new: str

    @property
    def inverse(self) -> "TextChange":
        return TextChange(self.start, self.new, self.old)

    def apply(self, text: str, origin: int = 0) -> str | None:
        """Return the text after the change, or None if it does not fit."""
        start = origin + self.start
        if start < 0 or not text.startswith(self.old, start):
            return None
        return text[:start] + self.new + text[start + len(self.old) :]


def text_change(before: str, after: str, origin: int = 0) -> TextChange:
    """Return what changed: from `abc` to `axc` it is `b` to `x` at 1.

    The end that both texts share is as long as possible, so that the change never reaches into what follows an edit.
    """
    longest = min(len(before), len(after))
    suffix = common_length(longest, lambda low, high: _tail(before, low, high) == _tail(after, low, high))
    prefix = common_length(longest - suffix, lambda low, high: before[low:high] == after[low:high])
    return TextChange(prefix - origin, before[prefix : len(before) - suffix], after[prefix : len(after) - suffix])


def _tail(text: str, low: int, high: int) -> str:
    """Return a part counted from the end: of `abcd` from 1 to 2 it is `c`."""
    return text[len(text) - high : len(text) - low]
