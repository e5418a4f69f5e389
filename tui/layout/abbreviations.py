"""Words whose full stop does not end a sentence, without that stop."""

# ruff: noqa: SIM905 - as text, the words are easier to read than as a list of strings

TITLES = frozenset(
    """
    Mr Mrs Ms Messrs Mme Dr Prof Rev Fr Hon Pres Sen Sens Rep Reps Gov Govs Gen Maj Col Lt Cmdr Capt Cpt
    Sgt Cpl Pvt Adm Amb Sec Supt Det Insp St Sts vs viz cf ca approx e.g i.e
    """.split()
)
"""Never at the end of a sentence."""
NUMBERED = frozenset("No Nos no nos Vol vol Fig Figs fig figs Art art Sec sec Ch ch pp p Res Op op".split())
"""Not at the end of a sentence if a number follows."""
SHORTENED = frozenset(
    """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun Inc Ltd Corp
    Co LLC Jr Sr Esq etc est Mt Ft Ave Blvd Dept Univ Assn Bros al ed eds Ph.D PhD
    """.split()
)
"""At the end of a sentence if a new one clearly starts. So are initials and dotted abbreviations."""
STARTERS = frozenset(
    """
    A After All Also Although An Another As At Because Before Both But By Despite During Each Earlier
    For From Further Furthermore He Her Here His How However If In Instead It Its Last Later Many
    Meanwhile Moreover Most Nor Not Now On Once One Only Or Other Others Our Previously She Since So
    Some Still Such That The Their Then There These They This Those Though Thus To Today Under Until We
    What When Where While Who Why With Yesterday Yet You
    """.split()
)
"""Words that, capitalised, clearly start a sentence."""
