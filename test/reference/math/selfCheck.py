"""Holds the oracle to account: the series of oracle.py against mpmath's own betainc and gammainc, against
quadrature of the densities, and against themselves with 20 more digits. Prints the largest relative difference
of each, and fails above 1e-30. The points are moderate, because that is where mpmath itself can be trusted."""

import random

from mpmath import mp, mpf

import oracle

random.seed(20260105)


def difference(a, b):
    return mp.fabs(a - b) / mp.fabs(b)


worst = dict.fromkeys(["betainc", "beta quadrature", "gammainc", "gamma quadrature", "digits"], mpf(0))


def note(name, a, b):
    worst[name] = max(worst[name], difference(a, b))


for _ in range(40):
    a, b = mpf(10 ** random.uniform(-2, 2)), mpf(10 ** random.uniform(-2, 2))
    x = mpf(random.uniform(0.02, 0.98))
    lower, upper = oracle.beta_tails(x, 1 - x, a, b)
    note("betainc", lower, mp.betainc(a, b, 0, x, regularized=True))
    if a > 1 and b > 1:
        density = lambda t: oracle.beta_log_density(t, 1 - t, a, b) / t
        # The tanh-sinh rule wants the peak at an end of an interval.
        peak = (a - 1) / (a + b - 2)
        points = [p for p in sorted({mpf(0), peak / 2, peak, (1 + peak) / 2, x}) if p <= x]
        note("beta quadrature", mp.quad(density, points), lower)
    with mp.workdps(80):
        note("digits", oracle.beta_tails(x, 1 - x, a, b)[0], lower)
    y = mpf(random.gammavariate(float(a), 1))
    if y < mpf("1e-30"):
        continue
    low, high = oracle.gamma_tails(y, a)
    note("gammainc", low, mp.gammainc(a, 0, y, regularized=True))
    note("gammainc", high, mp.gammainc(a, y, mp.inf, regularized=True))
    if a > 1:
        points = [p for p in sorted({mpf(0), (a - 1) / 2, a - 1, y}) if p <= y]
        density = lambda t: oracle.gamma_log_density(t, a) / t if t else mpf(0)
        note("gamma quadrature", mp.quad(density, points), low)
    with mp.workdps(80):
        note("digits", oracle.gamma_tails(y, a)[0], low)

# Large parameters, where only a change of digits can be asked of the series.
for x, a, b in [(0.5, 1e5, 1e5), (0.49, 1e5, 1e5), (1e-6, 0.01, 1e5), (0.9, 1e5, 1e4), (1 - 1e-6, 1e5, 0.5)]:
    x = mpf(x)
    with mp.workdps(150):
        fine = oracle.beta_tails(x, 1 - x, a, b)
    with mp.workdps(120):
        coarse = oracle.beta_tails(x, 1 - x, a, b)
    note("digits", coarse[0], fine[0])

for name, value in worst.items():
    print(name, mp.nstr(value, 3))
assert max(worst.values()) < mpf(10) ** -30
