"""The people that a workspace is shared with, and their secrets."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field


def _secret() -> str:
    return secrets.token_urlsafe(24)


@dataclass(frozen=True)
class Visitor:
    """Somebody who may open the reader in a browser."""

    name: str
    """The annotator of what they mark."""
    token: str = field(default_factory=_secret, repr=False)
    """What their address holds."""
    cookie: str = field(default_factory=_secret, repr=False)
    """What their browser is given for the token. It is never in an address."""


def visitor_with(people: Iterable[Visitor], *, token: str = "", cookie: str = "") -> Visitor | None:
    """Return the person with a token or a cookie, or None.

    Each is compared in a time that tells nothing about the secret.
    """
    return next((person for person in people if _same(person.token, token) or _same(person.cookie, cookie)), None)


def _same(secret: str, claimed: str) -> bool:
    return bool(claimed) and secrets.compare_digest(secret.encode(), claimed.encode(errors="replace"))
