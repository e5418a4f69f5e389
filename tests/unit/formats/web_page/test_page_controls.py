"""The views a page offers, and its legend."""

from aid_and_talks import aid_and_talks
from collations import Telling, annotate, codebook, collate

from tui.analysis.account_view import View
from tui.formats.web_page.page_controls import html_controls, html_legend, view_choices

BOOK = codebook(annotators={"Ada": ("AH",)})


def test_only_views_that_differ_are_offered() -> None:
    accounts = collate(Telling("one", "Aid", (annotate("claim", "Aid", annotator="ah"),))).accounts
    assert [each.view for each in view_choices(accounts, BOOK, has_shared=False, annotator="Bo")] == [
        View.ALL,
        View.NONE,
    ]
    choices = view_choices(accounts, BOOK, has_shared=True, annotator="Ada")
    assert [each.view for each in choices] == [View.CONTRAST, View.ALL, View.MINE, View.NONE]
    controls = "".join(html_controls(choices))
    assert '<input type="radio" name="view" id="view-contrast" checked>' in controls
    assert '<input type="radio" name="view" id="view-mine"><bdi>by Ada</bdi>' in controls
    assert controls.count(" checked>") == 2


def test_the_legend_has_each_kind_once_in_the_codebooks_order() -> None:
    collation = aid_and_talks()
    legend = html_legend(collation.accounts, collation.codebook)
    labels = [part.partition("<")[0] for part in legend.split("<bdi>")[1:]]
    assert labels == ["Claim", "Denial", "Note", "No comment"]
    assert '<li class="rejects"><span class="sign" aria-hidden="true">✗</span>' in legend
