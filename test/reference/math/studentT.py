"""Fixtures of tCdf and tQuantile."""

import random

from mpmath import mp, mpf

from oracle import beta_tails, digits_for, root, write

random.seed(20260104)


def cdf(t, df):
    t, df = mpf(t), mpf(df)
    with mp.workdps(450):
        lower = beta_tails(df / (df + t * t), t * t / (df + t * t), df / 2, mpf(1) / 2)[0] / 2
        return lower if t < 0 else 1 - lower


def quantile(p, df):
    p, df = mpf(p), mpf(df)
    if p > 0.5:
        return -quantile(1 - p, df)
    with mp.workdps(digits_for(p) * 2):

        def tails(t):
            upper = beta_tails(df / (df + t * t), t * t / (df + t * t), df / 2, mpf(1) / 2)[0]
            return 1 - upper, upper

        def log_density(t):
            """|T| has twice the density of T."""
            front = mp.loggamma((df + 1) / 2) - mp.loggamma(df / 2) - mp.log(df * mp.pi) / 2
            return 2 * t * mp.exp(front - (df + 1) / 2 * mp.log1p(t * t / df))

        # From (1 + t^2 / df)^(-df / 2), which is about the tail, with e^3 to spare.
        high = 2 * mp.sqrt(df * mp.expm1(2 * (3 - mp.log(p)) / df))
        return -root(tails, log_density, 1 - 2 * p, 2 * p, mpf(10) ** -20, high)


def representable(points):
    """Without those whose tail underflows."""
    return [(t, df) for t, df in points if -df / 2 * mp.log1p(mpf(t) ** 2 / df) > -690]


dfs = [1, 1.5, 2, 3, 4, 5, 7.3, 10, 20, 29, 50, 100, 333, 1000]
ordinary = [(random.uniform(-8, 8), df) for df in dfs for _ in range(20)]
far = [1, 1.2, 2, 4, 10.5, 30, 100, 1e3, 1e4, 1e5, 1e6, 1e8, 1e12]
sizes = [1e-8, 0.01, 0.5, 1.5, 1.8, 3, 8, 15, 25, 36, 100, 1e4, 1e10, 1e100, 1e200]
extreme = [(-t, df) for df in far for t in sizes]
write(
    "tCdf",
    ["t", "df"],
    [(t, df, cdf(t, df)) for t, df in ordinary],
    [(t, df, cdf(t, df)) for t, df in representable(extreme)],
)

levels = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.4, 0.49, 0.6, 0.9, 0.95, 0.975, 0.995, 0.999]
tails = [1e-300, 1e-150, 1e-60, 1e-20, 1e-12, 1e-8, 1e-4, 0.025, 0.3, 0.5 - 2.0**-30, 1 - 2.0**-45]
write(
    "tQuantile",
    ["p", "df"],
    [(p, df, quantile(p, df)) for df in dfs for p in levels],
    [(p, df, quantile(p, df)) for df in far for p in tails],
)
