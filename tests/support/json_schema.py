"""Find where a value breaks a JSON Schema.

Only the keywords that our schema has are known.
"""

from collections.abc import Iterator
from typing import Any

_TYPES = {"string": str, "integer": int, "object": dict, "array": list, "null": type(None)}
KNOWN = {
    *("$schema", "$defs", "$ref", "title", "description", "type", "properties", "required", "items"),
    *("additionalProperties", "enum", "const", "anyOf", "minimum"),
}


def schema_faults(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> Iterator[str]:
    """Yield each place where a value breaks a schema, with what is wrong."""
    assert schema.keys() <= KNOWN, schema.keys() - KNOWN
    if "$ref" in schema:
        yield from schema_faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, at)
    if "anyOf" in schema and all(any(schema_faults(value, each, root, at)) for each in schema["anyOf"]):
        yield f"{at}: fits none of {len(schema['anyOf'])} schemas"
    if value not in schema.get("enum", [schema.get("const", value)]):
        yield f"{at}: {value!r} is not allowed"
    types = schema.get("type", list(_TYPES))
    if type(value) not in [_TYPES[name] for name in ([types] if isinstance(types, str) else types)]:
        yield f"{at}: {value!r} is not {types}"
    elif isinstance(value, int) and value < schema.get("minimum", value):
        yield f"{at}: {value} is less than {schema['minimum']}"
    elif isinstance(value, dict):
        yield from _object_faults(value, schema, root, at)
    for position, item in enumerate(value if isinstance(value, list) else ()):
        yield from schema_faults(item, schema.get("items", {}), root, f"{at}[{position}]")


def _object_faults(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{at}: {name} is missing"
    for name, item in value.items():
        own = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
        yield from schema_faults(item, own, root, f"{at}.{name}")
