"""Recognize the copies that sync programs, editors and git leave, by name."""

import re
from collections.abc import Container

CONFLICT = re.compile(r"confli[ck]?t|konflikt|case clash", re.IGNORECASE)
"""What only a copy has in its name."""

_MARK = re.compile(
    r"""[ ._-]?[(\[].*(?:confli[ck]?t|konflikt|case\ clash).*[)\]]  # Dropbox, Nextcloud, Seafile
    |[ ._-]+(?:sf|user)?conflict(?:ed)?\b.*                # ownCloud, Resilio
    |\.sync-conflict-\d{8}-\d{6}(?:-\w+)?                  # Syncthing
    |_.+_(?:user)?conflict                                 # Synology
    |_conf\(\d+\)                                          # Google Drive
    |[ ]?\(\d{1,3}\)                                       # Google Drive, OneDrive, browsers
    |[ ]\d{1,2}                                            # iCloud
    |[ ](?:-[ ])?(?:copy|kopie|copie|copia)(?:[ ]?\(?\d+\)?)?  # Finder, Explorer
    |-(?-i:(?=[0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,})          # OneDrive: the computer's name
    |_(?:backup|base|local|remote)_\d+                     # git mergetool
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PREFIX = re.compile(r"(?:copy of|kopie von|copie de|copia de) ", re.IGNORECASE)
_BACKUP = re.compile(r"(.+\.ya?ml)(?:~.*|\.(?!tmp\b).+)", re.IGNORECASE)


def copied_stem(stem: str, stems: Container[str]) -> str:
    """Return which of the stems this one is a copy's of, or "".

    `copied_stem("north (1)", {"north"})` is `"north"`.
    """
    unprefixed = without_prefix(stem)
    if unprefixed != stem and unprefixed in stems:
        return unprefixed
    marks = (match for start in range(1, len(unprefixed)) if (match := _MARK.fullmatch(unprefixed, start)))
    return next((unprefixed[: mark.start()] for mark in marks if unprefixed[: mark.start()] in stems), "")


def without_prefix(stem: str) -> str:
    """Return a stem without what a file manager puts before a copy's name.

    `without_prefix("Copy of north")` is `"north"`.
    """
    return _PREFIX.sub("", stem, count=1)


def backed_up_name(name: str) -> str:
    """Return the YAML file of which a name is a backup's, or "".

    `backed_up_name("north.yaml.orig")` is `"north.yaml"`.
    """
    match = _BACKUP.fullmatch(name)
    return match[1] if match else ""
