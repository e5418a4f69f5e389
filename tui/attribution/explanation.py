"""Say in a sentence why something was taken for a statement."""

from tui.attribution.score import Score

_RULES = {
    "quotation before": "the quotation before the cue",
    "clause before": "the clause before the cue",
    "clause around": "the clause around the cue",
    "as": "the clause beside “as …”",
    "that": "the clause after “that”",
    "clause": "the clause after the cue",
    "quotation": "the quotation after the cue",
    "colon": "what follows the colon",
    "block quotation": "the paragraph after the colon",
    "wh": "the question after the cue",
    "infinitive": "“to …” after the cue",
    "object": "the object of the cue",
    "preposition": "the phrase after the cue",
    "phrase": "what follows the phrase",
    "according to": "the clause beside “according to”",
    "colon line": "what follows a name and a colon",
    "dash line": "the quotation before a dash and a name",
    "dialogue": "what follows a dash",
}
_LEFT = {
    "name": "a name before it",
    "person": "a word for a person before it",
    "pronoun": "a pronoun before it",
    "quote": "a quotation mark before it",
    "comma": "a comma before it",
    "bracket": "a bracket before it",
    "who": "a relative pronoun before it",
    "plural": "a plural noun before it",
    "noun": "a noun before it",
    "and": "“and” before it",
    "start": "the sentence begins with it",
    "determiner": "a word such as “this” before it",
    "article": "an article before it",
    "possessive": "a possessive before it",
    "preposition": "a preposition before it",
}
_RIGHT = {
    "that": "“that” after it",
    "quotation": "a quotation after it",
    "colon": "a colon after it",
    "wh": "a question word after it",
    "pronoun": "a pronoun after it",
    "clause": "a clause after it",
    "noun": "a noun after it",
    "preposition": "a preposition after it",
    "to": "“to” after it",
    "end": "nothing after it",
    "comma": "a comma after it",
    "block quotation": "a paragraph after its colon",
}
_CLASSES = {
    "say": "a verb of saying",
    "judge": "a verb of praise or blame",
    "think": "a verb of thinking",
    "intend": "a verb of wanting",
    "show": "a verb of showing",
    "seem": "a verb of seeming",
}
_TABLES = {"left": _LEFT, "right": _RIGHT, "class": _CLASSES, "clause": _CLASSES}
_SINGLE = {
    "after a quotation": "it follows a quotation",
    "before a quotation": "a quotation follows it",
    "content left": "what is said stands before it",
    "inverted": "the speaker stands after it",
    "quotation in the content": "a quotation in what is said",
    "inside quotation": "it stands inside a quotation",
    "strong verb": "a verb that does little but report",
    "clear verb": "a verb that mostly reports",
    "ambiguous verb": "a verb that often means something else",
    "may be a noun": "a word that may be a noun",
    "needs a quotation": "a verb that reports only with a quotation",
    "noun alone": "a noun without its owner",
    "noun with owner": "a noun with its owner",
    "that.noun": "“that” after the noun",
    "participle with by": "“by …” after it",
    "earlier cue": "another cue before it in the sentence",
    "earlier cue, after and": "another cue before it, with “and” between",
    "earlier cue, after the comma": "another cue before the comma",
    "earlier cue, comma between": "another cue before it, with a comma between",
    "reported mood": "the mood of reported speech",
    "content ending": "the ending of a reported clause before it",
    "no source": "no speaker beside it",
}
_FORMS = {
    "past": "past tense",
    "perfect": "perfect tense",
    "s": "present tense",
    "ing": "-ing form",
    "base": "bare verb",
}


def explain(cue: str, rule: str, score: Score) -> str:
    """Return a sentence with the rule and the three features that count most.

    For example: `“said” reports the quotation before the cue: a name before it (+10), a verb of saying (+8).`
    """
    ranked = sorted(score.features, key=lambda item: -abs(item[1]))
    ranked = [item for item in ranked if item[0] not in ("start", rule)][:3]
    reasons = ", ".join(f"{_phrase(name)} ({points:+})" for name, points in ranked)
    return f"“{cue}” reports {_RULES[rule]}" + (f": {reasons}." if reasons else ".")


def _phrase(feature: str) -> str:
    group, _, rest = feature.partition(".")
    if group == "form":
        return _FORMS.get(rest, f"{rest} form")
    last = rest.rpartition(".")[2]
    if group in _TABLES:
        return _TABLES[group].get(last, feature)
    if group == "kind":
        return f"a phrase of {last}" if last in ("agreement", "report") else last.replace("-", " ")
    if feature in _SINGLE:
        return _SINGLE[feature]
    return feature.replace(".", " with a verb of " if rest in _CLASSES else " ")
