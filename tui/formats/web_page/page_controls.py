"""The page's controls, which work without the script, and its legend."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui.analysis.account_view import View, own_names
from tui.formats.web_page.marked_text import kind_class
from tui.formats.web_page.safe_html import escape_html, isolate_html
from tui.model import Account, Codebook, Kind

THEMES = ("auto", "light", "dark")


@dataclass(frozen=True, slots=True)
class ViewChoice:
    """A view that the page can be shown in."""

    view: View
    label: str
    title: str


def view_choices(
    accounts: Iterable[Account], codebook: Codebook, *, has_shared: bool, annotator: str
) -> tuple[ViewChoice, ...]:
    """Return the views that differ on this page, the first one chosen."""
    choices = [
        ViewChoice(View.ALL, "all", "Every record"),
        ViewChoice(View.NONE, "none", "The text alone"),
    ]
    signed = (placed.annotation.annotator for account in accounts for placed in account.placed)
    if own_names(signed, annotator, codebook):
        choices.insert(1, ViewChoice(View.MINE, f"by {annotator}", "What one annotator marked"))
    if has_shared:
        told = "What several accounts speak of, denials, and what is open"
        choices.insert(0, ViewChoice(View.CONTRAST, "contrast", told))
    return tuple(choices)


def html_controls(choices: tuple[ViewChoice, ...]) -> Iterator[str]:
    """Yield the choice of a view and of a theme."""
    views = (_radio("view", str(each.view), each.label, each.title, position) for position, each in enumerate(choices))
    yield f"<fieldset><legend>Show</legend>{''.join(views)}</fieldset>\n"
    themes = (_radio("theme", theme, theme, "", position) for position, theme in enumerate(THEMES))
    yield f"<fieldset><legend>Theme</legend>{''.join(themes)}</fieldset>\n"


def html_legend(accounts: Iterable[Account], codebook: Codebook) -> str:
    """Return the kinds that the accounts have, each as its highlights look."""
    names = {name for account in accounts for name in account.kind_counts}
    known = [name for name in codebook.kinds if name in names]
    items = "".join(_kind(codebook.kind(name)) for name in (*known, *sorted(names.difference(known))))
    return f'<ul class="legend" aria-label="Kinds">{items}</ul>\n' if items else ""


def _kind(kind: Kind) -> str:
    sign = f'<span class="sign" aria-hidden="true">{escape_html(kind.glyph)}</span>'
    return f'<li class="{kind_class(kind)}">{sign} <span class="sample">{isolate_html(kind.label)}</span></li>'


def _radio(group: str, value: str, label: str, title: str, position: int) -> str:
    checked = "" if position else " checked"
    hint = f' title="{escape_html(title)}"' if title else ""
    return (
        f'<label{hint}><input type="radio" name="{group}" id="{group}-{value}"{checked}>{isolate_html(label)}</label>\n'
    )
