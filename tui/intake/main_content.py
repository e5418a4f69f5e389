"""Which blocks of a page are its article, by where the text is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tui.intake.html_blocks import HtmlBlock
from tui.intake.html_tree import Element

_ASIDE_ELEMENTS = {"nav", "aside", "footer", "form", "fieldset", "button", "dialog", "option", "figcaption", "legend"}
_ASIDE_ROLES = {"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert", "menu"}
_ASIDE_NAME = re.compile(
    r"(?:^|[-_ ])(?:nav|navigation|menu|footer|sidebar|comments?|disqus|share|sharing|social|related|promo|newsletter"
    r"|subscribe|subscription|advert|advertisement|ads?|cookies?|consent|gdpr|breadcrumbs?|byline|tags?|recommended"
    r"|recommendations?|trending|popular|signup|paywall|banner|captions?|credits?|copyright|outbrain|taboola|widget"
    r"|teasers?|toolbar|readmore|recirc|recirculation|sponsored|modal|popup|metadata|timestamp|pagination|bio"
    r"|tooltip|print|login|register)(?:$|[-_ ])"
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ASIDE_SHARE = 0.3
"""An element with more of the page's paragraphs is no aside, whatever its name."""
_ARTICLE_SHARE = 0.65
"""The deepest element with so much of the paragraphs is the article."""
_MAX_LINKED = 0.4
"""The share of linked words in a paragraph of an article."""
_MIN_WORDS = 12
"""Of a paragraph that shows where the article is."""
_STOP = re.compile(r"[.!?…:;。！？।۔]['\"”’»“)\]]*$")


def main_blocks(blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """Return the blocks of the article, or all if none stands out."""
    paragraphs = [block for block in blocks if _is_paragraph(block)]
    asides = _asides(blocks, _words_by_element(paragraphs))
    paragraphs = [block for block in paragraphs if not _is_in(block, asides)]
    if not paragraphs:
        return list(blocks)
    article = _article(paragraphs)
    inside = [block for block in blocks if _is_in(block, {article}) and not _is_in(block, asides)]
    return without_loose_ends([block for block in inside if not _is_links(block)])


def without_loose_ends(blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """Return blocks without bylines and buttons around, and empty headings.

    Before the first and after the last paragraph, a line that is no sentence is
    one; a heading needs text below it.
    """
    places = [index for index, block in enumerate(blocks) if _is_paragraph(block)]
    if not places:
        return list(blocks)
    kept = [
        block
        for index, block in enumerate(blocks)
        if places[0] <= index <= places[-1] or _is_heading(block) or _STOP.search(block.words)
    ]
    while kept and _is_heading(kept[-1]):
        kept.pop()
    return kept


def _is_paragraph(block: HtmlBlock) -> bool:
    return _length(block.words) >= _MIN_WORDS and not _is_links(block) and not _is_heading(block)


def _length(words: str) -> int:
    """Return the number of words.

    Of a script without blanks, four letters count as a word.
    """
    return sum(1 if len(word) < 24 else len(word) // 4 for word in words.split())


def _is_links(block: HtmlBlock) -> bool:
    return block.link_words > _MAX_LINKED * len(block.words.split())


def _is_heading(block: HtmlBlock) -> bool:
    return block.kind in ("h1", "h2", "h3", "h4", "h5", "h6")


def _is_in(block: HtmlBlock, elements: set[int]) -> bool:
    return any(id(element) in elements for element in block.path)


def _words_by_element(blocks: Sequence[HtmlBlock]) -> Counter[int]:
    """Return how many words are in each element, by the id of the object."""
    counts: Counter[int] = Counter()
    for block in blocks:
        words = _length(block.words)
        counts.update({id(element): words for element in block.path})
    return counts


def _asides(blocks: Sequence[HtmlBlock], words: Counter[int]) -> set[int]:
    elements = {id(element): element for block in blocks for element in block.path}
    total = max(words.values(), default=0)
    return {
        key for key, element in elements.items() if words[key] <= _ASIDE_SHARE * total and _is_aside_by_name(element)
    }


def _is_aside_by_name(element: Element) -> bool:
    if element.name in _ASIDE_ELEMENTS or element.attributes.get("role", "") in _ASIDE_ROLES:
        return True
    names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    return bool(_ASIDE_NAME.search(_CAMEL.sub("-", names).lower()))


def _article(paragraphs: Sequence[HtmlBlock]) -> int:
    """Return the id of the deepest element with most of the text."""
    words = _words_by_element(paragraphs)
    enough = _ARTICLE_SHARE * max(words.values())
    depths = {id(element): depth for block in paragraphs for depth, element in enumerate(block.path)}
    return max((key for key in depths if words[key] >= enough), key=depths.__getitem__)
