"""Words whose full stop does not end a sentence, written as they stand before it."""


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _words(
    """
    Mr Mrs Ms Messrs Mme Dr Prof Rev Fr Hon Pres Sen Sens Rep Reps Gov Govs Gen Maj Col Lt Cmdr Capt Cpt
    Sgt Cpl Pvt Adm Amb Sec Supt Det Insp St Sts vs viz cf ca approx e.g i.e
    """
)
"""Always followed by what they belong to."""

NUMBERED = _words("No Nos no nos Vol vol Fig Figs fig figs Art art Sec sec Ch ch pp p Res Op op")
"""Followed by what they belong to if that is a number."""

SHORTENED = _words(
    """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun Inc Ltd Corp
    Co LLC Jr Sr Esq etc est Mt Ft Ave Blvd Dept Univ Assn Bros al ed eds Ph.D PhD
    """
)
"""These, initials and dotted abbreviations end a sentence where a new one plainly starts after them."""

STARTERS = _words(
    """
    A After All Also Although An Another As At Because Before Both But By Despite During Each Earlier
    For From Further Furthermore He Her Here His How However If In Instead It Its Last Later Many
    Meanwhile Moreover Most Nor Not Now On Once One Only Or Other Others Our Previously She Since So
    Some Still Such That The Their Then There These They This Those Though Thus To Today Under Until We
    What When Where While Who Why With Yesterday Yet You
    """
)
"""Words that, capitalised, plainly start a sentence."""
