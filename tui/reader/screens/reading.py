"""The reading screen, put together from what can be done on it."""

from tui.reader.screens.comparing import Comparing
from tui.reader.screens.filtering import Filtering
from tui.reader.screens.opening import Opening
from tui.reader.screens.reloading import Reloading
from tui.reader.screens.taking import Taking


class ReadingScreen(Opening, Filtering, Comparing, Reloading, Taking):
    """Accounts side by side, with everything that can be done to them."""
