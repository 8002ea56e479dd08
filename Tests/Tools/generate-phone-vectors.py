#!/usr/bin/env python3
"""Writes Tests/CheckinFlowsTests/Vectors/phone-numbers.tsv.

The oracle is the PyPI package phonenumbers, version 9.0.43. Only numbers of the series
+46701740605 to +46701740699, which is set aside for fiction, are written in various ways.

    pip install phonenumbers==9.0.43
    python3 Tests/Tools/generate-phone-vectors.py > Tests/CheckinFlowsTests/Vectors/phone-numbers.tsv

Columns: what was typed (as a JSON string, so that invisible characters survive), the oracle's
number or "-", and our number or "-". They differ only for `STRICTER` and `WIDER`.
"""
import json

import phonenumbers

# Writings in which {s} is the series, {a} and {b} the last two pairs of digits.
WRITINGS = [
    "0{s}{a}{b}", "0{s0}-{s1} {a} {b}", "0{s0} {s1} {a} {b}", "0{s0}-{s1}{a}{b}", "0{s0}.{s1}.{a}.{b}",
    "0{s0}/{s1}{a}{b}", "(0{s0}) {s1} {a} {b}", "(0){s0} {s1} {a} {b}",
    "+46{s}{a}{b}", "+46 {s0} {s1} {a} {b}", "+46-{s0}-{s1}{a}{b}", "+46 (0){s0} {s1} {a} {b}",
    "+46 (0) {s0}-{s1} {a} {b}", "+46(0){s}{a}{b}", "(+46) {s0} {s1} {a} {b}", "(+46){s}{a}{b}",
    "0046{s}{a}{b}", "0046 {s0} {s1} {a} {b}", "0046 (0){s0}-{s1} {a} {b}", "00 46 {s0} {s1} {a} {b}",
    "46{s}{a}{b}", "46 {s0} {s1} {a} {b}", "46-{s0}-{s1}{a}{b}",
    "{s}{a}{b}", "{s0} {s1} {a} {b}",
    "tel:+46{s}{a}{b}", "tel:+46-{s0}-{s1}-{a}-{b}", "tel:0{s}{a}{b}", "TEL:+46{s}{a}{b}",
    "  0{s0}-{s1} {a} {b}  ", "0{s0}\u00a0{s1}\u00a0{a}\u00a0{b}",
    "\u202a+46 {s0} {s1} {a} {b}\u202c", "\ufeff0{s}{a}{b}",
    "\u200e+46{s}{a}{b}", "\uff0b46 {s0} {s1} {a} {b}",
]

# The oracle does not know these typographic spaces; word processors write them all the same.
WIDER = ["0{s0}\u2011{s1}\u202f{a}\u202f{b}", "0{s0}\u2013{s1}\u2009{a}\u2009{b}"]

RUBBISH = [
    "", " ", "Ada", "070", "112", "114 14", "1177", "113 13", "0112", "+46112", "+4611414", "+461177",
    "0046112", "+", "+46+701740605", "070-174 06", "070-174 06 0", "070-174 06 055",
    "+4670174060", "+467017406055", "+46 (0) 112", "+0701740605", "000701740605", "90000", "118 118",
    "070-174 06 05 Ada", "070-174 06 05, 070-174 06 06", "070_174_06_05", "#", "*",
    "07O1740605", "+46701740605;ext=12", "070-174 06 05 x12",
]

# The oracle finds a number in these; we refuse them: one writing has one reading.
STRICTER = {
    "++46701740605": "a slip of the hand in the first place looked at",
    "Ada 070-174 06 05": "a cell with more than a number in it",
    "+460701740605": "a zero may not follow +46",
    "+46 070 174 06 05": "a zero may not follow +46",
    "460701740605": "a zero may not follow 46",
    "0046 070 174 06 05": "a zero may not follow 0046",
}


def oracle(typed):
    try:
        number = phonenumbers.parse(typed, "SE")
    except phonenumbers.NumberParseException:
        return "-"
    if not phonenumbers.is_valid_number(number) or number.extension:
        return "-"
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def written(writing, last):
    digits = f"{last:04d}"
    return writing.format(s="70174", s0="70", s1="174", a=digits[:2], b=digits[2:])


def full_width(text):
    return "".join(chr(ord(c) - 0x30 + 0xFF10) if c.isdigit() else c for c in text)


def arabic(text):
    return "".join(chr(ord(c) - 0x30 + 0x660) if c.isdigit() else c for c in text)


def row(typed, ours=None):
    found = oracle(typed)
    print(json.dumps(typed), found, found if ours is None else ours, sep="\t")


def main():
    print("# Made by Tests/Tools/generate-phone-vectors.py with phonenumbers", phonenumbers.__version__)
    print("# typed (JSON)\toracle\tours")
    for index, writing in enumerate(WRITINGS):
        for last in (605, 606 + index, 699):
            row(written(writing, last))
    for change in (full_width, arabic):
        for writing in WRITINGS[:2] + WRITINGS[8:10]:
            row(change(written(writing, 642)))
    for writing in WIDER:
        row(written(writing, 650), "+46701740650")
    for typed in RUBBISH:
        row(typed, "-")
    for typed in STRICTER:
        row(typed, "-")


main()
