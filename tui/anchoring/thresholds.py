"""Every number that decides between exact, adjusted, review and orphan.

Shares are from 0 to 1. Lengths are in code points unless they say words.
"""

MIN_CONTEXT = 32
"""The shortest context that `describe` stores on each side, if the text is that long."""
MAX_CONTEXT = 1024
"""The longest one. If even this is not unique, the position hint decides."""

BRIEF_WORDS = 3
BRIEF_LENGTH = 12
"""A quote of fewer words or code points is brief: it cannot be recognized without its context."""

STRICT_CONTEXT = 16
"""A shorter context was written to single out a place: it must match in full."""
MIN_AGREEMENT = 0.6
"""A context that agrees this far supports a place. Unrelated prose agrees to less than 0.4."""
FAINT_AGREEMENT = 0.4
"""If no context of a brief quote agrees this far, the same letters are another passage."""
CLEAR_LEAD = 0.25
"""How much better than the next place's a place's contexts must agree to settle the matter."""
NEAR = 200
"""A context this close to a place, though not next to it, still supports it: words were inserted."""

MAX_PIECE_GAP = 2000
"""How far apart two pieces of a quote may be."""

MAX_CANDIDATES = 1000
"""How many places are compared and listed. Of more, only those next to a whole context count."""
SCANS_BEFORE_INDEX = 200
"""Building the word index costs about as much as this many scans of the text."""

MAX_RARE_COUNT = 12
"""A pair of words that occurs more often says little about the place. It votes only if no rarer one does."""
MAX_VOTES = 120
"""How many votes are counted for a quote, the rarest pairs first."""
MAX_WINDOWS = 4
"""How many places, those with the most votes, are aligned word by word."""
MIN_VOTE_SHARE = 0.125
"""A place with a smaller share of the best place's votes is skipped."""
WINDOW_SLACK = 8
"""How many words beyond the voting ones are aligned, and the smallest shift that makes another place."""
MAX_QUERY_WORDS = 5000
"""A longer quote, contexts included, is searched only letter for letter. More would take seconds."""

GAP_COST = 0.25
"""What a word inserted into the quote costs, if a word kept is worth 1. A wide gap cuts an end off."""
STRAY_WORDS = 2
"""Up to twice as many words as were changed, plus these, count as their replacement."""

MIN_KEPT = (0.8, 0.7, 0.6)
"""The share of words kept that makes a place `adjusted` if 0, 1 or 2 contexts agree."""
MIN_WORDS = (8, 5, 2)
"""The words that a quote needs for that. Phrases recur, and a single changed word may be any other."""
KEPT_LEAD = 0.15
"""How much further than the next place's a place's share must be above its minimum."""
REVIEW_MARGIN = 0.2
"""A place this far below its minimum is offered for review."""
