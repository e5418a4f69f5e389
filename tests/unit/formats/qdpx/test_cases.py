"""A case for each speaker, with the selections of what they say."""

from tui.formats.qdpx.cases import Cases
from tui.formats.qdpx.xml_text import guid
from tui.model import Codebook, Speaker


def test_a_speaker_is_one_case_under_all_names_in_the_order_told() -> None:
    cases = Cases(Codebook(speakers={"Ann Lee": Speaker("Ann Lee", ("Lee",))}))
    cases.add(("Bo", "Lee", "Ann Lee"), ("s1", "s2"))
    cases.add(("Ann Lee",), ("s3",))
    cases.add((), ("s4",))
    bo, ann = cases.elements()
    assert f'<Case guid="{guid("speaker", "Bo")}" name="Bo">' in bo
    assert [bo.count(f'"{name}"') for name in ("s1", "s2", "s3", "s4")] == [1, 1, 0, 0]
    assert "<Description>Also: Lee</Description>" in ann
    assert [ann.count(f'"{name}"') for name in ("s1", "s2", "s3", "s4")] == [1, 1, 1, 0]


def test_who_says_nothing_that_has_a_place_is_a_case_too() -> None:
    cases = Cases(Codebook())
    cases.add(("Bo",), ())
    assert [*cases.elements()] == [f'<Case guid="{guid("speaker", "Bo")}" name="Bo"/>\n']
