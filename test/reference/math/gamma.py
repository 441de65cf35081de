"""Fixtures of lowerGamma, upperGamma, gammaQuantile and chiSquareQuantile."""

import random

from mpmath import mp, mpf

from oracle import digits_for, gamma_log_density, gamma_tails, root, write

random.seed(20260102)
SHAPES = [0.01, 0.05, 0.1, 0.3, 0.5, 0.9, 1, 1.5, 2, 5, 10, 30, 100, 500, 1000, 1e4, 1e5]


def quantile(p, shape):
    """The upper end of the bracket is 12 standard deviations up by Wilson and Hilferty; 1 - 2^-50 needs 8."""
    p = mpf(p)
    high = shape * (1 + 4 / mp.sqrt(shape)) ** 3 + 60
    with mp.workdps(digits_for(min(p, 1 - p))):
        return root(
            lambda x: gamma_tails(x, shape),
            lambda x: gamma_log_density(x, shape),
            p,
            1 - p,
            mpf(10) ** -400,
            high,
        )


def near(count, shapes):
    return [(a, random.gammavariate(a, 1)) for a in random.choices(shapes, k=count)]


def far():
    points = []
    for a in SHAPES:
        for z in (-30, -20, -12, -8, -6, 6, 8, 12, 20, 30):
            x = a * max(0.0, 1 - 1 / (9 * a) + z / (3 * a**0.5)) ** 3
            points.append((a, x if x > 0 else a * 10 ** random.uniform(-8, -1)))
        points += [(a, a * f) for f in (0.999, 1.001)]
        points += [(a, x) for x in (1e-300, 1e-100, 1e-20, 1e-8, 0.01, 0.5, 0.9, 1, 1.1, 2, 10, 600) if a < 5]
    return [(a, x) for a, x in points if x - a - a * mp.log(x / a) < 690]


def rows(points, tail):
    return [(a, x, gamma_tails(x, a)[tail]) for a, x in points]


ordinary = [(a, x) for a, x in near(300, [a for a in SHAPES if 0.5 <= a <= 1000]) if x > 1e-6]
extreme = far()
write("lowerGamma", ["a", "x"], rows(ordinary, 0), rows(extreme, 0))
write("upperGamma", ["a", "x"], rows(ordinary, 1), rows(extreme, 1))

levels = [0.001, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 0.99, 0.999]
tails = [1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-12, 1e-8, 1 - 2.0**-20, 1 - 2.0**-34, 1 - 2.0**-50]
ordinary = [(p, a, quantile(p, a)) for a in (0.5, 1, 1.5, 2.5, 7, 30, 80.5, 400, 1000) for p in levels]
extreme = [(p, a) for a in SHAPES for p in tails + [0.001, 0.1, 0.4, 0.6, 0.9, 0.999]]
# A root below 1e-310 is no ordinary double.
extreme = [(p, a, quantile(p, a)) for p, a in extreme if mp.log10(p) / a > -310]
write("gammaQuantile", ["p", "shape"], ordinary, extreme)

dfs = (1, 2, 3, 5, 10, 25, 100, 999)
ordinary = [(p, df, 2 * quantile(p, df / 2)) for df in dfs for p in levels]
extreme = [(p, df) for df in (1, 3, 100, 1e4, 2e5) for p in tails if mp.log10(p) / df > -155]
extreme = [(p, df, 2 * quantile(p, df / 2)) for p, df in extreme]
write("chiSquareQuantile", ["p", "df"], ordinary, extreme)
