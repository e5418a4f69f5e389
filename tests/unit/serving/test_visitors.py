"""The secrets of the people that a workspace is shared with."""

from tui.serving.visitors import Visitor, visitor_with


def test_each_person_is_found_by_their_own_secrets_only() -> None:
    ada, ben = Visitor("ada"), Visitor("ben")
    people = (ada, ben)
    assert visitor_with(people, token=ben.token) is ben
    assert visitor_with(people, cookie=ada.cookie) is ada
    for wrong in ("", ada.token[:-1], f"{ada.token} ", ada.cookie, "é\udc80"):
        assert visitor_with(people, token=wrong) is None
    assert visitor_with(people, cookie=ada.token) is None
    assert visitor_with((Visitor("ada", "", ""),), token="", cookie="") is None
    assert len({ada.token, ada.cookie, ben.token, ben.cookie}) == 4
    assert len(ada.token) >= 32
    assert ada.token not in repr(ada)
