"""Amounts as they are written on the Continent, and as English writes them."""

from __future__ import annotations

import re

SPACE = r"[ \x{A0}\x{202F}]"  # for RE2
# Digits in groups of three parted by spaces or full stops, with or without a decimal comma, or an English number.
AMOUNT = rf"\d{{1,3}}(?:{SPACE}\d{{3}})+(?:[.,]\d{{1,2}})?|\d+(?:[.,]\d+)*"
_DECIMAL_COMMA = re.compile(r",(\d{1,2}|(?<=^0,)\d+)$")
_SPACE = re.compile("[ \u00a0\u202f]")
MONTHS = "January February March April May June July August September October November December".split()
MONTH = "|".join(MONTHS)


def in_english(amount: str) -> str:
    """The amount with a point before decimals and commas between thousands.

    >>> in_english("3,5"), in_english("12 000"), in_english("1.234,5"), in_english("12 345,67")
    ('3.5', '12,000', '1,234.5', '12,345.67')
    >>> in_english("12,000"), in_english("3.5"), in_english("0,125")
    ('12,000', '3.5', '0.125')
    """
    decimal = _DECIMAL_COMMA.search(amount)
    whole = amount[: decimal.start()] if decimal else amount
    whole = _SPACE.sub(",", whole)
    return f"{whole.replace('.', ',')}.{decimal[1]}" if decimal else whole
