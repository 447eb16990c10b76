#!/usr/bin/env python3
"""Writes records of persons who do not exist, for the import benchmark (read by synthetic_persons.yaml beside it).

Needs Python 3 only. Leaves a CSV on standard output: one row a person, about 165 bytes.
Usage: synthetic_persons.py PERSONS [SEED] > persons.csv

Names are tokens made of syllables, which are nobody's names; days, places and forms are drawn at random and mean nothing.
"""
import random
import sys

SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
COUNTRIES = "AL BD BR CD CN ER ET GB GH IN IQ IR LT MA MD NG PH PK PL RO RS SD SO SY TH TR UA UG VN ZW".split()
FORMS = ["sexual-exploitation", "forced-labour", "domestic-servitude", "criminal-activities", "forced-begging", "unknown"]
AGES = ["child", "adult", "unknown"]
STATUSES = ["potential", "presumed", "identified", "not-identified", "declined"]


def token(draw, length):
    return "".join(draw.choices(SYLLABLES, k=length)).capitalize()


def main():
    persons = int(sys.argv[1])
    draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    write = sys.stdout.write
    write(
        "person,case,given name,family name,born,sex,citizenship,forms,age group,status,organisation,kind,"
        "opened on,registered on\n"
    )
    for number in range(1, persons + 1):
        year, month, day = draw.randint(2015, 2024), draw.randint(1, 12), draw.randint(1, 28)
        forms = draw.choices(FORMS, k=1 if draw.random() < 0.7 else 2)
        organisation = draw.randint(1, 400)
        write(
            f"P{number:07d},C{number:07d},{token(draw, 3)},{token(draw, 4)},{draw.randint(1950, 2015)},"
            f"{draw.choice(['female', 'male', 'unknown'])},{draw.choice(COUNTRIES)},{' '.join(forms)},"
            f"{draw.choice(AGES)},{draw.choice(STATUSES)},Organisation {organisation:03d},"
            f"{'law-enforcement' if organisation % 2 else 'ngo'},{year}-{month:02d}-{day:02d},{year}-{month:02d}-28\n"
        )


if __name__ == "__main__":
    main()
