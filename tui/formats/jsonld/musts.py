"""What the Web Annotation model demands of every annotation."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tui.formats.json_values import items_in, mappings_in, offset_in
from tui.formats.jsonld.vocabulary import ANNO, is_model_time, is_uri

Shape = Mapping[str, Any]
_GROUPS = frozenset({"Choice", "Composite", "List", "Independents", "Set"})
_TIMES = ("created", "modified", "generated")
_DIRECTIONS = ("ltr", "rtl", "auto")


def annotation_fault(annotation: Shape, *, has_context: bool = False) -> str:
    """Return what is wrong with an annotation, or an empty string.

    `has_context` says that the page around it has the model's context.
    """
    return next(_faults(annotation, has_context=has_context), "")


def _faults(annotation: Shape, *, has_context: bool) -> Iterator[str]:
    demands = (
        (has_context or ANNO in items_in(annotation.get("@context")), f'its "@context" must have {ANNO}'),
        ("Annotation" in items_in(annotation.get("type")), 'its "type" must be Annotation'),
        (_is_identifier(annotation.get("id")), 'its "id" must be one URI'),
        (annotation.get("target") not in (None, []), 'it has no "target"'),
        (not {"body", "bodyValue"} <= annotation.keys(), 'it has both "body" and "bodyValue"'),
        (isinstance(annotation.get("bodyValue", ""), str), 'its "bodyValue" must be one text'),
    )
    yield from (fault for is_met, fault in demands if not is_met)
    yield from _shared_faults(annotation)
    for name in ("body", "target"):
        for resource in items_in(annotation.get(name)):
            for fault in _resource_faults(resource, is_body=name == "body", is_recogito=_is_recogito(annotation)):
                yield f'in its "{name}", {fault}'


def _is_identifier(value: object) -> bool:
    listed = items_in(value)
    return len(listed) == 1 and isinstance(listed[0], str) and (is_uri(listed[0]) or _is_fragment(listed[0]))


def _is_fragment(identifier: str) -> bool:
    return identifier.startswith("#") and is_uri(f"urn:x:{identifier[1:]}")


def _is_recogito(annotation: Shape) -> bool:
    """Return whether Recogito made it, which names no source."""
    return any(isinstance(name, str) and _is_fragment(name) for name in items_in(annotation.get("id")))


def _shared_faults(shape: Shape) -> Iterator[str]:
    """Yield faults in keys that annotations, bodies and targets share."""
    for name in _TIMES:
        if name in shape and not is_model_time(shape[name]):
            yield f'"{name}" must be one time such as 2015-01-28T12:00:00Z'
    for name in ("rights", "canonical", "via"):
        values = items_in(shape.get(name))
        if not all(isinstance(value, str) and is_uri(value) for value in values) or (
            name == "canonical" and len(values) > 1
        ):
            yield f'"{name}" must be {"one URI" if name == "canonical" else "URIs"}'
    for agent in (*items_in(shape.get("creator")), *items_in(shape.get("generator"))):
        if not isinstance(agent, dict) and not (isinstance(agent, str) and is_uri(agent)):
            yield 'a "creator" must be a URI or an object'


def _resource_faults(resource: object, *, is_body: bool, is_recogito: bool = False) -> Iterator[str]:
    if isinstance(resource, str):
        if not is_uri(resource):
            yield "a text must be a URI"
        return
    if not isinstance(resource, dict):
        yield "there is neither a URI nor an object"
        return
    yield from _shape_faults(resource, is_body=is_body, is_recogito=is_recogito)
    yield from _shared_faults(resource)
    if resource.get("textDirection", "auto") not in _DIRECTIONS:
        yield '"textDirection" must be ltr, rtl or auto'
    if not all(isinstance(value, str) for value in items_in(resource.get("styleClass"))):
        yield '"styleClass" must be text'
    for selector in items_in(resource.get("selector")):
        yield from _selector_faults(selector)
    for state in mappings_in(resource.get("state")):
        yield from _state_faults(state)


def _shape_faults(resource: Shape, *, is_body: bool, is_recogito: bool) -> Iterator[str]:
    types = items_in(resource.get("type"))
    groups = [name for name in types if name in _GROUPS]
    if groups:
        yield from _group_faults(resource, groups, is_body=is_body)
    elif "TextualBody" in types or (is_body and "value" in resource):
        yield from _text_faults(resource, is_body=is_body)
    elif "source" in resource:
        if not _is_source(resource["source"]):
            yield '"source" must be one URI'
    elif not (is_recogito and "selector" in resource):
        yield from _page_faults(resource, types)


def _text_faults(resource: Shape, *, is_body: bool) -> Iterator[str]:
    if not is_body:
        yield "a text is no target"
    if not isinstance(resource.get("value"), str) or "source" in resource:
        yield 'a TextualBody must have one "value", and no "source"'


def _page_faults(resource: Shape, types: list[object]) -> Iterator[str]:
    if "SpecificResource" in types or "selector" in resource:
        yield 'a SpecificResource must have a "source"'
    elif not _is_identifier(resource.get("id")):
        yield 'there is neither an "id" nor a "source"'
    elif "purpose" in resource or "items" in resource:
        yield 'a web page has neither "purpose" nor "items"'


def _is_source(source: object) -> bool:
    if isinstance(source, dict):
        return _is_identifier(source.get("id"))
    return isinstance(source, str) and is_uri(source)


def _group_faults(resource: Shape, groups: list[Any], *, is_body: bool) -> Iterator[str]:
    members = resource.get("items")
    if len(items_in(resource.get("type"))) > 1 or not isinstance(members, list) or not members:
        yield f'a {groups[0]} must be of one type, and have "items"'
        return
    if any(name in resource for name in ("value", "source", "purpose")):
        yield f'a {groups[0]} has neither "value", "source" nor "purpose"'
    for member in members:
        yield from _resource_faults(member, is_body=is_body)


def _selector_faults(selector: object) -> Iterator[str]:
    if isinstance(selector, str):
        if not is_uri(selector):
            yield '"selector" must be a URI or an object'
        return
    if not isinstance(selector, dict):
        yield '"selector" must be a URI or an object'
        return
    kind = selector.get("type")
    check = _SELECTORS.get(kind) if isinstance(kind, str) else None
    if check and not check(selector):
        yield f"a {kind} lacks what the model demands of it"
    for refined in items_in(selector.get("refinedBy")):
        yield from _selector_faults(refined)


def _has_value(selector: Shape) -> bool:
    return isinstance(selector.get("value"), str)


def _has_places(selector: Shape) -> bool:
    return offset_in(selector, "start") is not None and offset_in(selector, "end") is not None


def _has_quote(selector: Shape) -> bool:
    return all(isinstance(selector.get(name, ""), str) for name in ("prefix", "suffix")) and isinstance(
        selector.get("exact"), str
    )


def _has_ends(selector: Shape) -> bool:
    return all(len(mappings_in(selector.get(name))) == 1 for name in ("startSelector", "endSelector"))


_SELECTORS: Mapping[str, Callable[[Shape], bool]] = {
    "FragmentSelector": _has_value,
    "CssSelector": _has_value,
    "XPathSelector": _has_value,
    "SvgSelector": lambda selector: _has_value(selector) or "id" in selector,
    "TextQuoteSelector": _has_quote,
    "TextPositionSelector": _has_places,
    "DataPositionSelector": _has_places,
    "RangeSelector": _has_ends,
}


def _state_faults(state: Shape) -> Iterator[str]:
    if state.get("type") == "HttpRequestState" and not _has_value(state):
        yield 'an HttpRequestState must have one "value"'
    if state.get("type") == "TimeState":
        times = [state.get(name) for name in ("sourceDate", "sourceDateStart", "sourceDateEnd") if name in state]
        if not all(is_model_time(time) for value in times for time in items_in(value)) or not times:
            yield "a TimeState must have times"
