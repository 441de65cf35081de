"""Net promoter scores of the San Francisco airport survey of 2018, with Python's csv module and nothing else.

Writes fixtures/areas.json: python3 test/reference/sfo/areas.py <sfo-2018.csv>
A `recommend` of 11 means blank. Unweighted; areas in order of first appearance.
"""
import csv
import json
import pathlib
import sys
from fractions import Fraction

BLANK = "11"


def summary(scores):
    answered = [int(score) for score in scores if score != BLANK]
    promoters = sum(score >= 9 for score in answered)
    detractors = sum(score <= 6 for score in answered)
    return {
        "estimate": float(Fraction(100 * (promoters - detractors), len(answered))),
        "n": len(answered),
        "promoters": promoters,
        "passives": len(answered) - promoters - detractors,
        "detractors": detractors,
        "missing": len(scores) - len(answered),
    }


with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
areas = {}
for row in rows:
    areas.setdefault(row["boardingArea"], []).append(row["recommend"])
blank_lines = [index + 2 for index, row in enumerate(rows) if row["recommend"] == BLANK]
result = {
    "overall": summary([row["recommend"] for row in rows]),
    "areas": [{"boardingArea": area, **summary(scores)} for area, scores in areas.items()],
    "blankLines": blank_lines[:10],
    "blanks": len(blank_lines),
}
path = pathlib.Path(__file__).parent / "fixtures" / "areas.json"
path.write_text(json.dumps(result, indent=1) + "\n")
