"""Write what was typed to another place when the workspace refuses it."""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tui.errors import SaveError
from tui.model import Annotation
from tui.storage.files.atomic import write_new
from tui.storage.files.filenames import file_slug
from tui.storage.files.os_calls import OS_CALLS
from tui.storage.files.read_only import refuse_if_read_only
from tui.storage.files.utf8 import encode_utf8
from tui.storage.records.annotation_fields import record_text


def save_elsewhere(annotation: Annotation, folders: Iterable[Path] | None = None) -> Path:
    """Write a record to the first folder that takes it, and return its file.

    Raise SaveError if none does. The folders are the home folder and the one for temporary files.
    """
    refuse_if_read_only(Path.home())
    record = replace(annotation, id=annotation.id or OS_CALLS.new_id(), created=annotation.created or OS_CALLS.now())
    name = f"diptych.{file_slug(record.annotator)}.{file_slug(record.id, 'record')}.yaml"
    failure = SaveError("there is no folder to write to")
    for folder in folders or (Path.home(), Path(tempfile.gettempdir())):
        path = folder / name
        try:
            write_new(path, encode_utf8(record_text(record), path), force=True)
        except SaveError as error:
            failure = error
        else:
            return path
    raise failure
