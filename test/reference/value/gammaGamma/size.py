"""How often tests of spend against frequency reject when the two are independent: the table of gamma-gamma.md.

    /usr/bin/python3 test/reference/value/gammaGamma/size.py

Frequencies are drawn from CDNOW's repeat customers, mean spends from the Gamma-Gamma model. Printed: the share of
p-values below 0.05 of the textbook t test of the slope, of White's variance as it is (HC0) and with leverages (HC3), and
of Spearman's rank correlation.
"""
import csv

import numpy as np
from scipy import stats

random = np.random.default_rng(1)
with open("../shared/data/cdnow-customers.csv") as file:
    frequencies = np.array([int(row["x"]) for row in csv.DictReader(file) if int(row["x"]) > 0])
p, q, v = 6.25, 3.74, 15.44
for n, samples in ((300, 4000), (3000, 2000)):
    rejected = {"t": 0, "HC0": 0, "HC3": 0, "Spearman": 0}
    for _ in range(samples):
        x = random.choice(frequencies, n)
        m = random.gamma(p * x, 1 / (random.gamma(q, 1 / v, n) * x))
        dx = x - x.mean()
        sxx = (dx**2).sum()
        slope = (dx * m).sum() / sxx
        e = m - m.mean() - slope * dx
        h = 1 / n + dx**2 / sxx
        errors = {"t": np.sqrt((e**2).sum() / (n - 2) / sxx), "HC0": np.sqrt((dx**2 * e**2).sum()) / sxx,
                  "HC3": np.sqrt((dx**2 * e**2 / (1 - h) ** 2).sum()) / sxx}
        for name, error in errors.items():
            rejected[name] += 2 * stats.t.sf(abs(slope / error), n - 2) < 0.05
        rejected["Spearman"] += stats.spearmanr(x, m).pvalue < 0.05
    print(n, {name: f"{count / samples:.1%}" for name, count in rejected.items()})
