"""Fixtures of incompleteBeta and betaQuantile."""

import math
import random

from mpmath import mp, mpf

from oracle import beta_log_density, beta_tails, digits_for, root, write

random.seed(20260103)
SIZES = [0.01, 0.1, 0.5, 1, 3, 30, 1e3, 1e4, 1e5]


def cdf(x, a, b):
    x = mpf(x)
    with mp.workdps(400):
        return beta_tails(x, 1 - x, a, b)[0]


def quantile(p, a, b):
    """Solved for whichever of x and 1 - x is below 1/2."""
    p = mpf(p)
    half = mpf(1) / 2
    with mp.workdps(digits_for(min(p, 1 - p))):
        if beta_tails(half, half, a, b)[0] >= p:
            return small_root(p, 1 - p, a, b)
        return 1 - small_root(1 - p, p, b, a)


def small_root(p, q, a, b):
    return root(
        lambda x: beta_tails(x, 1 - x, a, b),
        lambda x: beta_log_density(x, 1 - x, a, b),
        p,
        q,
        mpf(10) ** -40000,
        mpf("0.50001"),
    )


def solve(points):
    """Roots below the range of doubles are left out when the fixture is written."""
    return [(p, a, b, quantile(p, a, b)) for p, a, b in points]


def logit_point(a, b, z):
    """About z standard deviations from the middle, on the logistic scale."""
    return 1 / (1 + math.exp(-(math.log(a / b) + z * (1 / a + 1 / b) ** 0.5)))


near = [(10 ** random.uniform(-0.3, 3), 10 ** random.uniform(-0.3, 3)) for _ in range(250)]
near += [(k + 0.5, 20 - k + 0.5) for k in range(21)] + [(k, 51 - k) for k in range(1, 51)]
ordinary = [(random.betavariate(a, b), a, b) for a, b in near]
ordinary = [(x, a, b) for x, a, b in ordinary if 1e-6 < x < 1 - 1e-6]

pairs = [(a, b) for a in SIZES for b in SIZES]
extreme = []
for a, b in pairs:
    extreme += [(x, a, b) for x in (1e-300, 1e-20, 1e-6, 0.1, 0.5, 0.9, 1 - 1e-6, 1 - 2.0**-50)]
    if a > 2 and b > 2:
        extreme += [(logit_point(a, b, z), a, b) for z in (-30, -15, -6, -1, 0, 1, 6)]
    else:
        extreme += [(a / (a + b) * f, a, b) for f in (0.1, 0.9, 1.1) if a / (a + b) * f < 1]


def log_bound(x, a, b):
    """log(x^a y^b / B), to leave out what underflows."""
    beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    return a * math.log(x) + b * math.log1p(-x) - beta


extreme = [point for point in extreme if log_bound(*point) > -690]
write(
    "incompleteBeta",
    ["x", "a", "b"],
    [(x, a, b, cdf(x, a, b)) for x, a, b in ordinary],
    [(x, a, b, cdf(x, a, b)) for x, a, b in extreme],
)

levels = [0.005, 0.025, 0.05, 0.5, 0.95, 0.975, 0.995]
ordinary = [(p, a, b) for a, b in near[::4] for p in random.sample(levels, 4)]
tails = [1e-300, 1e-100, 1e-30, 1e-12, 1e-6, 0.03, 0.3, 0.5, 0.8, 1 - 2.0**-12, 1 - 2.0**-40]
extreme = [(p, a, b) for a, b in pairs for p in random.sample(tails, 6)]
write("betaQuantile", ["p", "a", "b"], solve(ordinary), solve(extreme))
