"""The reading screen, put together from what can be done on it."""

from tui.reader.reading.articles import Opening
from tui.reader.reading.compare import Comparing
from tui.reader.reading.export import Taking
from tui.reader.reading.filter import Filtering
from tui.reader.reading.reload import Reloading


class ReadingScreen(Opening, Filtering, Comparing, Reloading, Taking):
    """Accounts side by side, with everything that can be done to them."""
