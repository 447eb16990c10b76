"""Gives the desk of links a pair to judge: two persons of one hostile name, compared by the register itself."""
import subprocess

from plant import HOSTILE

HOUSE = "Shelter North"


def propose_pair(program, folder):
    def run(*arguments, talk=""):
        subprocess.run(
            [program, *arguments, "--as", "caseworker", "--for", HOUSE, "--data", folder],
            check=True, capture_output=True, text=True, input=talk)

    for _ in range(2):
        run("record", "open", "person", "--effective", "2026-01-01", "--from-input",
            talk=f"given-name: {HOSTILE}\nfamily-name: {HOSTILE}\nbirth-year: 1990\n")
    run("links", "propose")
