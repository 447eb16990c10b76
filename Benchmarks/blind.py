"""Makes filters with clkhash from the names of synthetic persons, compares them with anonlink, and prints CPU seconds.

Needs clkhash and anonlink in the environment. Arguments: number of filters, folder for the two files. Leaves the files there.
"""

import base64
import random
import statistics
import sys
import time

from anonlink.similarities import dice_coefficient_accelerated
from clkhash.bloomfilter import stream_bloom_filters
from clkhash.comparators import NgramComparison
from clkhash.field_formats import BitsPerFeatureStrategy, FieldHashingProperties, StringSpec
from clkhash.key_derivation import generate_key_lists
from clkhash.schema import Schema

count, folder = int(sys.argv[1]), sys.argv[2]
chance = random.Random(1)


def word(syllables):
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(syllables))


def slipped(text):
    place = chance.randrange(len(text))
    return text[:place] + text[place + 1 :]


given, family = [word(2) for _ in range(800)], [word(3) for _ in range(4000)]


def person():
    day = f"{chance.randint(1950, 2005)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
    return [chance.choice(given), chance.choice(family), day]


first = [person() for _ in range(count)]
second = [[slipped(row[0]), row[1], row[2]] if place % 3 == 0 else person() for place, row in enumerate(first)]
fields = [
    StringSpec(name, FieldHashingProperties(comparator=NgramComparison(2), strategy=BitsPerFeatureStrategy(230)))
    for name in ("given", "family", "born")
]
keys = generate_key_lists("a secret of the benchmark", 3)
files = []
for rows, name in ((first, "first"), (second, "second")):
    filters = [one[0] for one in stream_bloom_filters(rows, keys, Schema(fields, 1024))]
    files.append(filters)
    with open(f"{folder}/{name}.txt", "w") as file:
        file.write("\n".join(base64.b64encode(one.tobytes()).decode() for one in filters) + "\n")
seconds = []
for _ in range(5):
    start = time.process_time()
    found = dice_coefficient_accelerated(files, 0.8, k=None)
    seconds.append(time.process_time() - start)
median = statistics.median(seconds)
print(f"anonlink: {median:.3f} CPU s, {count * count / median / 1e6:.0f} million a second, {len(found[0])} pairs")
