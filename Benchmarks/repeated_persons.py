#!/usr/bin/env python3
"""Writes records of persons who do not exist, some of them twice or oftener with slips, for the linkage benchmark.

Needs Python 3 only. Leaves a CSV on standard output: one row a record, about 70 bytes; `person` is the truth.
Usage: repeated_persons.py RECORDS [SEED] > records.csv

Names are syllables, which are nobody's names; some are common and most are rare, as names are (Zipf). Of a hundred records
some thirty are further records of a person already written; in these each field is now and then left out, misspelt,
shortened or exchanged with its neighbour.
"""
import bisect
import itertools
import random
import sys

CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


class Words:
    """Distinct words, drawn by Zipf's law with exponent 0.8."""

    def __init__(self, draw, count, syllables):
        words = set()
        while len(words) < count:
            length = draw.choice(syllables)
            words.add("".join(draw.choice(CONSONANTS) + draw.choice(VOWELS) for _ in range(length)))
        self.words = sorted(words)
        draw.shuffle(self.words)
        self.sums = list(itertools.accumulate(1 / rank**0.8 for rank in range(1, count + 1)))

    def one(self, draw):
        return self.words[bisect.bisect(self.sums, draw.random() * self.sums[-1])]


def slip(draw, text):
    """One letter left out, doubled, exchanged for another, or exchanged with the next."""
    if len(text) < 3:
        return text
    place = draw.randrange(len(text) - 1)
    kind = draw.randrange(4)
    if kind == 0:
        return text[:place] + text[place + 1 :]
    if kind == 1:
        return text[:place] + text[place] + text[place:]
    if kind == 2:
        return text[:place] + draw.choice(CONSONANTS + VOWELS) + text[place + 1 :]
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def again(draw, record):
    """A further record of the same person, with slips."""
    given, family, birth, city, phone = record
    if draw.random() < 0.03:
        given, family = family, given
    given = slip(draw, given) if draw.random() < 0.15 else given
    family = slip(draw, family) if draw.random() < 0.15 else family
    if draw.random() < 0.08:
        year, month, day = birth.split("-")
        birth = draw.choice([f"{year}-{month}-{draw.randint(1, 28):02d}", f"{year}-{draw.randint(1, 12):02d}-{day}", ""])
    city = "" if draw.random() < 0.1 else city
    phone = "" if draw.random() < 0.5 else slip(draw, phone) if draw.random() < 0.1 else phone
    return given, family, birth, city, phone


def main():
    records = int(sys.argv[1])
    draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    given, family = Words(draw, 6_000, [2, 3]), Words(draw, 40_000, [2, 3, 4])
    cities = Words(draw, 400, [2, 3])
    write = sys.stdout.write
    write("id,person,given_name,surname,date_of_birth,city,phone\n")
    known = []
    person = 0
    for number in range(records):
        if known and draw.random() < 0.3:
            truth, first = known[draw.randrange(len(known))]
            record = again(draw, first)
        else:
            person += 1
            truth = person
            birth = f"{draw.randint(1950, 2010)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
            phone = f"{draw.randrange(10**9):09d}" if draw.random() < 0.6 else ""
            record = (given.one(draw), family.one(draw), birth, cities.one(draw), phone)
            known.append((truth, record))
            if len(known) > 200_000:
                known[draw.randrange(len(known) - 1)] = known.pop()
        write(f"{number},{truth},{','.join(record)}\n")


if __name__ == "__main__":
    main()
