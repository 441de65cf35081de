"""Which coefficients of a Cox regression can run to infinity, by linear programming.

    python3 test/reference/cox/separation.py > test/reference/cox/fixtures/separation.json

A direction g separates when g'x of everybody who left is the largest of those at risk then, and not always equal to
all others. Such directions are a cone; `rises` and `falls` say whether one in it has a coefficient above or below 0.
"""

import json
import random

import numpy as np
import scipy
from scipy.optimize import linprog

# Rows are: entry, duration, whether it left, covariates. Each needs something of a search that few samples need.
HARD = [
    "0 2 1 0 0 1 0, 0 5 0 0 0 1 0, 0 6 1 0 1 1 1, 0 5 0 0 0 1 0, 0 3 1 1 1 0 1, 0 1 1 0 0 0 0, 0 4 0 1 1 0 1, 0 1 1 0 1 0 0",
    "0 27 1 600 786 44 563, 0 29 0 655 486 563 80, 0 9 1 418 236 52 100, 0 25 1 269 156 128 706, 0 25 1 646 405 877 198",
    "0 14 1 2 2 0 0, 0 16 0 3 1 0 3, 0 14 1 3 2 1 2, 0 15 1 0 0 2 1, 0 10 0 3 0 3 0, 0 12 0 0 3 0 0, 0 13 1 0 2 2 1, "
    "0 11 1 0 0 2 1, 0 27 0 2 2 0 3",
    "1 4 1 180 183 849 430, 11 17 1 48 179 617 536, 7 9 1 736 512 484 74, 2 30 1 465 545 676 351, 3 8 0 64 915 261 321, "
    "7 26 1 741 615 942 625, 11 14 1 570 108 258 300, 1 7 0 295 320 36 843, 7 20 0 780 948 248 724, 23 30 1 2 413 207 802",
    "0 4 1 0 2 0, 0 6 1 2 3 0, 0 18 1 0 1 2, 0 27 0 1 0 3, 0 28 1 2 2 2, 0 25 0 2 2 1, 0 11 0 3 0 1, 0 3 1 3 3 1",
    "0 4 0 516 245 71 431, 0 18 1 798 180 224 766, 0 27 1 285 352 353 440, 0 14 1 359 149 949 773, 0 17 0 842 376 191 429, "
    "0 11 0 167 826 753 360, 0 6 0 122 380 227 229, 0 22 1 939 322 632 289, 0 14 1 316 44 85 525, 0 15 0 607 793 921 139, "
    "0 30 1 518 578 457 503",
]


def sample(generator):
    width, most = generator.randint(1, 4), generator.choice([1, 3, 1000])
    rows = []
    for _ in range(generator.randint(3, 14)):
        duration = generator.randint(1, 6 if most == 1 else 30)
        entry = generator.choice([0, 0, generator.randint(0, duration - 1)])
        rows.append([entry, duration, int(generator.random() < 0.6)] + [generator.randint(0, most) for _ in range(width)])
    return rows


def verdict(rows):
    width = len(rows[0]) - 3
    pairs = {
        tuple(a - b for a, b in zip(left[3:], other[3:]))
        for left in rows if left[2]
        for other in rows if other[1] >= left[1] and (other[0] == 0 or other[0] < left[1])
    }
    differences = np.array(sorted(pair for pair in pairs if any(pair)), float)
    if len(differences) == 0:
        return None
    differences /= np.maximum(np.abs(differences).max(axis=0), 1)

    def most(goal):
        found = linprog(-goal, A_ub=-differences, b_ub=np.zeros(len(differences)), bounds=[(-1, 1)] * width, method="highs")
        return -found.fun > 1e-7

    units = np.eye(width)
    return {
        "rows": rows,
        "separated": bool(most(differences.sum(axis=0))),
        "rises": [bool(most(unit)) for unit in units],
        "falls": [bool(most(-unit)) for unit in units],
    }


generator = random.Random(2001)
cases = [[[int(number) for number in row.split()] for row in case.split(",")] for case in HARD]
cases += [sample(generator) for _ in range(150)]
kept = [case for case in map(verdict, cases) if case is not None]
made_by = f"separation.py, scipy {scipy.__version__}"
print('{ "madeBy": %s, "cases": [\n%s\n] }' % (json.dumps(made_by), ",\n".join(json.dumps(case) for case in kept)))
