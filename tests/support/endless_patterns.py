"""Patterns that never come to an end, and some too large to compile."""

ENDLESS = (
    # nested repeats: greedy, lazy, counted, of groups that capture
    r"(.*)*x{99}",
    r"(.+)+\n{7}",
    r"(((\w*)*)*)*[§@]",
    r"(?:\w*?\s*?)*?[§@]",
    r"(?:\w{1,9}){1,99}[§@]",
    r"(?:.{0,40}){20,}[§@]",
    r"(?:\w?){200}[§@]",
    r"(?s)(.*?,){40}P",
    # repeats one after the other
    r".*.*.*.*[§@]",
    r"(?s:.*.*.*)[§@]",
    r"(?s).*?.*?.*?[§@]",
    r"\s*\S*\s*\S*\s*\S*\s*\S*[§@]",
    # alternatives that overlap, and prefixes of each other
    r"(?:th|the|ther|there|t|h|e|r|\w|\s)+[§@]",
    r"(?:\w|\w\s|\w\s\w)*[§@]",
    r"([a-z]+|[A-Z]+|\W+)+(?<=[§@])",
    r"(?:\w\w?\s?|\w\w\w?\s?|.)+[§@]",
    r"(()|.|\w)*[§@]",
    # look-around
    r"\w+\s(?=(\w+\s?)+;)",
    r"(?:(?=(\w+))\1\s?\S?)*[§@]",
    r"(?!(?:\w+\s?)*[§@]).[§@]",
    r"(?:\w+\s?)+(?!\w)(?<![.,a-z])[§@]",
    # back-references, names and conditions
    r"(\w*)(\w*)(\w*)\3\2\1[§@]",
    r"(\w+)\s(\1?\s?\w*)*[#]?[@§]",
    r"(?P<w>\w+)(?:\W+(?P=w)?\w*)*[§@]",
    r"(?:(\w)|(\s)|(.))*(?(1)[§@]|[§])",
    # words, lines, letters of Unicode and of either case
    r"(?:\b\w+\b\W*)*\B[§@]",
    r"(?m)^(?:.*\s)*[§@]$",
    r"(?:[^\W\d_]+[\W\d_]*)+[§@]",
    r"(?i)(?:[ſs]|[kK]|\w|\s)*[§@]",
    # many groups
    r"(\w*)" * 60 + "[§@]",
    "(" * 60 + r"\w*" + ")*" * 60 + "[§@]",
    "(?=.*" * 30 + "[§@]" + ")" * 30,
)
"""Each is given up, whatever the time allowed."""

HUGE = (
    "(a{1000}){1000}",
    "((((x{99}){99}){99}){99})",
    "(?:(?:(?:(?:a?){50}){50}){50}){50}",
    r"(\w+\s?){9,}" * 2 + "(?:(?:b{60}){60}){60}",
    "(?x) ((x{99}) {99}) {99}",
    "(?:(?:[)(]{99})(?#(){99}){99}",
    "a?" * 3000 + "a" * 3000,
    "[a]" * 3000,
    "a" * 3000,
)
"""Each would hold up all threads for seconds, or take all memory, before the search begins."""
