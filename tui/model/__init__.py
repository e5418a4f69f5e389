"""Model of accounts and annotations: dataclasses without dependencies."""

from tui.model.account import Account, Collation, Placed, siglum
from tui.model.anchor import DOUBTFUL_STATES, UNSURE_STATES, Anchor, AnchorState, Candidate
from tui.model.annotation import OWN_VOICE, Annotation, Record
from tui.model.article import Article, Byline, canonicalize
from tui.model.codebook import (
    AGREEMENT,
    BUILT_IN_KINDS,
    CLAIM,
    DENIAL,
    MAIN_KINDS,
    NO_COMMENT,
    NOTE,
    Annotator,
    Codebook,
    Kind,
    Proposition,
    Speaker,
    Stance,
)
from tui.model.problem import Problem, Severity, problem_of
from tui.model.reference import RecordRef
from tui.model.selector import OMISSION, TextPiece, TextSelector, join_pieces
from tui.model.span import Span
from tui.model.workspace import Workspace

__all__ = [
    "AGREEMENT",
    "BUILT_IN_KINDS",
    "CLAIM",
    "DENIAL",
    "DOUBTFUL_STATES",
    "MAIN_KINDS",
    "NOTE",
    "NO_COMMENT",
    "OMISSION",
    "OWN_VOICE",
    "UNSURE_STATES",
    "Account",
    "Anchor",
    "AnchorState",
    "Annotation",
    "Annotator",
    "Article",
    "Byline",
    "Candidate",
    "Codebook",
    "Collation",
    "Kind",
    "Placed",
    "Problem",
    "Proposition",
    "Record",
    "RecordRef",
    "Severity",
    "Span",
    "Speaker",
    "Stance",
    "TextPiece",
    "TextSelector",
    "Workspace",
    "canonicalize",
    "join_pieces",
    "problem_of",
    "siglum",
]
