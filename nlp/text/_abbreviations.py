"""Words that keep their full stop inside a sentence: English news usage, in lower case, without the last stop.

Collected from the abbreviations the Associated Press style has in running text (titles, months, company
endings, time) and from what the two compared splitters got wrong on the documents named in sentences.py.
"""

from __future__ import annotations


def _set(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


# Before a name; capitalised, they never end a sentence.
TITLES = _set(
    "mr mrs ms mx messrs mme mlle dr prof rev fr msgr hon sen sens rep reps gov govs pres amb lt col gen maj capt "
    "cpl sgt pvt adm cmdr brig cpt insp supt det atty asst"
)
# Between two things, in lower case too.
BETWEEN = _set("v vs")
# Before a number.
BEFORE_NUMBER = _set("no nos nr p pp vol vols art arts sec fig figs ch para par approx ca rs cf est")
MONTHS = _set("jan feb mar apr jun jul aug sep sept oct nov dec")
# These may end a sentence; they do when a word follows that seldom stands inside a name.
ENDINGS = _set("st ste mt ft inc corp ltd co bros cos llc plc cie jr sr esq etc al ave blvd rd dept")
UNITS = _set("bn mn mln mio mrd tn trn mil km kg cm mm lb lbs oz hr hrs sq yd yds mph kph tel ext")

ABBREVIATIONS = TITLES | BETWEEN | (BEFORE_NUMBER - {"no", "par", "art"}) | ENDINGS | UNITS
ABBREVIATIONS |= MONTHS - {"mar", "sep"}

# English words that sentencex takes for abbreviations wherever they stand.
WORDS_AFTER_ALL = _set("me no art may arc ill ok fed miss id ken")

# What follows "8:46 a.m." within a sentence.
AFTER_TIME = (
    _set(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
        "january february march april may june july august september october november december "
        "gmt utc bst cet cest est edt cst cdt mst mdt pst pdt et ct mt pt ist jst aest eastern central pacific"
    )
    | MONTHS
)

# Words that begin sentences often and names hardly ever.
STARTERS = _set(
    "the this that these those there here he she it we they you his her its our their my your i in on at for from "
    "with by as after before when while if although though because since but and or so yet however also another "
    "other some many most several all according under during despite what who why how where which such one two "
    "both each more not no then now last next meanwhile earlier later once until to"
)
