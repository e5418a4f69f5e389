"""Whose records are shown: the question, and who can be chosen."""

from collections.abc import Iterable, Mapping

from tui.model import Annotation, Codebook
from tui.reader.content import annotator_on_screen
from tui.session.record_list import count_annotators


def annotator_choice(
    annotations: Iterable[Annotation], codebook: Codebook, me: str
) -> tuple[str, Mapping[str, tuple[str, int]]]:
    """Return the question, and each annotator's label and number of records."""
    numbers = count_annotators(annotations, codebook, me)
    return "Recorded by whom?", {name: (_label(name, codebook, me), number) for name, number in numbers.items()}


def _label(name: str, codebook: Codebook, me: str) -> str:
    if not name:
        return "nobody named: the shared lists"
    return f"{name} (you)" if annotator_on_screen(name, codebook, me) == "you" else name
