"""The configuration that brat opens our files with."""

from collections.abc import Iterable

from tui.formats.brat.kept_lines import kept_lines
from tui.formats.brat.standoff import StandoffLine, standoff_line
from tui.formats.brat.written_document import CUE, SPEAKER, brat_type
from tui.model import Codebook, Placed

_COLOURS = {"asserts": "#9ecae1", "rejects": "#fdae6b", "shares": "#a1d99b", "neutral": "#d9d9d9"}
_PLAIN = str.maketrans("|<>", "/‹›")


def annotation_conf(codebook: Codebook, placed: Iterable[Placed]) -> str:
    """Return annotation.conf: kinds are events, with their source and cue.

    What records keep from brat has its own types.
    """
    records = list(placed)
    kept = [line for each in records for _, raw in kept_lines(each.annotation) if (line := standoff_line(raw))]
    kinds = dict.fromkeys(
        [*codebook.kinds, *(each.annotation.kind for each in records if not kept_lines(each.annotation))]
    )
    own = [f"{brat_type(kind)}\tSource*:{SPEAKER}, {CUE}*:{CUE}" for kind in kinds if not _is_kept(kind, kept)]
    kept_events = _types(kept, "E")
    entities = [SPEAKER, CUE, *(kind for kind in _types(kept, "T") if kind not in kept_events)]
    events = [*own, *(f"{kind}\t{_roles(kept, kind)}" for kind in kept_events)]
    relations = [f"{kind}\tArg1:<ANY>, Arg2:<ANY>" for kind in _types(kept, "R")]
    relations += [f"{kind}\tArg1:<ANY>, Arg2:<ANY>, <REL-TYPE>:symmetric-transitive" for kind in _types(kept, "*")]
    attributes = [
        *("Hedged\tArg:<EVENT>", "Reworded\tArg:<EVENT>"),
        *(_attribute_rule(kind, kept) for kind in _types(kept, "A", "M")),
    ]
    sections = {"entities": entities, "relations": relations, "events": events, "attributes": attributes}
    return "\n".join("\n".join([f"[{name}]", "", *lines, ""]) for name, lines in sections.items())


def visual_conf(codebook: Codebook) -> str:
    """Return visual.conf: what kinds are called, and their colours."""
    kinds = codebook.kinds.values()
    labels = [f"{brat_type(kind.name)} | {_one_line(kind.label)}" for kind in kinds]
    drawing = [f"{brat_type(kind.name)}\tbgColor:{_COLOURS[kind.stance]}" for kind in kinds]
    return "\n".join(["[labels]", "", *labels, "", "[drawing]", "", *drawing, ""])


def _is_kept(kind: str, kept: list[StandoffLine]) -> bool:
    return kind in _types(kept, "T")


def _types(kept: list[StandoffLine], *letters: str) -> list[str]:
    return list(dict.fromkeys(line.type.partition(":")[0] for line in kept if line.id.startswith(letters)))


def _roles(kept: list[StandoffLine], event: str) -> str:
    """Return the arguments that an event was seen with, each of anything."""
    pairs = [pair for line in kept if line.type.partition(":")[0] == event for pair in line.rest.split() if ":" in pair]
    roles = dict.fromkeys(pair.partition(":")[0].rstrip("0123456789") for pair in pairs)
    return ", ".join(f"{role}*:<ANY>" for role in roles)


def _attribute_rule(name: str, kept: list[StandoffLine]) -> str:
    values = dict.fromkeys(value for line in kept if line.type == name and (value := line.rest.partition(" ")[2]))
    return f"{name}\tArg:<ANY>{', Value:' + '|'.join(values) if values else ''}"


def _one_line(label: str) -> str:
    """Return a label that is neither two for brat nor a macro, as `<a>` is."""
    return " ".join(label.translate(_PLAIN).split())
