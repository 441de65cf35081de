"""Writes fixtures/digamma.json, logGammaRatio.json and digammaDifference.json, by mpmath: python3 gammaRatio.py"""

import random

from mpmath import mp, mpf
from oracle import write

random.seed(41)


def spread(low, high):
    return 10 ** random.uniform(low, high)


def log_gamma_ratio(a, d):
    return mp.loggamma(mpf(a) + mpf(d)) - mp.loggamma(mpf(a))


def digamma_difference(a, d):
    return mp.psi(0, mpf(a) + mpf(d)) - mp.psi(0, mpf(a))


ordinary = [random.uniform(0.1, 60) for _ in range(150)]
extreme = [spread(-12, -1) for _ in range(40)] + [spread(2, 15) for _ in range(40)]
# Around the zero at 1.4616 the value is nothing but a difference; it is measured elsewhere.
ordinary = [x for x in ordinary if abs(x - 1.4616) > 0.1]
write("digamma", ["x"], *[[(x, mp.psi(0, mpf(x))) for x in xs] for xs in (ordinary, extreme)])

steps = [float(random.randint(1, 60)) for _ in range(80)] + [spread(-1, 2) for _ in range(70)]
ordinary = [(random.uniform(1.5, 40), d) for d in steps]
wide = [(spread(-10, 14), float(random.randint(1, 5000))) for _ in range(50)]
wide += [(spread(2, 14), spread(-2, 3)) for _ in range(50)]
# As a sum of logarithms the ratio passes 0, where a relative error says nothing: those are left out.
wide = [(a, d) for a, d in wide if abs(log_gamma_ratio(a, d)) > 0.1 * mp.log(1 + d)]
write(
    "logGammaRatio",
    ["a", "d"],
    [(a, d, log_gamma_ratio(a, d)) for a, d in ordinary],
    [(a, d, log_gamma_ratio(a, d)) for a, d in wide],
)
write(
    "digammaDifference",
    ["a", "d"],
    [(a, d, digamma_difference(a, d)) for a, d in ordinary],
    [(a, d, digamma_difference(a, d)) for a, d in wide],
)
