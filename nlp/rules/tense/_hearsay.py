"""Who a claim is attributed to, and what makes a conditional a real one: for the two rules on the conditional of hearsay."""

from __future__ import annotations

import re

_ORIGIN = (
    r"(?:[\w’'-]+ ){0,4}?(?:police|gendarmes?|investigators?|investigation|inquiry|probe|witness(?:es)?"
    r"|sources?|media|press|newspapers?|daily|weekly"
    r"|magazine|agency|agencies|reports?|rumou?rs?|neighbou?rs|relatives|residents|prosecutors?|NGOs?"
    r"|Observatory|radio|television|broadcaster"
    r"|channel|count|toll|tally|estimates?|information|army|military|rebels|authorities|officials?|elements"
    r"|leaks?|documents?|firm|company|experts?|ministry|lawyers?|hospital|first results|AFP|Reuters|AP"
    r"|RTL|BFM\w*|Europe 1|Le \w+|Libération|Mediapart|Al[- ]Jazeera|CNN|BBC|the [A-Z]\w+ (?:Times|Post"
    r"|Journal|Mail|Guardian))\b"
)
ATTRIBUTED = re.compile(
    rf"\b(?:according to|[Ss]elon|from) {_ORIGIN}|\b(?:sources?|rumou?rs?|witnesses|some media|newspapers?"
    rf"|reports) "
    r"(?:say|says|claim|claims|report|have it|indicate|close to)\b|\breportedly|\ballegedly",
    re.IGNORECASE,
)
# A condition stated or understood, or what somebody would have liked.
CONDITION = re.compile(
    r"\b(?:if|unless|without|otherwise|provided|suppos(?:e|ing)|assuming|whether|even had|had (?:he|she|it"
    r"|they|the|we|[A-Z]\w+)|but for|in that case|in case"
    r"|in the event|were (?:he|she|it|they|the)|under (?:the|a|this|that|his|her|its|their) [\w-]+|until"
    r"|when|once|next|tomorrow|could|should|might)\b",
    re.IGNORECASE,
)
# What is only planned would do something, with no hearsay about it.
PLAN = re.compile(
    r"\b(?:plans?|bills?|deals?|laws?|proposals?|merger|measures?|projects?|amendments?|tax|schemes?"
    r"|programmes?|programs?|rules?|legislation"
    r"|ban|pipeline|bombs?|devices?|explosives|missiles?|strikes?|agreements?|accord|plot|polic(?:y|ies)|reforms?|referendum|budgets?|cuts?|increases?"
    r"|sale|purchase|initiatives?|motion"
    r"|vote|resolution|treaty|strategy|options?|solutions?|sanctions|tariffs?|cost|price|move|decision|which"
    r"|that|this|it)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
