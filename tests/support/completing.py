"""Ask diptych what completes a command, as a shell does."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tui.cli import diptych
from tui.commands.completion_scripts import SHELLS
from tui.commands.table import COMPLETION_VARIABLE


@contextmanager
def words_typed(*words: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMP_WORDS", "\n".join(words))
        patch.setenv("COMP_CWORD", str(len(words) - 1))
        yield


def offered(*words: str, shell: str = "bash") -> list[str]:
    """Return the lines of the answer to words, the last of them incomplete."""
    with words_typed("diptych", *words):
        return SHELLS[shell](diptych, {}, "diptych", COMPLETION_VARIABLE).complete().splitlines()
