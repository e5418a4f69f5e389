"""A folder that brat opens: texts, annotations and configuration."""

from collections.abc import Iterator

from tui.analysis.survey import Survey
from tui.formats.brat.configuration import annotation_conf, visual_conf
from tui.formats.brat.written_document import replies, written_document
from tui.model import Collation


def corpus_files(survey: Survey) -> Iterator[tuple[str, str]]:
    """Yield the name and the content of each file.

    brat counts code points of the text, as Diptych does.
    """
    yield (
        "annotation.conf",
        annotation_conf(
            survey.codebook, (placed for account in survey.accounts for placed in account.placed if placed.has_place)
        ),
    )
    yield "visual.conf", visual_conf(survey.codebook)
    for account in survey.accounts:
        yield f"{account.article.id}.txt", account.article.text
        yield f"{account.article.id}.ann", written_document(account)


def count_left_out(survey: Survey, asked: Collation) -> int:
    """Return how many of the records that were asked for have no line.

    The survey may have more records: those that notes are on.
    """
    written = {account.article.id: set(replies(account)) for account in survey.accounts}
    return len(asked.notes) + sum(
        not placed.spans and placed.annotation.id not in written[account.article.id]
        for account in asked.accounts
        for placed in account.placed
    )
