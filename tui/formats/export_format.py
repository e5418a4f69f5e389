"""The formats of an export, and what one is made of."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from tui.analysis.survey import Survey
from tui.formats.archive_section import ALL_SECTIONS, ArchiveSection
from tui.model import Collation

TITLE = "Accounts compared"


def limits_in_words(scope: str, *, is_adjudicated: bool, is_blind: bool) -> str:
    """Return which records are exported, or an empty string for all.

    `scope` describes the filter that chose them.
    """
    own = "own records only (blind mode)" if is_blind else ""
    return " · ".join(filter(None, (own, "adjudicated only" if is_adjudicated else "", scope)))


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """The records to export, and how to write them."""

    whole: Survey
    """All records that were read, for what is disputed depends on all."""
    chosen: Survey
    """The records to write."""
    scope: str = ""
    """Which records these are, in words, if a filter chose them."""
    is_adjudicated: bool = False
    """Whether all records are those that settled disagreements leave."""
    title: str = TITLE
    group_by: str = "article"
    rows_of: str = "records"
    """What the rows of a CSV file are: records or statements."""
    sections: frozenset[ArchiveSection] = ALL_SECTIONS
    """What a Markdown archive has."""
    annotator: str | None = None
    """Whose notes a brief has, None for everybody's, and whose records a web page has a view of."""

    @property
    def limits(self) -> str:
        """Which records these are, in words, if not all."""
        is_blind = self.whole.codebook.blind
        return limits_in_words(self.scope, is_adjudicated=self.is_adjudicated, is_blind=is_blind)

    @property
    def records(self) -> int:
        """How many there are, with notes on articles and propositions."""
        return sum(len(account.placed) for account in self.asked.accounts) + len(self.asked.notes)

    @property
    def asked(self) -> Collation:
        """What was asked for, without the records that others are on."""
        return self.chosen.chosen or self.chosen.collation


def _has_records(request: ExportRequest) -> bool:
    return bool(request.records)


def _markdown(request: ExportRequest) -> Iterator[str]:
    from tui.formats.markdown.archive import markdown_pieces  # noqa: PLC0415 - only the chosen format is loaded

    return markdown_pieces(
        request.chosen,
        group_by=request.group_by,
        title=request.title,
        scope=request.scope,
        sections=request.sections,
        is_adjudicated=request.is_adjudicated,
    )


def _has_sections(request: ExportRequest) -> bool:
    from tui.formats.markdown.archive import has_sections  # noqa: PLC0415 - only the chosen format is loaded

    return bool(request.records) and has_sections(request.chosen, scope=request.scope, sections=request.sections)


def _brief(request: ExportRequest) -> Iterator[str]:
    from tui.formats.markdown.brief import brief_pieces  # noqa: PLC0415 - only the chosen format is loaded

    return brief_pieces(
        request.whole,
        request.chosen,
        title=request.title,
        scope=request.scope,
        is_adjudicated=request.is_adjudicated,
        annotator=request.annotator,
    )


def _has_quotes(request: ExportRequest) -> bool:
    from tui.formats.markdown.brief import has_quotes  # noqa: PLC0415 - only the chosen format is loaded

    return has_quotes(request.whole, request.chosen, scope=request.scope, annotator=request.annotator)


def _csv(request: ExportRequest) -> Iterator[str]:
    from tui.formats.csv_table import csv_pieces  # noqa: PLC0415 - only the chosen format is loaded

    return csv_pieces(request.whole, request.chosen, rows_of=request.rows_of)


def _has_rows(request: ExportRequest) -> bool:
    return any(request.chosen.statements) if request.rows_of == "statements" else bool(request.records)


def _json(request: ExportRequest) -> Iterator[str]:
    from tui.formats.json_document import json_document_pieces  # noqa: PLC0415 - only the chosen format is loaded

    return json_document_pieces(
        request.chosen, title=request.title, scope=request.limits, has_comparison=not request.scope
    )


def _html(request: ExportRequest) -> Iterator[str]:
    from tui.formats.web_page.web_document import html_pieces  # noqa: PLC0415 - only the chosen format is loaded

    return html_pieces(
        request.chosen,
        title=request.title,
        scope=request.scope,
        is_adjudicated=request.is_adjudicated,
        annotator=request.annotator or "",
    )


def _jsonld(request: ExportRequest) -> Iterator[str]:
    from tui.formats.jsonld.annotation_page import annotation_page_pieces  # noqa: PLC0415 - only the chosen format is loaded

    return annotation_page_pieces(request.chosen, title=request.title, scope=request.limits)


def _brat_files(request: ExportRequest) -> Iterator[tuple[str, str]]:
    from tui.formats.brat.corpus import corpus_files  # noqa: PLC0415 - only the chosen format is loaded

    return corpus_files(request.chosen)


def _brat_left_out(request: ExportRequest) -> int:
    from tui.formats.brat.corpus import count_left_out  # noqa: PLC0415 - only the chosen format is loaded

    return count_left_out(request.chosen, request.asked)


