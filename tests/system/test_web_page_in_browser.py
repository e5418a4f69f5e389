"""The exported page in a real browser, by mouse, by key, without script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser
from collations import Telling, annotate, collate

from tui.analysis.survey import Survey
from tui.formats.web_page.web_document import html_pieces
from tui.model import Codebook, Collation, Proposition

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")

SHOWN = "[...document.querySelectorAll('.mark')].filter(e => getComputedStyle(e).backgroundColor != 'rgba(0, 0, 0, 0)')"


def lit(name: str) -> str:
    return f"[...document.querySelectorAll('.{name}')].map(e => e.id)"


def two_accounts() -> Collation:
    """Return two accounts that share a proposition, with hostile words."""
    aid = Proposition("aid", "Aid <img src=x onerror=alert(1)> comes", contradicts=("sun",))
    book = Codebook({"aid": aid, "sun": Proposition("sun", "The sun shines")})
    evil = "</script><script>document.title='out'</script><img src='https://x.example/a.png'>"
    first = (
        annotate("claim", "Aid comes", "Ada", "aid", body=evil),
        annotate("claim", "the sun shines", about="sun", annotator="Bo"),
        annotate("claim", "It rains"),
    )
    second = (annotate("denial", "No aid", evil, "aid"),)
    long = "Long ago.\n" * 200
    return collate(
        Telling("one", "Aid comes, and the sun shines. It rains.", first),
        Telling("two", f"{long}No aid. {evil}\n{long}", second),
        book=book,
    )


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text("".join(html_pieces(Survey(two_accounts()), title="Two", annotator="Bo")), "utf-8")
    return path


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("profile")) as browser:
        browser.send("Emulation.setDeviceMetricsOverride", width=1200, height=800, deviceScaleFactor=1, mobile=False)
        yield browser


@pytest.fixture
def browser(opened: Browser, page: Path) -> Browser:
    opened.open(page)
    return opened


def test_nothing_is_requested_or_refused_and_no_words_run(browser: Browser, page: Path) -> None:
    assert browser.run("document.title") == "Two"
    assert browser.run("document.querySelectorAll('img, script:not(:last-child)').length") == 0
    browser.click("#A1")
    events = [event for event in browser.events if event["method"] in {"Network.requestWillBeSent", "Log.entryAdded"}]
    urls = [event["params"]["request"]["url"] for event in events if "request" in event["params"]]
    assert urls == [page.as_uri()]
    assert [event for event in events if event["method"] == "Log.entryAdded"] == []


def test_the_policy_refuses_another_script_and_image(browser: Browser) -> None:
    browser.run("document.body.append(Object.assign(document.createElement('script'), {text: 'document.title = 1'}))")
    browser.run("document.body.append(Object.assign(document.createElement('img'), {src: 'https://x.example/'}))")
    assert browser.run("document.title") == "Two"
    texts = [event["params"]["entry"]["text"] for event in browser.events if event["method"] == "Log.entryAdded"]
    assert any("Content Security Policy" in text for text in texts)


def test_the_mouse_lights_the_partners_in_the_other_account(browser: Browser) -> None:
    browser.point("#A1")
    assert (browser.run(lit("here")), browser.run(lit("partner"))) == (["A1"], ["A1", "B1"])
    browser.point("h1")
    assert browser.run(lit("partner")) == []


def test_a_click_shows_the_record_and_brings_the_partner_level(browser: Browser) -> None:
    browser.click("#A1")
    tops = browser.run("['A1', 'B1'].map(id => Math.round(document.getElementById(id).getBoundingClientRect().top))")
    assert abs(tops[0] - tops[1]) <= 1
    details = browser.run("document.getElementById('details').innerText")
    assert "Aid <img src=x onerror=alert(1)> comes" in details
    assert "</script><script>document.title='out'" in details
    assert "disputed 1" in details
    assert browser.run("document.querySelectorAll('#details [id], #details img').length") == 0
    browser.press("Escape")
    assert browser.run("document.getElementById('inspector').hidden") is True
    assert browser.run(lit("here")) == []


def test_what_contradicts_the_proposition_is_framed(browser: Browser) -> None:
    browser.point("#A2")
    assert browser.run(lit("against")) == ["A1", "B1"]


def test_enter_on_a_highlight_shows_it_too(browser: Browser) -> None:
    browser.run("document.getElementById('B1').focus()")
    assert browser.run(lit("here")) == ["B1"]
    browser.press("Enter")
    assert browser.run("document.getElementById('inspector').hidden") is False


def test_views_and_themes_need_no_script(browser: Browser, page: Path) -> None:
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(page)
        shown = {}
        for view in ("contrast", "all", "mine", "none"):
            browser.click(f"#view-{view}")
            shown[view] = browser.run(f"{SHOWN}.map(e => e.id)")
        assert shown == {"contrast": ["A1", "A2", "B1"], "all": ["A1", "A2", "A3", "B1"], "mine": ["A2"], "none": []}
        browser.click("#theme-dark")
        assert browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(19, 21, 27)"
        browser.click("#theme-light")
        assert browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 247)"
        browser.click("#B1")
        assert browser.run("location.hash") == "#r-B1"
        assert "Aid comes" in browser.run("document.body.innerText")
    finally:
        browser.send("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize("width", [400, 1000, 1600])
def test_the_page_is_never_wider_than_the_window(browser: Browser, width: int) -> None:
    browser.send("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
    assert browser.run("document.documentElement.scrollWidth") <= width
    columns = browser.run("new Set([...document.querySelectorAll('.accounts article')].map(e => e.offsetLeft)).size")
    assert columns == (1 if width == 400 else 2)
    assert browser.run("document.querySelector('.wide').scrollWidth <= document.querySelector('.wide').clientWidth")
