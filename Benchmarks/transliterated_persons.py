#!/usr/bin/env python3
"""Writes records of persons who do not exist, some registered several times by clerks who romanise each in their own way.

Needs Python 3 only. Leaves a CSV on standard output; `person` is the truth.
Usage: transliterated_persons.py RECORDS [SEED] [NOISE] > records.csv

Names are syllables of invented words, in the letters of eight scripts or romanisations. A clerk writes every letter by one
of the habits that published standards differ in (ICAO 9303, BGN/PCGN, and what is usual in Polish, German, French or
English), so two records of one person differ by whole systems of spelling, not by chance letters; slips come on top.
NOISE is one of:
  plain   one year in ten mistyped, few slips
  strong  more than half of the years with two digits exchanged, two slips in three names, middle names lost, places rare
  groups  as strong, and a third of all persons was registered in a group of one origin and place, some of one family name
"""
import random
import sys

# Letters with what clerks write for them; the place in a row is the habit, the last standing for all that follow.
EAST_SLAVIC = {
    "consonants": {
        "б": ["b"], "в": ["v", "v", "w", "w", "v"], "г": ["h", "g", "h", "h", "g"], "д": ["d"], "ж": ["zh", "zh", "z", "sch", "j"],
        "з": ["z", "z", "z", "s", "z"], "к": ["k"], "л": ["l"], "м": ["m"], "н": ["n"], "п": ["p"], "р": ["r"],
        "с": ["s", "s", "s", "s", "ss"], "т": ["t"], "х": ["kh", "h", "ch", "ch", "kh"], "ц": ["ts", "ts", "c", "z", "ts"],
        "ч": ["ch", "ch", "cz", "tsch", "tch"], "ш": ["sh", "sh", "sz", "sch", "ch"], "щ": ["shch", "sch", "szcz", "schtsch", "chtch"],
    },
    "vowels": {
        "а": ["a"], "о": ["o"], "у": ["u", "u", "u", "u", "ou"], "и": ["y", "i", "y", "y", "i"], "і": ["i"],
        "е": ["e"], "є": ["ie", "ye", "je", "je", "ie"], "ю": ["iu", "yu", "ju", "ju", "iou"], "я": ["ia", "ya", "ja", "ja", "ia"],
    },
    "endings": ["ко", "ук", "ів", "ська", "ова", "ак", "ин", ""], "habits": 5,
}
EAST_SLAVIC_ENDINGS = {
    "ко": ["ko"], "ук": ["uk", "uk", "uk", "uk", "ouk"], "ів": ["iv", "ov", "iw", "iw", "iv"],
    "ська": ["ska", "skaya", "ska", "ska", "skaïa"], "ова": ["ova", "ova", "owa", "owa", "ova"], "ак": ["ak"], "ин": ["yn", "in", "yn", "in", "ine"],
}
ARABIC = {
    "consonants": {
        "b": ["b"], "t": ["t"], "th": ["th", "t", "s"], "j": ["j", "dj", "g"], "H": ["h", "h", ""], "kh": ["kh", "kh", "ch"],
        "d": ["d"], "r": ["r"], "z": ["z"], "s": ["s", "ss", "s"], "sh": ["sh", "ch", "sch"], "S": ["s", "ss", "s"],
        "T": ["t"], "gh": ["gh", "gh", "g"], "f": ["f", "f", "ph"], "q": ["q", "k", "k"], "k": ["k"], "l": ["l"], "m": ["m"],
        "n": ["n"], "h": ["h"], "w": ["w", "ou", "v"], "y": ["y", "i", "j"], "mm": ["mm", "mm", "m"], "ss": ["ss", "ss", "s"],
    },
    "vowels": {"a": ["a", "e", "a"], "i": ["i", "i", "e"], "u": ["u", "ou", "o"], "A": ["a", "a", "aa"], "I": ["i", "i", "ee"], "U": ["u", "ou", "oo"]},
    "endings": ["", "", "I", "a"], "habits": 3,
}
KARTVELIAN = {
    "consonants": {
        "b": ["b"], "g": ["g"], "d": ["d"], "v": ["v", "w"], "z": ["z"], "t": ["t"], "k": ["k"], "l": ["l"], "m": ["m"], "n": ["n"],
        "r": ["r"], "s": ["s"], "gh": ["gh", "g"], "q": ["q", "k"], "sh": ["sh", "sch"], "ch": ["ch", "tsch"], "ts": ["ts", "c"],
        "dz": ["dz", "z"], "kh": ["kh", "h"], "j": ["j", "dj"], "mch": ["mch", "mtsch"],
    },
    "vowels": {"a": ["a"], "e": ["e"], "i": ["i"], "o": ["o"], "u": ["u", "ou"]}, "endings": ["dze", "shvili", "ia", "ani"], "habits": 2,
}
TURKIC = {
    "consonants": {
        "b": ["b"], "c": ["c", "j", "dj"], "ç": ["c", "ch", "tch"], "d": ["d"], "g": ["g"], "ğ": ["g", "gh", ""], "h": ["h", "kh", "h"],
        "k": ["k", "k", "q"], "l": ["l"], "m": ["m"], "n": ["n"], "r": ["r"], "s": ["s"], "ş": ["s", "sh", "ch"], "t": ["t"],
        "y": ["y", "y", "i"], "z": ["z"], "v": ["v", "v", "w"],
    },
    "vowels": {"a": ["a"], "e": ["e"], "ı": ["i", "y", "i"], "i": ["i"], "o": ["o"], "ö": ["o", "oe", "o"], "u": ["u"], "ü": ["u", "ue", "u"]},
    "endings": ["", "oğlu", "ov", "eva", "li"], "habits": 3,
}
SOUTH_ASIAN = {
    "consonants": {
        "b": ["b"], "bh": ["bh", "b"], "ch": ["ch", "c"], "d": ["d"], "dh": ["dh", "d"], "g": ["g"], "h": ["h"], "j": ["j", "z"], "k": ["k", "q"],
        "kh": ["kh", "k"], "l": ["l"], "m": ["m"], "n": ["n"], "p": ["p"], "r": ["r"], "s": ["s"], "sh": ["sh", "s"], "t": ["t"], "th": ["th", "t"],
        "v": ["v", "b"], "y": ["y", "j"],
    },
    "vowels": {"a": ["a"], "aa": ["a", "aa"], "i": ["i"], "ii": ["i", "ee"], "u": ["u"], "uu": ["u", "oo"], "o": ["o"], "e": ["e", "ay"]},
    "endings": ["", "", "i", "an"], "habits": 2,
}
ETHIOPIC = {
    "consonants": {
        "b": ["b"], "d": ["d"], "f": ["f"], "g": ["g"], "gh": ["gh", "g"], "h": ["h"], "k": ["k"], "q": ["q", "k"], "l": ["l"], "m": ["m"], "n": ["n"],
        "r": ["r"], "s": ["s"], "sh": ["sh", "sc"], "t": ["t"], "ts": ["ts", "tz"], "w": ["w", "u"], "y": ["y", "i"], "z": ["z"], "ch": ["ch", "c"],
    },
    "vowels": {"ä": ["e", "a"], "a": ["a"], "i": ["i"], "e": ["e", "ie"], "ə": ["i", "e"], "o": ["o"], "u": ["u"]},
    "endings": ["", "", "ay", "om"], "habits": 2,
}
CHINESE = {
    "consonants": {
        "b": ["b", "p"], "d": ["d", "t"], "g": ["g", "k"], "zh": ["zh", "ch"], "j": ["j", "ch"], "q": ["q", "ch"], "x": ["x", "hs"], "sh": ["sh", "sh"],
        "z": ["z", "ts"], "c": ["c", "ts"], "r": ["r", "j"], "l": ["l"], "m": ["m"], "n": ["n"], "f": ["f"], "h": ["h"], "y": ["y"], "w": ["w"],
    },
    "vowels": {"a": ["a"], "ang": ["ang"], "ao": ["ao"], "en": ["en"], "ei": ["ei"], "i": ["i"], "ing": ["ing"], "ong": ["ong", "ung"], "u": ["u"], "uan": ["uan"], "un": ["un"]},
    "endings": [""], "habits": 2,
}
VIETNAMESE = {
    "consonants": {
        "b": ["b"], "c": ["c"], "đ": ["d", "dj"], "gi": ["gi", "z"], "h": ["h"], "kh": ["kh"], "l": ["l"], "m": ["m"], "n": ["n"], "ng": ["ng"],
        "nh": ["nh", "n"], "ph": ["ph", "f"], "qu": ["qu"], "th": ["th", "t"], "tr": ["tr"], "v": ["v"], "x": ["x", "s"],
    },
    "vowels": {"a": ["a"], "anh": ["anh"], "ao": ["ao"], "inh": ["inh"], "iên": ["ien"], "oa": ["oa"], "ung": ["ung"], "uy": ["uy"], "ươ": ["uo"], "an": ["an"]},
    "endings": [""], "habits": 2,
}
# Letters, how many family and given names there are, syllables of each, and origins with their weights.
LANGUAGES = [
    (EAST_SLAVIC, 9000, 220, (1, 2), (2, 3), {"UKR": 55, "BLR": 8, "RUS": 6}),
    (KARTVELIAN, 1200, 90, (2, 3), (2, 3), {"GEO": 8}),
    (ARABIC, 900, 140, (2, 3), (2, 3), {"SYR": 4, "IRQ": 3, "MAR": 2}),
    (TURKIC, 1500, 160, (2, 3), (2, 3), {"TUR": 4, "UZB": 4, "TJK": 2}),
    (SOUTH_ASIAN, 500, 160, (2, 3), (2, 3), {"IND": 4, "BGD": 3, "NPL": 3}),
    (ETHIOPIC, 400, 200, (2, 3), (2, 3), {"ERI": 2, "ETH": 2}),
    (CHINESE, 90, 260, (1, 1), (2, 2), {"CHN": 3}),
    (VIETNAMESE, 25, 120, (1, 1), (1, 2), {"VNM": 5}),
]


