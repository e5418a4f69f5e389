import pytest
from made_grammar import clause_of, words_of

from tui.attribution.marks.final_verbs import content_of_final_verb


@pytest.mark.parametrize(
    ("text", "verb", "source", "content"),
    [
        ("Yılmaz, köprünün eski olduğunu söyledi.", "söyledi", "Yılmaz", "köprünün eski olduğunu"),
        ("Ayşe Yılmaz köprünün eski olduğunu söyledi.", "söyledi", "Ayşe Yılmaz", "köprünün eski olduğunu"),
        ("Köprünün eski olduğunu söyledi.", "söyledi", None, "Köprünün eski olduğunu"),
        ("İki bakan iddiaları yalanladı.", "yalanladı", "İki bakan", "iddiaları"),
        ("O köprünün eski olduğunu söyledi.", "söyledi", "O", "köprünün eski olduğunu"),
        ("“Köprü eski” dedi Yılmaz.", "dedi", "Yılmaz", "“Köprü eski”"),
        ("Yılmaz dün, “Köprü eski” dedi.", "dedi", "Yılmaz dün", "“Köprü eski”"),
    ],
)
def test_subject_and_content(text: str, verb: str, source: str | None, content: str) -> None:
    clause = clause_of(text, "tr", verb)
    frame = content_of_final_verb(clause.grammar, clause.sentence, clause.cue, 0, None)
    assert frame is not None
    assert words_of(clause.grammar, frame.source) == source
    assert words_of(clause.grammar, frame.content[0]) == content
