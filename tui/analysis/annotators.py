"""Who made the records, each person by one name."""

from collections.abc import Iterable, Mapping

from tui.analysis.natural_order import natural_key
from tui.model import Codebook, Collation


def name_order(name: str) -> tuple[object, ...]:
    """Return the key by which annotators are sorted, with an empty name last."""
    return not name, natural_key(name), name


def one_name_each(names: Iterable[str], codebook: Codebook) -> tuple[str, ...]:
    """Return annotators in the order of their names, each once."""
    return tuple(dict.fromkeys(names_by_signature(names, codebook).values()))


def names_by_signature(names: Iterable[str], codebook: Codebook) -> Mapping[str, str]:
    """Return the one name of each annotator by all their names, in order.

    It is the codebook's main name, else the first in order of those that differ only in case, accents and spacing.
    """
    main_names = {name: codebook.annotator_name(name) for name in names}
    first: dict[str, str] = {}
    ordered = sorted(main_names.items(), key=lambda item: (name_order(item[1]), name_order(item[0])))
    return {name: first.setdefault(codebook.annotator_identity(main), main) for name, main in ordered}


def annotators_of(collation: Collation) -> tuple[str, ...]:
    """Return who made the records, in the order of their names.

    An empty name stands for records without one.
    """
    records = (placed.record for account in collation.accounts for placed in account.placed)
    signed = {record.annotation.annotator for record in (*records, *collation.notes)}
    return one_name_each(signed, collation.codebook)