class Language:
    """The words of one language, each a row of (letter, kind); frequent ones first."""

    def __init__(self, draw, letters, families, givens, long, short, origins):
        self.letters, self.origins = letters, origins
        self.habits = letters["habits"]
        self.families = self.words(draw, families, long, letters["endings"])
        self.givens = self.words(draw, givens, short, [""])

    def words(self, draw, count, syllables, endings):
        known = {}
        consonants, vowels = list(self.letters["consonants"]), list(self.letters["vowels"])
        for _ in range(40 * count):
            word = []
            for _ in range(draw.randint(*syllables)):
                word += [draw.choice(consonants), draw.choice(vowels)]
            if draw.random() < 0.4:
                word.append(draw.choice(consonants))
            known[tuple(word + [draw.choice(endings)])] = None
            if len(known) == count:
                break
        return list(known)

    def one(self, draw, words, evenness):
        return words[int(len(words) * draw.random() ** evenness)]

    def written(self, word, habit):
        """A word as a clerk of this habit writes it."""
        text = ""
        for letter in word:
            ways = (self.letters["consonants"].get(letter) or self.letters["vowels"].get(letter)
                    or EAST_SLAVIC_ENDINGS.get(letter) or [letter])
            text += ways[min(habit, len(ways) - 1)]
        return text.replace("ş", "s").replace("ğ", "g")


