"""The keys of a record."""

from dataclasses import fields

from tui.model import Annotation, TextSelector
from tui.storage.records.schema import ATTRIBUTES, FIELDS, LISTS, OFFSETS, TEXTS, frozen_value


def test_each_field_is_of_one_type_and_is_known_to_the_model() -> None:
    assert sorted(FIELDS) == sorted([*TEXTS, *LISTS, *OFFSETS])
    known = {field.name for kind in (Annotation, TextSelector) for field in fields(kind)}
    assert set(ATTRIBUTES.values()) == known - {"target", "extra", "pieces"}


def test_values_of_unknown_keys_are_frozen_to_their_core() -> None:
    assert frozen_value(["a", {"b": ["c", ["d"]]}]) == ("a", {"b": ("c", ("d",))})
