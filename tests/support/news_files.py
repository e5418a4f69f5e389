"""One news item in each format of the news trade, and in feeds."""

import json

HEADLINE = "Ferry terminal closed over cracks in pier"
BODY = """\
The harbour authority closed the ferry terminal on Monday, its spokeswoman said.

> We have paid every bill.

## What happens next

- A report is due in March.
- The train runs.

| Part | Cracks |
| --- | --- |
| North | 12 |

The pier in May

Nobody was hurt.
"""
TYPED = f"# {HEADLINE}\n\n{BODY}"
_HTML = """<p>The harbour authority closed the ferry terminal on Monday, its <em>spokeswoman</em> said.</p>
<blockquote><p>We have paid every bill.</p></blockquote><h2>What happens next</h2>
<ul><li>A report is due in March.</li><li>The train runs.</li></ul>
<table><tr><th>Part</th><th>Cracks</th></tr><tr><td>North</td><td>12</td></tr></table>
<figure><img src="pier.jpg" alt="Cracks"/><figcaption>The pier in May</figcaption></figure>
<p>Nobody was hurt.</p>"""
_ESCAPED = _HTML.replace("&", "&amp;").replace("<", "&lt;")

RSS = f"""<?xml version="1.0"?>
<!DOCTYPE rss>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>The Coast Gazette</title>
<atom:link href="https://gazette.example/feed" rel="self"/><link>https://gazette.example</link>
<item><title>{HEADLINE}</title><link>https://gazette.example/ferry</link><dc:creator>Mara Holm</dc:creator>
<pubDate>Thu, 26 Nov 2026 14:30:00 +0100</pubDate><description>The pier has cracks.</description>
<content:encoded><![CDATA[{_HTML}]]></content:encoded>
<enclosure url="https://gazette.example/ferry.mp3" type="audio/mpeg"/></item>
<item><title>Fish &amp;amp; Chips</title><guid>https://gazette.example/fish</guid>
<author>ivo@gazette.example (Ivo Sand)</author><description>Only &lt;b&gt;words&lt;/b&gt;.</description></item>
</channel></rss>""".encode()
ATOM = f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Coast Gazette</title>
<entry><title>{HEADLINE}</title><link rel="alternate" href="https://gazette.example/ferry"/>
<author><name>Mara Holm</name></author><published>2026-11-26T14:30:00+01:00</published>
<content type="html">{_ESCAPED}</content></entry></feed>""".encode()
NITF = f"""<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf><head><title>ferry</title><docdata><date.issue norm="20261126T143000+0100"/>
<doc.copyright holder="Coast Press"/></docdata><pubdata name="The Coast Gazette"/></head>
<body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline><byline>By <person>Mara Holm</person></byline>
<distributor><org>Coast Press</org></distributor></body.head><body.content>
<p>The harbour authority closed the ferry terminal on <chron norm="20261123">Monday</chron>, its spokeswoman said.</p>
<bq><block><p>We have paid every bill.</p></block></bq><hl2>What happens next</hl2>
<ul><li>A report is due in March.</li><li>The train runs.</li></ul>
<table><tr><th>Part</th><th>Cracks</th></tr><tr><td>North</td><td>12</td></tr></table>
<media media-type="image"><media-reference source="pier.jpg" alternate-text="Cracks"/><media-object>R0lG</media-object>
<media-caption>The pier in May</media-caption><media-producer>Ivo Sand</media-producer></media>
<p>Nobody was hurt.</p></body.content></body></nitf>""".encode()
NEWSML = f"""<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:gazette.example:1" version="2">
<rightsInfo><copyrightHolder literal="Coast Press"/></rightsInfo>
<itemMeta><provider qcode="nprov:CG"><name>The Coast Gazette</name></provider>
<versionCreated>2026-11-26T15:00:00+01:00</versionCreated><firstCreated>2026-11-26T14:30:00+01:00</firstCreated>
<pubStatus qcode="stat:usable"/><link rel="irel:seeAlso" href="https://gazette.example/ferry"/></itemMeta>
<contentMeta><headline>{HEADLINE}</headline><by>By Mara Holm</by><description role="drol:summary">Cracks.</description>
</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{_HTML}</body></html></inlineXML>
<remoteContent href="pier.jpg" contenttype="image/jpeg"/></contentSet></newsItem>""".encode()
NINJS = json.dumps(
    {
        "uri": "urn:gazette.example:1",
        "url": "https://gazette.example/ferry",
        "headline": HEADLINE,
        "byline": "By Mara Holm",
        "versioncreated": "2026-11-26T14:30:00+01:00",
        "pubstatus": "usable",
        "copyrightholder": "The Coast Gazette",
        "body_xhtml": _HTML,
        "associations": {"main": {"type": "picture", "description_text": "The cracks"}},
    }
).encode()
