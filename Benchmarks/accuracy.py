#!/usr/bin/env python3
"""Links sets whose truth is known, with roles alone and the default threshold, and prints accuracy and calibration.

Needs Python 3 only. Leaves nothing. The sets of others are read from FOLDER, where they are there (their names are below);
those of transliterated_persons.py are made anew, in each of its noises, for seeds nobody has tuned for. With a fifth argument
`blind`, the made sets only are shared out to two agencies, each person once to each, and matched by their keys in the blind.
Usage: accuracy.py RAPPORTEUR FOLDER [RECORDS [SEEDS [blind]]]
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


def shared_out(made, folder):
    """Two files: of persons with several records the first goes to one agency and the second to the other; the rest in turn."""
    header, *rows = made.read_text().splitlines()
    seen, files = {}, ([], [])
    for row in rows:
        person = row.split(",")[1]
        seen.setdefault(person, []).append(row)
    for place, records in enumerate(seen.values()):
        files[place % 2].append(records[0])
        if len(records) > 1:
            files[1 - place % 2].append(records[1])
    paths = [folder / "north.csv", folder / "south.csv"]
    for path, records in zip(paths, files):
        path.write_text("\n".join([header, *records]) + "\n")
    return paths


def blind(program, made, folder):
    """F1 of pairs by match keys under a shared key, at the default threshold."""
    def run(*arguments):
        return subprocess.run([program, *map(str, arguments)], check=True, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL).stdout
    def at(name):
        return folder / name
    files = shared_out(made, folder)
    for name in ("north", "south"):
        for old in (at(f"{name}-agency.key"), at(f"{name}.card"), at(f"{name}.key"), at(f"{name}.codes")):
            old.unlink(missing_ok=True)
        run("blind", "key", "agency", "--name", name, "--out", at(f"{name}-agency.key"), "--card", at(f"{name}.card"))
    at("sealed.json").unlink(missing_ok=True)
    run("blind", "key", "share", "--as", at("north-agency.key"), "--to", at("south.card"), "--out", at("north.key"),
        "--sealed", at("sealed.json"), "--project", "measuring", "--legal-basis", "none needed", "--consent", "nobody",
        "--purpose", "measuring")
    run("blind", "key", "receive", at("sealed.json"), "--as", at("south-agency.key"), "--from", at("north.card"),
        "--out", at("south.key"))
    for name, file in zip(("north", "south"), files):
        run("blind", "encode", file, "--roles", UNSEEN, "--key", at(f"{name}.key"), "--out", at(f"{name}.codes"),
            "--as", at(f"{name}-agency.key"))
    run("blind", "match", at("north.codes"), at("south.codes"), "--from", at("north.card"), "--from", at("south.card"),
        "--out", at("pairs.csv"), "--format", "json")
    run("blind", "open", "--pairs", at("pairs.csv"), "--tokens", at("north.codes.tokens.csv"),
        at("south.codes.tokens.csv"), "--out", at("opened.csv"))
    return json.loads(run("link", "evaluate", "--pairs", at("opened.csv"), "--truth", *files, "--key", "person",
                          "--format", "json"))


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


def print_head():
    print("| set | F1 | precision, recall | from 0.5: stated / true | from 0.8 | from 0.95 | 0.8 to 0.95 | mean miss |")
    print("|---|---|---|---|---|---|---|---|")


def main():
    program, data = sys.argv[1], Path(sys.argv[2])
    records = int(sys.argv[3]) if len(sys.argv) > 3 else 50_000
    seeds = int(sys.argv[4]) if len(sys.argv) > 4 else 2
    is_blind = sys.argv[5:] == ["blind"]
    if is_blind:
        print("| set | F1 | precision, recall | pairs of one person |\n|---|---|---|---|")
    else:
        print_head()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name, files, key, roles in SETS:
            if not is_blind and all((data / file).exists() for file in files):
                line(name, evaluated(program, [data / file for file in files], key, roles, folder))
        for noise in ("plain", "strong", "groups"):
            for seed in range(101, 101 + seeds):
                made = folder / "made.csv"
                with open(made, "wb") as file:
                    subprocess.run([sys.executable, HERE / "transliterated_persons.py", str(records), str(seed), noise],
                                   stdout=file, check=True)
                name = f"transliterated, {noise}, seed {seed}"
                if is_blind:
                    found = blind(program, made, folder)
                    print(f"| {name} | {found['f1']:.4f} | {found['precision']:.3f}, {found['recall']:.3f} | "
                          f"{found['truePairs']} |", flush=True)
                else:
                    line(name, evaluated(program, [made], "person", UNSEEN, folder))


if __name__ == "__main__":
    main()