def _qdpx_files(request: ExportRequest) -> Iterator[tuple[str, Iterable[str]]]:
    from tui.formats.qdpx.project import project_files  # noqa: PLC0415 - only the chosen format is loaded

    return project_files(request)


def _obsidian(request: ExportRequest) -> Iterator[str]:
    from tui.formats.obsidian.vault import vault_pieces  # noqa: PLC0415 - only the chosen format is loaded

    return vault_pieces(request)


def _obsidian_files(request: ExportRequest) -> Iterator[tuple[str, str]]:
    from tui.formats.obsidian.vault import vault_files  # noqa: PLC0415 - only the chosen format is loaded

    return vault_files(request)


def _argdown(request: ExportRequest) -> Iterator[str]:
    from tui.formats.argdown.argument_map import argument_map_pieces  # noqa: PLC0415 - only the chosen format is loaded

    return argument_map_pieces(request.whole, request.chosen, title=request.title, scope=request.limits)


def _claims(request: ExportRequest) -> Iterator[str]:
    from tui.formats.claims import claim_pieces  # noqa: PLC0415 - only the chosen format is loaded

    return claim_pieces(request.whole, request.chosen, scope=request.scope)


def _has_propositions(request: ExportRequest) -> bool:
    return bool(request.chosen.comparison.rows)


def _has_claims(request: ExportRequest) -> bool:
    from tui.formats.claims import has_claims  # noqa: PLC0415 - only the chosen format is loaded

    return has_claims(request.whole, request.chosen, scope=request.scope)


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format that records can be written in."""

    name: str
    summary: str
    write: Callable[[ExportRequest], Iterator[str]] | None
    """Yields the document in pieces. None if it can only be a folder or an archive."""
    suffixes: tuple[str, ...] = ()
    """The suffixes of file names that choose it."""
    write_files: Callable[[ExportRequest], Iterator[tuple[str, str]]] | None = None
    """Yields the paths and texts of the files in a folder, if it can be one."""
    pack_files: Callable[[ExportRequest], Iterator[tuple[str, Iterable[str]]]] | None = None
    """Yields the paths of the files in a ZIP archive, and each text in pieces, if it is one."""
    options: frozenset[str] = frozenset()
    """Those fields of a request that it knows and not every format does, such as `sections`."""
    left_out: Callable[[ExportRequest], int] | None = None
    """Counts the records without a place that it leaves out, if it leaves out any."""
    is_digest: bool = False
    """Whether it tells what records say, so that some may be missing."""
    has_content: Callable[[ExportRequest], bool] = _has_records
    """Returns whether anything of the records is in it."""
    ending: str = ""
    """How a name that is proposed for its file ends, if no suffix is its own."""


_ARCHIVE = frozenset({"group_by", "sections"})
_OF_ONE = frozenset({"annotator"})
FORMATS = {
    each.name: each
    for each in (
        ExportFormat(
            "markdown",
            "everything, as Markdown",
            _markdown,
            (".md", ".markdown"),
            options=_ARCHIVE,
            has_content=_has_sections,
        ),
        ExportFormat(
            "brief",
            "a page of Markdown to paste into a draft",
            _brief,
            ending="-brief.md",
            options=_OF_ONE,
            is_digest=True,
            has_content=_has_quotes,
        ),
        ExportFormat("obsidian", "notes with links, in a folder or one file", _obsidian, (), _obsidian_files),
        ExportFormat(
            "csv",
            "a table for a spreadsheet",
            _csv,
            (".csv",),
            options=frozenset({"rows_of"}),
            has_content=_has_rows,
        ),
        ExportFormat("json", "everything, for programs", _json, (".json",)),
        ExportFormat("jsonld", "W3C Web Annotations, for other annotation tools", _jsonld, (".jsonld",)),
        ExportFormat("brat", "a folder that brat opens", None, (), _brat_files, left_out=_brat_left_out),
        ExportFormat("qdpx", "a project for NVivo and MAXQDA", None, (".qdpx",), pack_files=_qdpx_files),
        ExportFormat("html", "a web page with the texts", _html, (".html", ".htm")),
        ExportFormat(
            "argdown",
            "propositions with who supports and attacks them",
            _argdown,
            (".argdown", ".ad"),
            is_digest=True,
            has_content=_has_propositions,
        ),
        ExportFormat(
            "claims",
            "claims and verdicts, in the words of schema.org",
            _claims,
            ending="-claims.jsonld",
            is_digest=True,
            has_content=_has_claims,
        ),
    )
}
"""By name. The first one is the default."""


def format_of_file(path: PurePath) -> str:
    """Return the format that a file's suffix chooses, else the default.

    `format_of_file(PurePath("notes.CSV"))` is `"csv"`.
    """
    suffix = path.suffix.lower()
    return next((name for name, each in FORMATS.items() if suffix in each.suffixes), next(iter(FORMATS)))
