"""The files of a new workspace."""

CODEBOOK = """\
# The codebook: what the annotations of all articles refer to. The reader adds to it, and you can edit it by hand.

# A proposition is a sentence that one can assert or deny: no speaker in it, no "said". The name before it, its slug,
# stands in the annotations. Use the same slug wherever two accounts speak of the same thing.
propositions:
#  bridge-closed: The bridge is closed
#  bridge-open:
#    text: The bridge is open
#    contradicts: [bridge-closed]
#    verdict: true since May

# Kinds of your own, beside claim, denial, agreement, no-comment and note. The stance is what a kind does to its
# proposition: asserts, rejects, shares or neutral.
kinds:
#  hints: {label: Hints, glyph: "~", stance: asserts}

# Other names of the speakers, so that each counts once.
speakers:
#  Ann Lee: [Mayor Lee, A. Lee]

# Other names of the people who mark, so that each counts once.
annotators:
#  Ada Holm: [ah]

# Without the number sign, the next line hides from each person what others marked.
# blind: true
"""

README = """\
# Accounts of one event

To read them side by side, run `diptych` in this folder (`diptych tutorial` teaches how).
The articles are in `articles/` (`diptych add` takes in pages, PDF, mails …); what is marked is in `annotations/`.
`diptych check` finds mistakes, `diptych compare` compares, `diptych export -o comparison.md` writes it all down.
"""

GIT_IGNORE = """\
# What interrupted saves leave behind
.*.tmp
.unfinished-change.json
"""
