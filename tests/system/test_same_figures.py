"""A hundred articles in six scripts: every output shows the same figures."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from six_scripts import KINDS, PROPOSITIONS, Figures, write_six_scripts

from tui.analysis.survey import Survey
from tui.formats.json_shapes import compare_shape, people_shape
from tui.formats.markdown.archive import export_markdown
from tui.formats.plain.linear_text import comparison_lines
from tui.formats.plain.page import Page
from tui.formats.plain.people_lines import people_lines
from tui.layout.glyphs import UNICODE
from tui.reader.screens.comparison.cells import cell_lines
from tui.reader.screens.people.rows import PeopleRows
from tui.storage.workspace.discovery import open_workspace
from tui.storage.workspace.plain_loader import read_collation

STANCES = tuple(KINDS.values())
OF_LABEL = {"Claim": "asserts", "Denial": "rejects", "Agreement": "shares", "Silence": "neutral"}
OF_GLYPH = {"▸": "asserts", "✗": "rejects", "≡": "shares", "∅": "neutral"}
_STATEMENT = re.compile(r"([A-Z]+)\d+ . (\w+) · [^·]+ · (~ )?“")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Survey, Figures]:
    root = tmp_path_factory.mktemp("six") / "w"
    figures = write_six_scripts(root)
    return Survey(read_collation(open_workspace(root))), figures


@pytest.fixture
def survey(made: tuple[Survey, Figures]) -> Survey:
    return made[0]


@pytest.fixture
def figures(made: tuple[Survey, Figures]) -> Figures:
    return made[1]


def planned(figures: Figures) -> dict[tuple[str, str], Counter[str]]:
    """Return the planned counts by slug and article, without zeros."""
    return {key: +counts for key, counts in figures.counts.items()}


def articles(survey: Survey) -> dict[str, str]:
    """Return the article id by siglum."""
    return {account.siglum: account.article.id for account in survey.accounts}


def test_accounts_are_in_natural_order_and_quotes_in_the_planned_states(survey: Survey, figures: Figures) -> None:
    assert [account.article.id for account in survey.accounts] == [f"day{number}" for number in range(100)]
    states = {
        (account.article.id, placed.annotation.id): placed.state
        for account in survey.accounts
        for placed in account.placed
    }
    assert states == figures.states


def test_the_json_has_the_planned_figures(survey: Survey, figures: Figures) -> None:
    shape = compare_shape(survey.comparison, survey.comparison.rows)
    counted: dict[tuple[str, str], Counter[str]] = {}
    speakers: dict[tuple[str, str, str], set[str]] = {}
    for row in shape["propositions"]:
        for article, cell in row["cells"].items():
            numbers = {name: cell[name] for name in (*STANCES, "adjusted", "doubtful")}
            counted[row["id"], article] = +Counter(numbers)
            speakers |= {(row["id"], article, stance): set(cell["by"][stance]) for stance in STANCES}
    assert counted == planned(figures)
    assert {key: names for key, names in speakers.items() if names} == figures.speakers
    doubtful = Counter[str]()
    for (_, article), counts in figures.counts.items():
        doubtful[article] += counts["doubtful"]
    assert shape["doubtful"] == +doubtful


def test_the_text_has_the_same_figures(survey: Survey, figures: Figures) -> None:
    assert said(survey, comparison_lines(survey.comparison, Page(2000))) == planned(figures)


def test_the_markdown_export_has_the_same_figures(survey: Survey, figures: Figures) -> None:
    lines = export_markdown(survey).replace(r"\~", "~").replace("**", "").splitlines()
    part = lines[lines.index("## The comparison") : lines.index("## Who speaks")]
    assert in_cells(survey, part) == without_adjusted(figures)
    table = [line.strip("| ").split(" | ") for line in lines if re.match(r"\| [a-z]+ \| \d+ \| Proposition \d", line)]
    assert {row[2]: [int(number) for number in row[3:]] for row in table} == {
        text: counts_of(slug, figures) for slug, text in PROPOSITIONS.items()
    }


def in_cells(survey: Survey, lines: list[str]) -> dict[tuple[str, str], Counter[str]]:
    """Return the counts in the lines of each proposition and account."""
    slugs = {text: slug for slug, text in PROPOSITIONS.items()}
    counted: dict[tuple[str, str], Counter[str]] = {}
    for line in lines:
        if heading := re.match(r"### (?:\d+ · )?(Proposition \d\d)", line):
            slug = slugs[heading[1]]
        elif account := re.match(r"-   ([A-Z]+) [^A-Z]", line):
            found = re.findall(r"([▸✗≡∅]) (\d+)|(\d+) doubtful", line)
            counts = {
                OF_GLYPH[glyph] if glyph else "doubtful": int(number or doubtful) for glyph, number, doubtful in found
            }
            counted[slug, articles(survey)[account[1]]] = Counter(counts)
    return counted


def without_adjusted(figures: Figures) -> dict[tuple[str, str], Counter[str]]:
    return {key: +Counter({**counts, "adjusted": 0}) for key, counts in planned(figures).items()}


def counts_of(slug: str, figures: Figures) -> list[int]:
    """Return the accounts that speak, carry and reject, and what is doubtful."""
    cells = [counts for (about, _), counts in figures.counts.items() if about == slug]
    return [
        sum(any(counts[stance] for stance in STANCES) for counts in cells),
        sum(counts["asserts"] + counts["shares"] > 0 for counts in cells),
        sum(counts["rejects"] > 0 for counts in cells),
        sum(counts["doubtful"] for counts in cells),
    ]


def said(survey: Survey, lines: Iterator[str] | list[str]) -> dict[tuple[str, str], Counter[str]]:
    """Return the counts of statements that are listed by proposition."""
    slugs = {text: slug for slug, text in PROPOSITIONS.items()}
    counted: dict[tuple[str, str], Counter[str]] = {}
    slug = ""
    for line in lines:
        if heading := re.match(r"(?:\d+ · )?(Proposition \d\d)", line):
            slug = slugs[heading[1]]
        elif statement := _STATEMENT.search(line):
            counts = counted.setdefault((slug, articles(survey)[statement[1]]), Counter())
            doubtful = " · doubtful: " in line
            counts["doubtful" if doubtful else OF_LABEL[statement[2]]] += 1
            counts["adjusted"] += statement[3] is not None
    return {key: +counts for key, counts in counted.items()}


def test_the_screen_has_the_same_figures(survey: Survey, figures: Figures) -> None:
    comparison = survey.comparison
    counted: dict[tuple[str, str], Counter[str]] = {}
    speakers: dict[tuple[str, str, str], set[str]] = {}
    for row in comparison.rows:
        for cell in row.cells:
            key = row.proposition.slug, cell.article
            counts = counted[key] = Counter[str]()
            for line in cell_lines(row, cell.article, comparison.codebook, names=True, glyphs=UNICODE):
                if line.sign.endswith(" doubtful"):
                    counts["doubtful"] = int(line.sign.split()[0])
                    continue
                number, names = line.sign[1:].rstrip("~"), line.text
                counts[OF_GLYPH[line.sign[0]]] = int(number or "1")
                # Words of some scripts are padded, to be as wide as a terminal may draw them.
                names = " ".join(names.split())
                speakers[*key, OF_GLYPH[line.sign[0]]] = {*names.split(", ")}
    assert counted == without_adjusted(figures)
    assert speakers == figures.speakers


def test_the_people_have_the_same_figures(survey: Survey, figures: Figures) -> None:
    wanted = {person: dict(counts) for person, counts in figures.people.items()}
    assert {person["name"]: person["articles"] for person in people_shape(survey.people)} == wanted
    written = {}
    for line in people_lines(survey, Page(5000)):
        parts = line.split(" · ")
        if parts[0] in wanted:
            pairs = (part.split(" ") for part in parts[1].split(", "))
            written[parts[0]] = {articles(survey)[siglum]: int(number) for siglum, number in pairs}
    assert written == wanted
    rows = PeopleRows(survey.people, survey.accounts)
    for index, person in enumerate(survey.people):
        (content,) = rows.lines(index, 450, current=False)
        numbers = [int(number.replace("·", "0")) for number in content.plain[len(person.name) :].split()]
        assert numbers == [wanted[person.name].get(account.article.id, 0) for account in survey.accounts]
