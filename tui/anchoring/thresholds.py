"""Every number that decides between exact, adjusted, review and orphan, with its reason.

Shares run from 0 to 1; lengths are in code points unless they say words.
"""

CONTEXT_LENGTH = 32
"""The least context that `describe` keeps on each side, where the text has that much."""

LONGEST_CONTEXT = 1024
"""The most context that `describe` keeps; where even this is not unique, the hint tells the places apart."""

BRIEF_WORDS = 3
"""A quote of fewer words is brief: it says too little to be known again without its context."""

BRIEF_LENGTH = 12
"""A quote of fewer code points is brief, however many words it has."""

STRICT_CONTEXT = 16
"""A shorter context was given to single out a place: it stands there in full or it does not agree at all."""

AGREEMENT = 0.6
"""A context that agrees at least this far supports a place; chance agreement of prose stays below 0.4."""

FAINT_AGREEMENT = 0.4
"""Where a brief quote's context agrees less than this on every side, the same letters are another passage."""

CLEAR_LEAD = 0.25
"""How much better a place's contexts must agree than those of the next place to settle the matter."""

REACH = 200
"""A context that stands this near a place, but not beside it, still speaks for it: words came between."""

MOST_CANDIDATES = 1000
"""How many places are weighed and listed; of more, only those with a whole context beside them count."""
