"""The tables of a language's file, and the keys that each may have."""

from tui.attribution.lexicon import CLAUSE


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


FRAMES = (CLAUSE, "quotation", "dialogue", "colon", "complement", "bare clause", "object", "final verb", "according")
"""Where content may stand. All but `clause` are the same in every language."""
CLASSES = _split("say judge think intend show seem")
WORDS = _split("""
auxiliaries negations adverbs pronouns determiners prepositions conjunctions subordinators days he she they it we
first_person owners and relatives head_ends possessives definite dropped_articles titles title_endings persons
organisations places countries counterparts female male mrs mr denying agreeing national_endings gerund_endings
name_particles name_links elisions enclitics nobody
""")
"""Lists that every language must have, perhaps empty ones."""
CLAUSE_WORDS = _split("""
modals have be do nominative personal wh telling plain_subjects bodily nounlike plurals pasts articles adverb_endings
reader somebody supposing pointing
""")
"""Lists that a language with the frame `clause` must have too."""
MARK_WORDS = _split("""
complementizers moods clitics inner object_determiners content_endings object_endings name_suffixes case_endings fillers
as_words passives
""")
"""Lists that a language without the frame `clause` must have too."""

_PLAIN = _split("strong clear ambiguous")
_KINDS = _split("according noun report no-comment no-knowledge agreement")
_PHRASES = _split("according report no-comment no-knowledge agreement hedges never shared")
_LEFT = _split("""
name person pronoun quote comma bracket who and possessive to plural article determiner preposition noun mark start
""")
_RIGHT = _split("that quotation colon wh pronoun to noun end comma preposition clause phrase")
_FORMS = _split("past perfect s base ing modal passive progressive infinitive participle noun")
_RULES = _split("that clause quotation colon wh infinitive object preposition phrase")
_SINGLE = (
    "start",
    "inside quotation",
    "content left",
    "content ending",
    "inverted",
    "after a quotation",
    "before a quotation",
    "quotation in the content",
    "needs a quotation",
    "right.block quotation",
    "earlier cue",
    "earlier cue, comma between",
    "earlier cue, after the comma",
    "earlier cue, after and",
    "clear verb",
    "strong verb",
    "ambiguous verb",
    "may be a noun",
    "participle with by",
    "noun with owner",
    "noun alone",
    "reported mood",
    "no source",
)


def _points() -> frozenset[str]:
    """Return the names of all that may have points."""
    groups = (
        _SINGLE,
        (f"kind.{kind}" for kind in _KINDS),
        (f"form.{form}" for form in _FORMS),
        (f"left.{form}.{left}" for form in _FORMS for left in _LEFT),
        (f"right.{right}" for right in _RIGHT),
        (f"class.{name}" for name in CLASSES),
        (f"{rule}.{name}" for rule in _RULES for name in (*CLASSES, "noun")),
    )
    return frozenset(name for group in groups for name in group)


_ANY = frozenset[str]()
KEYS = {
    "quotations": _ANY,
    "verbs": frozenset(CLASSES),
    "plain": frozenset(_PLAIN),
    "irregular": _ANY,
    "forms": _ANY,
    "nouns": frozenset({"words"}),
    "phrases": frozenset(_PHRASES),
    "words": frozenset({*WORDS, *CLAUSE_WORDS, *MARK_WORDS}),
    "collective": _ANY,
    "points": _points(),
}
"""The keys that each table may have, any if there are none."""
OPTIONAL = frozenset({"irregular", "forms", "nouns", "collective", "phrases"})
"""Tables that a language may leave out."""
