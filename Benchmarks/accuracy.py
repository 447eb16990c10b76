#!/usr/bin/env python3
"""Links sets whose truth is known, with roles alone and the default threshold, and prints accuracy and calibration.

Needs Python 3 only. Leaves nothing. The sets of others are read from FOLDER, where they are there (their names are below);
those of transliterated_persons.py are made anew, in each of its noises, for seeds nobody has tuned for.
Usage: accuracy.py RAPPORTEUR FOLDER [RECORDS [SEEDS]]
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
FEBRL = ("given=given_name,family=surname,birth=date_of_birth,postcode=postcode,place=suburb,place=state,"
         "address=street_number,address=address_1,address=address_2,document=soc_sec_id")
MULTI = ["anonlink_mp1.csv", "anonlink_mp2.csv"]
SETS = [
    ("febrl1", ["febrl1.csv"], "cluster", FEBRL),
    ("febrl2", ["febrl2.csv"], "cluster", FEBRL),
    ("febrl3", ["febrl3.csv"], "cluster", FEBRL),
    ("fake_1000", ["fake_1000.csv"], "cluster", "given=first_name,family=surname,birth=dob,place=city,other=email"),
    ("fake_1000, no e-mail", ["fake_1000.csv"], "cluster", "given=first_name,family=surname,birth=dob,place=city"),
    ("rldata500", ["rldata500.csv"], "ent_id",
     "given=fname_c1,given=fname_c2,family=lname_c1,family=lname_c2,birth-year=by,birth-month=bm,birth-day=bd"),
    ("anonlink_mp1/2", MULTI, "id",
     "given=givenname,family=surname,birth=dob,sex=gender,place=city,other=income,phone=phone number"),
    ("anonlink_mp1/2, no telephone", MULTI, "id", "given=givenname,family=surname,birth=dob,sex=gender,place=city"),
    ("clkhash_dirty", ["clkhash_dirty_1.csv", "clkhash_dirty_2.csv"], "rec_id", FEBRL + ",phone=phone_number"),
]
UNSEEN = "given=given,given=middle,family=family,birth=born,place=place,nationality=origin"


def evaluated(program, files, key, roles, folder):
    pairs, scores = folder / "pairs.csv", folder / "scores.csv"
    subprocess.run([program, "link", *files, "--roles", roles, "--out", pairs, "--scores", scores],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = subprocess.run(
        [program, "link", "evaluate", "--pairs", pairs, "--scores", scores, "--truth", *files, "--key", key,
         "--format", "json"], check=True, stdout=subprocess.PIPE).stdout
    return json.loads(found)


def line(name, result):
    def shares(point):
        return "–" if point["pairs"] == 0 else f"{point['stated']:.3f} / {point['share']:.3f}"
    calibration = result["calibration"]
    above = " | ".join(shares(point) for point in calibration["above"])
    nine = [bin for bin in calibration["bins"] if bin["from"] in (0.8, 0.9)]
    count = sum(bin["pairs"] for bin in nine)
    tenth = "–" if count == 0 else (
        f"{sum(bin['stated'] * bin['pairs'] for bin in nine if bin['pairs']) / count:.2f} / "
        f"{sum(bin['right'] for bin in nine) / count:.2f} of {count}")
    print(f"| {name} | {result['f1']:.4f} | {result['precision']:.3f}, {result['recall']:.3f} | {above} | {tenth} | "
          f"{calibration['expectedError']:.3f} |", flush=True)


def main():
    program, data = sys.argv[1], Path(sys.argv[2])
    records = int(sys.argv[3]) if len(sys.argv) > 3 else 50_000
    seeds = int(sys.argv[4]) if len(sys.argv) > 4 else 2
    print("| set | F1 | precision, recall | from 0.5: stated / true | from 0.8 | from 0.95 | 0.8 to 0.95 | mean miss |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name, files, key, roles in SETS:
            if all((data / file).exists() for file in files):
                line(name, evaluated(program, [data / file for file in files], key, roles, folder))
        for noise in ("plain", "strong", "groups"):
            for seed in range(101, 101 + seeds):
                made = folder / "made.csv"
                with open(made, "wb") as file:
                    subprocess.run([sys.executable, HERE / "transliterated_persons.py", str(records), str(seed), noise],
                                   stdout=file, check=True)
                line(f"transliterated, {noise}, seed {seed}", evaluated(program, [made], "person", UNSEEN, folder))


if __name__ == "__main__":
    main()
