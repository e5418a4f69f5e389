"""Mails as mail programs and browsers write them."""

import base64

LINES = {
    "Subject": "=?utf-8?Q?Pier_closed_=E2=80=93_what?=\r\n =?utf-8?Q?_we_know?=",
    "From": '"Mara Holm" <mara@example.org>',
    "To": "desk@example.org",
    "Date": "Thu, 26 Nov 2026 14:30:00 +0100",
}
_PLAIN = """\
Dear colleagues,

the harbour authority closed the ferry terminal on Monday after cracks
were found in the northern pier, its spokeswoman said.

Two things follow:
- The pier stays closed until the engineers have looked at each of its
  columns.
- The train runs.

On 25 November the mayor wrote:
> We have paid every bill. Who says that we have not says what is not
> true.

Mara Holm
The Coast Gazette
--=20
Sent from the quay
"""
_PAGE = "<html><body><p>Dear colleagues,</p><p>the same as above.</p><img src=cid:x alt=Logo></body></html>"

TYPED = """\
Dear colleagues,

the harbour authority closed the ferry terminal on Monday after cracks were found in the northern pier, its \
spokeswoman said.

Two things follow:

- The pier stays closed until the engineers have looked at each of its columns.
- The train runs.

On 25 November the mayor wrote:

> We have paid every bill. Who says that we have not says what is not true.

Mara Holm
The Coast Gazette
"""


def mail_file(body: str, kind: str = "text/plain; charset=utf-8", **headers: str) -> bytes:
    """Return a mail with this body."""
    return _with_headers(body, {**LINES, **headers, "Content-Type": kind})


def _with_headers(body: str, headers: dict[str, str]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"{lines}\r\n{body}".replace("\r\n", "\n").replace("\n", "\r\n").encode()


def mail_with_attachment() -> bytes:
    """Return a mail in two forms, with a plan attached."""
    forms = multipart(
        "alternative",
        part(_PLAIN, "text/plain; charset=utf-8", "quoted-printable"),
        part(_PAGE, "text/html; charset=utf-8", "8bit"),
    )
    plan = "JVBERi0xLjc=\n"
    name = "attachment; filename*=utf-8''pl%C3%A4ne.pdf"
    kind, body = multipart("mixed", forms, part(plan, "application/pdf", "base64", **{"Content-Disposition": name}))
    return mail_file(body, kind)


def part(body: str, kind: str, encoding: str = "8bit", **headers: str) -> tuple[str, str]:
    """Return the headers and the body of a part."""
    more = "".join(f"\n{name}: {value}" for name, value in headers.items())
    return f"{kind}\nContent-Transfer-Encoding: {encoding}{more}", body


def multipart(kind: str, *parts: tuple[str, str]) -> tuple[str, str]:
    """Return a part that holds others."""
    boundary = f"={kind}="
    bodies = "".join(f"--{boundary}\nContent-Type: {headers}\n\n{body}\n" for headers, body in parts)
    return f'multipart/{kind}; boundary="{boundary}"', f"{bodies}--{boundary}--\n"


PAGE_TYPED = """\
# Ferry terminal closed

The harbour authority closed the ferry terminal on Monday after cracks were found in the northern pier.

> We have paid every bill, the mayor wrote.

Passengers were told to take the train. Nobody was hurt, the authority’s spokeswoman said on the same day.
"""


_SAVED_KIND = "text/html; charset=windows-1252"


def saved_page() -> bytes:
    """Return a page as a browser saves it with its pictures."""
    page = """<html lang=3Den><head><meta charset=3D"windows-1252"><title>Ferry terminal closed</title>
<meta property=3D"og:site_name" content=3D"The Coast Gazette">
<meta property=3D"article:published_time" content=3D"2026-11-26T14:30:00Z">
<meta name=3Dauthor content=3D"Mara Holm"></head><body><nav><a href=3D/>Home</a> <a href=3D/x>Sea</a></nav>
<article><h1>Ferry terminal closed</h1>
<p>The harbour authority closed the ferry terminal on Monday after cracks were found=
 in the northern pier.</p><blockquote>We have paid every bill, the mayor wrote.</blockquote>
<p>Passengers were told to take the train. Nobody was hurt, the authority=92s spokeswoman said on the same day.</p>
<img src=3D"cid:pier" alt=3D"The pier"></article><footer>© no one</footer></body></html>
"""
    address = "https://gazette.example/ferry"
    picture = base64.b64encode(b"GIF89a").decode()
    kind, body = multipart(
        "related",
        part(page.replace("©", "=A9"), _SAVED_KIND, "quoted-printable", **{"Content-Location": address}),
        part(picture, "image/gif", "base64", **{"Content-ID": "<pier>"}),
    )
    headers = {"From": "<Saved by Blink>", "Snapshot-Content-Location": address, "Subject": "Ferry"}
    return _with_headers(body, {**headers, "Content-Type": kind})
