"""The accounts of a survey as a table, with how much each has."""

from collections.abc import Iterator

from tui.analysis.survey import Survey
from tui.formats import phrasing
from tui.formats.markdown import escape
from tui.formats.markdown.comparison_table import gfm_table
from tui.model import NOTE, Account, Kind


def account_blocks(survey: Survey) -> Iterator[str]:
    """Yield a table with a column for each kind that is used, and the sums."""
    if not survey.accounts:
        yield "*There is no article here.*"
        return
    used = {name for counts in survey.counts.values() for name, number in counts.items() if number}
    kinds = [survey.codebook.kind(name) for name in dict.fromkeys((*survey.codebook.kinds, *sorted(used)))]
    kinds = [kind for kind in kinds if kind.name in used]
    source = ("Source",) if any(map(phrasing.byline_parts, survey.accounts)) else ()
    doubtful = ("Doubtful",) if survey.comparison.doubtful else ()
    labels = (f"{escape.cell(kind.glyph)} {escape.cell(kind.label)}" for kind in kinds)
    head = ("", "Account", *source, *labels, *doubtful)
    rule = ("---", "---", *("---" for _ in source), *("---:" for _ in (*kinds, *doubtful)))
    rows = (_row(account, survey, kinds, with_source=bool(source)) for account in survey.accounts)
    yield gfm_table(head, rule, rows)
    yield _sums(survey)


def _row(account: Account, survey: Survey, kinds: list[Kind], *, with_source: bool) -> tuple[str, ...]:
    counts = survey.counts[account.article.id]
    source = (escape.cell(", ".join(phrasing.byline_parts(account))),) if with_source else ()
    numbers = [counts.get(kind.name, 0) for kind in kinds]
    if doubtful := survey.comparison.doubtful:
        numbers.append(doubtful.get(account.article.id, 0))
    return f"**{account.siglum}**", escape.cell(account.article.title), *source, *map(str, numbers)


def _sums(survey: Survey) -> str:
    """Return how many statements and notes there are: `7 statements, 1 note`."""
    notes = sum(counts.get(NOTE.name, 0) for counts in survey.counts.values()) + len(survey.collation.notes)
    statements = sum(
        number for counts in survey.counts.values() for name, number in counts.items() if name != NOTE.name
    )
    parts = [phrasing.count_noun(statements, "statement"), *([phrasing.count_noun(notes, "note")] if notes else [])]
    return f"{', '.join(parts)} in {phrasing.count_noun(len(survey.accounts), 'account')}"
