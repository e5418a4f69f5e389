"""A folder that brat opens: texts, annotations and configuration."""

from collections.abc import Iterator

from tui.analysis.survey import Survey
from tui.formats.brat.configuration import annotation_conf, visual_conf
from tui.formats.brat.written_document import written_document


def corpus_files(survey: Survey) -> Iterator[tuple[str, str]]:
    """Yield the name and the content of each file.

    brat counts code points of the text, as Diptych does.
    """
    yield (
        "annotation.conf",
        annotation_conf(
            survey.codebook, (placed for account in survey.accounts for placed in account.placed if placed.spans)
        ),
    )
    yield "visual.conf", visual_conf(survey.codebook)
    for account in survey.accounts:
        yield f"{account.article.id}.txt", account.article.text
        yield f"{account.article.id}.ann", written_document(account)
