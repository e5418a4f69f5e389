"""The form of a suggestion, which saves what accepting it saves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.errors import SaveError
from tui.model import NOTE
from tui.session.accepted_suggestions import Accepted, accept_all
from tui.session.pending_edit import PendingEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Annotation, Proposition
    from tui.session.session import Session


class AcceptingEdit(PendingEdit):
    """Saves an edited suggestion.

    A new proposition contradicts what the offered one with its sentence contradicts.
    """

    def __init__(self, session: Session, offered: Sequence[Proposition]) -> None:
        super().__init__(session)
        self._contradicts = {proposition.text: proposition.contradicts for proposition in offered}

    def save(self, annotation: Annotation, proposition: Proposition | None = None) -> None:
        if annotation.speaker_words and not annotation.speaker and annotation.kind != NOTE.name:
            # Without a speaker, the record would say that the article tells it in its own voice.
            words = annotation.speaker_words
            raise SaveError(f"who says it is missing; name “{words}”, or empty As if the article itself says it")
        contradicts = self._contradicts.get(proposition.text, ()) if proposition else ()
        if proposition is None or not contradicts:
            super().save(annotation, proposition)
            return
        accepted = Accepted(self._placed(annotation), replace(proposition, contradicts=contradicts))
        accept_all(self._session, [accepted])  # `add` saves no more than a proposition's sentence
