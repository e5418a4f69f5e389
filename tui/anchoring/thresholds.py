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

SCANS_BEFORE_INDEX = 200
"""From then on the word index, which costs about as much as so many scans of the text, finds copies too."""

COMMON_PAIR = 12
"""Pairs of words that stand in the text more often say nothing of the place, unless there are no others."""

MOST_VOTES = 120
"""No more votes are counted for a quote, the rarest pairs' first."""

MOST_WINDOWS = 4
"""How many places with the most votes are looked at word by word."""

FEW_VOTES = 0.125
"""A place with less than this share of the votes of the likeliest one is not looked at."""

WINDOW_SLACK = 8
"""How many words are looked at beyond those that voted; and the least shift that makes another place."""

LONGEST_SOUGHT = 5000
"""A quote of more words and marks, contexts included, is not sought with changed words: it would take seconds."""

GAP_COST = 0.25
"""What a word put into the quote costs, where a word kept is worth 1: an end beyond too wide a gap goes."""

STRAY_WORDS = 2
"""Twice as many words as were changed, and these, count as their replacement up to the context."""

KEPT_ALONE = 0.8
"""The share of words kept that places a quote as `adjusted` where no context agrees."""

KEPT_BESIDE = 0.7
"""The same where one context agrees."""

KEPT_BETWEEN = 0.6
"""The same where both contexts agree."""

WORDS_ALONE = 8
"""A quote of fewer words is not placed as `adjusted` where no context agrees: phrases recur."""

WORDS_BESIDE = 5
"""The same where one context agrees."""

WORDS_BETWEEN = 2
"""The same where both contexts agree: a single word that changed may be any other."""

KEPT_LEAD = 0.15
"""How much farther over its threshold a place must be than the next one."""

DOUBTFUL = 0.2
"""A place that falls short of its threshold by no more than this is offered for review."""