def slip(draw, text):
    """One letter exchanged with the next, left out, or another."""
    if len(text) < 4:
        return text
    place, kind = draw.randrange(len(text) - 1), draw.random()
    if kind < 0.35:
        return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    if kind < 0.7:
        return text[:place] + text[place + 1 :]
    return text[:place] + draw.choice("abcdefghijklmnoprstuvwyz") + text[place + 1 :]


NOISES = {
    "plain": dict(again=0.16, slip=0.08, year=0.10, middle=0.2, order=0.02, place=0.3, origin=0.01, groups=0.0),
    "strong": dict(again=0.14, slip=0.35, year=0.57, middle=0.6, order=0.04, place=0.9, origin=0.03, groups=0.0),
    "groups": dict(again=0.14, slip=0.35, year=0.57, middle=0.6, order=0.04, place=0.5, origin=0.03, groups=0.33),
}


def record(draw, person, noise, isFirst):
    """A person as one clerk registers them."""
    language, given, middle, family, (year, month, day), place, origin = person
    habit = draw.randrange(language.habits)
    names = [language.written(word, habit) if word else "" for word in (given, middle, family)]
    if not isFirst:
        for _ in range(2):
            names = [slip(draw, name) if name and draw.random() < noise["slip"] else name for name in names]
        if draw.random() < noise["middle"]:
            names[1] = ""
        if draw.random() < noise["order"]:
            names[0], names[2] = names[2], names[0]
        digits = list(str(year))
        if draw.random() < noise["year"]:
            at = draw.choice([1, 2])
            digits[at], digits[at + 1] = digits[at + 1], digits[at]
        elif draw.random() < 0.05:
            digits[3] = str(draw.randrange(10))
        year = "".join(digits)
        if draw.random() < 0.03:
            month, day = day, month
        if draw.random() < noise["origin"]:
            origin = draw.choice(ALL_ORIGINS)
    place = "" if draw.random() < noise["place"] else f"{place:03d}"
    return [names[0], names[1], names[2], f"{year}-{month:02d}-{day:02d}", place, origin]


ALL_ORIGINS = [origin for language in LANGUAGES for origin in language[5]]


def main():
    count = int(sys.argv[1])
    draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    noise = NOISES[sys.argv[3] if len(sys.argv) > 3 else "strong"]
    languages = [Language(draw, *row) for row in LANGUAGES]
    choices = [(language, origin) for language in languages for origin in language.origins]
    weights = [language.origins[origin] for language, origin in choices]

    def person(language=None, origin=None, place=None, family=None):
        if language is None:
            language, origin = draw.choices(choices, weights)[0]
        born = (draw.randint(1950, 2006), draw.randint(1, 12), draw.randint(1, 28))
        middle = language.one(draw, language.givens, 1) if draw.random() < 0.25 else None
        return (language, language.one(draw, language.givens, 1.4), middle,
                family or language.one(draw, language.families, 2), born, place or draw.randint(1, 380), origin)

    rows, number = [], 0
    while len(rows) < count:
        first = person()
        persons = [first]
        if draw.random() < noise["groups"] / 4:
            for _ in range(draw.randint(2, 7)):
                family = first[3] if draw.random() < 0.3 else None
                persons.append(person(first[0], first[6], first[5], family))
        for one in persons:
            number += 1
            times = 1 if draw.random() > noise["again"] else draw.choice([2, 2, 2, 2, 3, 4])
            for time in range(times):
                rows.append([number] + record(draw, one, noise, time == 0))
    draw.shuffle(rows)
    print("id,person,given,middle,family,born,place,origin")
    for place, row in enumerate(rows):
        print(",".join([str(place), *map(str, row)]))


if __name__ == "__main__":
    main()
