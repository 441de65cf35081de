"""What the oracles share: their data, and how what they expect is written."""

import csv
import math
import sys
from pathlib import Path
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)


def read(name):
    with open(Path(sys.argv[1]) / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expect(expression, value, shown=None, tolerance=None):
    found = {"expression": expression, "value": value, "shown": shown, "tolerance": tolerance}
    return {name: part for name, part in found.items() if part is not None}


def wilson(x, n):
    center, half = x + Z * Z / 2, Z * math.sqrt(x * (n - x) / n + Z * Z / 4)
    return x / n, (center - half) / (n + Z * Z), (center + half) / (n + Z * Z)


def percent(value):
    return f"{100 * value:.0f}%"
