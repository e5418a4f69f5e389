"""A hundred articles in six scripts: every output shows the same figures."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from six_scripts import KINDS, PROPOSITIONS, Figures, write_six_scripts

from tui.analysis.filters import Filter
from tui.analysis.survey import Survey
from tui.formats.json_shapes import compare_shape, people_shape
from tui.formats.markdown.archive import export_markdown
from tui.formats.plain.linear_text import comparison_lines
from tui.formats.plain.page import Page
from tui.formats.plain.people_lines import people_lines
from tui.layout.glyphs import UNICODE
from tui.reader.reading.account_speakers import account_speakers
from tui.reader.screens.comparison.cells import cell_lines
from tui.reader.screens.people.rows import PeopleRows
from tui.reader.screens.records.rows import RecordRows, record_totals
from tui.reader.widgets.pane.header import PaneHeader
from tui.session.proposition_links import PropositionLinks
from tui.session.record_list import RecordList, record_entries
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
    assert in_cells(survey, part) == planned_without_adjusted(figures)
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


def planned_without_adjusted(figures: Figures) -> dict[tuple[str, str], Counter[str]]:
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
    assert counted == planned_without_adjusted(figures)
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


def test_the_inspector_has_the_same_figures(survey: Survey, figures: Figures) -> None:
    links = PropositionLinks(survey.collation)
    ids = articles(survey)
    counted: dict[tuple[str, str], Counter[str]] = {}
    silent: dict[str, int] = {}
    for row in survey.comparison.rows:
        slug = row.proposition.slug
        statement = (*row.evidence, *row.uncounted)[0]
        *parts, last = account_speakers(links, statement.placed, glyphs=UNICODE)
        silent[slug] = number_of(last.plain)
        for part in parts:
            siglum, _, words = part.plain.partition(" ")
            counts = counted[slug, ids[siglum]] = Counter[str]()
            for told in re.split(r" {2,}(?=[▸✗≡∅\d])", words):
                if told.endswith(" doubtful"):
                    counts["doubtful"] = int(told.split()[0])
                else:
                    times = re.search(r" ×(\d+)$", told)
                    counts[OF_GLYPH[told[0]]] += int(times[1]) if times else 1
    assert counted == {key: without_adjusted(counts) for key, counts in planned(figures).items() if +counts}
    heard = Counter(slug for slug, _ in counted)
    assert silent == {slug: len(ids) - heard[slug] for slug in PROPOSITIONS}


def without_adjusted(counts: Counter[str]) -> Counter[str]:
    return +Counter({**counts, "adjusted": 0})


def number_of(sigla: str) -> int:
    """Return how many accounts are named, as in `A, C–F silent`."""
    runs = (run.split("–") for run in sigla.removesuffix(" silent").split(", "))
    return sum(column(run[-1]) - column(run[0]) + 1 for run in runs)


def column(letters: str) -> int:
    """Return the number of a siglum, from 1."""
    return sum(26**power * (ord(letter) - 64) for power, letter in enumerate(reversed(letters)))


def test_the_records_have_the_same_figures(survey: Survey, figures: Figures) -> None:
    records = RecordList(record_entries(survey), survey.codebook)
    assert {(entry.article, entry.annotation.id): entry.state for entry in records.entries} == {
        key: state.value for key, state in figures.states.items()
    }
    totals = record_totals(records, Filter(), glyphs=UNICODE, width=200).plain
    numbers = [int(number) for number in re.findall(r"\d+", totals)]
    assert numbers[0] == len(figures.states) == sum(numbers[1:])
    statements = [statement for own in survey.statements for statement in own]
    assert numbers[0] == sum(len(statement.records) for statement in statements)
    shown = RecordRows(records.entries, records.codebook, UNICODE, annotators=True)
    lines = [shown.lines(index, 200, current=False)[0].plain for index in range(len(records.entries))]
    doubtful = sum(counts["doubtful"] for counts in figures.counts.values())
    assert sum("review  “" in line or "orphan  “" in line for line in lines) == doubtful


def test_the_headers_have_the_same_figures(survey: Survey, figures: Figures) -> None:
    labels = {"claim": "asserts", "denial": "rejects", "agreement": "shares", "open": "neutral"}
    for account in survey.accounts:
        article = account.article.id
        header = PaneHeader(account, survey.codebook)
        header.show_counts(survey.counts[article])
        told = [part.plain.split(" ") for part in header.counts_in_words()]
        wanted = Counter[str]()
        for (_, of_article), counts in figures.counts.items():
            if of_article == article:
                wanted.update({stance: counts[stance] for stance in STANCES})
        wanted.update(state.value for (of_article, _), state in figures.states.items() if of_article == article)
        del wanted["exact"]
        assert {labels.get(name.rstrip("s"), name): int(number) for number, name in told} == dict(+wanted)
