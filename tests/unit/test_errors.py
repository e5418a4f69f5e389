"""An error's message begins with its place."""

from pathlib import Path

import pytest

from tui.errors import (
    ArticleError,
    ConflictError,
    DiptychError,
    DocumentError,
    InputError,
    OverwriteError,
    RecordError,
    SaveError,
    UsageError,
    WorkspaceError,
)

FILE = Path("a.yaml")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (InputError("is empty"), "is empty"),
        (InputError("is empty", FILE), "a.yaml: is empty"),
        (RecordError("is empty", FILE, 3), "a.yaml:3: is empty"),
        (ArticleError("is empty", FILE, 3, 7), "a.yaml:3:7: is empty"),
        (SaveError("is read-only"), "is read-only"),
        (SaveError("is read-only", FILE), "a.yaml: is read-only"),
        (UsageError("has no width"), "has no width"),
    ],
)
def test_a_message_begins_with_file_line_and_column(error: DiptychError, message: str) -> None:
    assert str(error) == message


@pytest.mark.parametrize(
    ("family", "members"),
    [
        (InputError, (WorkspaceError, ArticleError, RecordError, DocumentError)),
        (SaveError, (ConflictError, OverwriteError)),
    ],
)
def test_errors_are_caught_by_their_family(family: type[Exception], members: tuple[type[DiptychError], ...]) -> None:
    for member in members:
        with pytest.raises(family):
            raise member("message")


def test_reading_and_writing_errors_are_different_families() -> None:
    assert not issubclass(SaveError, InputError)
    assert not issubclass(InputError, SaveError)
