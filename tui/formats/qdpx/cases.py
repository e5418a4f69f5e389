"""The speakers as the cases of a project, with what they say."""

from collections.abc import Iterator, Sequence

from tui.formats.qdpx.xml_text import element, guid, reference, text_element
from tui.model import Codebook


class Cases:
    """The speakers in the order told, with the selections of what they say."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._said: dict[str, list[str]] = {}
        """The ids of selections, by the speaker's main name."""

    def add(self, speakers: Sequence[str], selections: Sequence[str]) -> None:
        """Add the ids of the selections of what somebody says."""
        for name in dict.fromkeys(map(self._codebook.canonical_name, speakers)):
            self._said.setdefault(name, []).extend(selections)

    def elements(self) -> Iterator[str]:
        """Yield the element of each speaker."""
        for name, selections in self._said.items():
            speaker = self._codebook.speakers.get(name)
            aliases = f"Also: {', '.join(speaker.aliases)}" if speaker and speaker.aliases else ""
            content = [text_element("Description", aliases)]
            content += [reference("SelectionRef", selection) for selection in selections]
            yield element("Case", {"guid": guid("speaker", name), "name": name}, content)
