"""The overview of what is open, with or without what was settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.model import Collation
    from tui.session.overview import Overview


class Overviews:
    """Computes one overview for each collation, and keeps the last."""

    def __init__(self) -> None:
        self.adjudicated_only = False
        """Whether what a result of adjudication takes the place of is left out."""
        self._computed_for: tuple[Collation | None, bool] = (None, False)
        self._overview: Overview | None = None

    def of(self, collation: Collation) -> Overview:
        """Return the overview of a collation."""
        before, was_adjudicated = self._computed_for
        if self._overview is None or before is not collation or was_adjudicated is not self.adjudicated_only:
            self._overview = self._new(collation)
            self._computed_for = collation, self.adjudicated_only
        return self._overview

    def _new(self, collation: Collation) -> Overview:
        from tui.session.overview import Overview  # noqa: PLC0415 - not needed to open

        if not self.adjudicated_only:
            return Overview(collation)
        from tui.analysis.adjudication import adjudicated  # noqa: PLC0415 - seldom needed

        return Overview(adjudicated(collation), is_adjudicated=True)
