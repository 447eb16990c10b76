"""Gives the library papers with a text: two revisions with a hostile title that name one another and one that is not there."""
import subprocess
import tempfile
from pathlib import Path

from plant import HOSTILE


def bring_in_papers(program, folder):
    with tempfile.TemporaryDirectory() as place:
        for number, named in (("9200/26", "COM(2025) 9 final"), ("9200/1/26 REV 1", "9200/26")):
            paper = Path(place, "paper.txt")
            paper.write_text(f"{HOSTILE}\n\nSee doc. {named} and Directive 2011/36/EU.\n")
            subprocess.run(
                [program, "library", "import", str(paper), "--number", number, "--title", HOSTILE, "--body", HOSTILE,
                 "--data", folder],
                check=True, capture_output=True, text=True)
