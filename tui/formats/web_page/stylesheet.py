"""How the page looks: wide and narrow, dark and light, and in print."""

import base64
import hashlib

STYLE = """
:root { color-scheme: light dark; --ink: #22252b; --paper: #fbfaf7; --line: #d3cfc4; --quiet: #5f646d;
  --asserts: #00639c; --rejects: #a84300; --shares: #00694d; --neutral: #7a3b8f; --note: #6b5b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #c9cdd6; --paper: #13151b; --line: #3a4150; --quiet: #949cab;
  --asserts: #56b4e9; --rejects: #f0834a; --shares: #2eb88a; --neutral: #c79be0; --note: #f0e442; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 110rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1, h2, h3, th, nav, .byline, .head, .status, .quiet { font-family: system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; } h3 { font-size: 1rem; }
a { color: inherit; } nav a { margin-right: 1rem; }
.quiet, .byline, .status { color: var(--quiet); font-size: .875rem; }
.accounts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 2rem; }
.accounts article { border-top: 3px solid var(--line); min-width: 0; }
.text, .body, blockquote { white-space: pre-wrap; unicode-bidi: plaintext; }
blockquote { margin: .25rem 0; padding-left: .75rem; border-left: 3px solid var(--line); }
.asserts { --mark: var(--asserts); } .rejects { --mark: var(--rejects); } .shares { --mark: var(--shares); }
.neutral { --mark: var(--neutral); } .note { --mark: var(--note); }
.mark { text-decoration: underline solid var(--mark) 2px; text-underline-offset: 3px;
  background: color-mix(in srgb, var(--mark) 14%, transparent); }
.mark.rejects { text-decoration-style: wavy; } .mark.shares { text-decoration-style: double; }
.mark.neutral { text-decoration-style: dashed; } .mark.note { text-decoration-style: dotted; }
.mark[data-sign]::before { content: attr(data-sign) "\\a0"; color: var(--mark);
  font: bold .75rem system-ui, sans-serif; }
.sign { color: var(--mark); font-weight: bold; }
:target { outline: 3px solid var(--mark, var(--quiet)); outline-offset: 2px; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; min-width: 7rem; }
ol { list-style: none; padding: 0; } li { margin: 1rem 0; } .notes { margin-left: 1.5rem; }
@media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --line: #999; --quiet: #444;
  --asserts: #00639c; --rejects: #a84300; --shares: #00694d; --neutral: #7a3b8f; --note: #6b5b00; }
  body { max-width: none; padding: 0; font-size: 10pt; } nav { display: none; }
  .accounts { grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); } li, tr, h2, h3 { break-inside: avoid; }
  h2, h3 { break-after: avoid; } .wide { overflow: visible; } }
"""
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
"""What a browser may do with the page: use this style, and load or send nothing."""
