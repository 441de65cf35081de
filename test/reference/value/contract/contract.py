"""Contract models with mpmath, and fits with scipy, for the tests beside this script.

    /usr/bin/python3 test/reference/value/contract/contract.py > test/reference/value/contract/fixtures/contract.json

Survival and likelihoods are log-gammas with 60 digits. The discounted expected lifetime of the shifted-beta-geometric
model is the 2F1 of Fader and Hardie (2010). That of the beta-discrete-Weibull model, and where mpmath gives that 2F1
up, is a sum of 3,000 terms and, for the rest, mpmath's quadrature with four corrections of Euler and Maclaurin. A fit starts from scipy's Nelder-Mead and ends
with Newton's method on 40 digits; the standard errors are from the Hessian at its end.
"""
import itertools
import json
import random
import sys

import mpmath
import numpy
import scipy
from mpmath import mp, mpf
from scipy.optimize import minimize

mp.dps = 60


def log_survival(p, t):
    a, b, c = p
    u = mpf(t) ** c if t > 0 else mpf(0)
    return mp.loggamma(b + u) - mp.loggamma(b) + mp.loggamma(a + b) - mp.loggamma(a + b + u)


def log_left(p, t):
    return mp.log(mp.exp(log_survival(p, t - 1)) - mp.exp(log_survival(p, t)))


def log_likelihood(p, rows):
    total = mpf(0)
    for duration, churned, entry, count in rows:
        own = log_left(p, duration) if churned else log_survival(p, duration)
        total += count * (own - log_survival(p, entry))
    return total


def lifetime(p, given, first, d):
    """The sum of S(t) / S(given) (1 + d)^(first - t) over t = first, first + 1, …"""
    a, b, c = p
    if c == 1:
        if d == 0:
            return (b + first - 1 + a) / (a - 1) * mp.exp(log_survival(p, first) - log_survival(p, given))
        try:
            series = mp.hyp2f1(1, b + first, a + b + first, 1 / (1 + d))
            return mp.exp(log_survival(p, first) - log_survival(p, given)) * series
        except mpmath.libmp.NoConvergence:
            pass  # The sum will do.
    delta = mp.log(1 + d)
    term = lambda t: mp.exp(log_survival(p, t) - log_survival(p, given) - delta * (t - first))
    end = first + 3000
    head = mp.fsum(term(t) for t in range(first, end))
    # On a log scale of time, up to where nothing is left.
    width, ends = mp.log(end), [mp.log(end)]
    while True:
        at = ends[-1] + mpf(1) / 2
        ends.append(at)
        if term(mp.exp(at)) * mp.exp(at) < mpf(10) ** -25 * head:
            break
    body = mp.quad(lambda y: term(mp.exp(y)) * mp.exp(y), ends, maxdegree=6)
    slope = [mp.diff(term, end, k, h=mpf(1) / 1000) for k in (1, 3, 5, 7)]
    corrections = -slope[0] / 12 + slope[1] / 720 - slope[2] / 30240 + slope[3] / 1209600
    return head + body + term(end) / 2 + corrections


def fit(rows, names):
    full = lambda at: [mp.exp(at[0]), mp.exp(at[1]), mp.exp(at[2]) if "c" in names else mpf(1)]
    size = len(names)
    mp.dps = 20
    objective = lambda at: -float(log_likelihood(full([mpf(x) for x in at]), rows))
    rough = minimize(objective, numpy.zeros(size), method="Nelder-Mead", options={"xatol": 1e-7, "fatol": 1e-9})
    mp.dps = 40
    at = mp.matrix([mpf(x) for x in rough.x])
    value = lambda *x: log_likelihood(full(x), rows)
    step = mpf(10) ** -8

    def derivatives(at):
        moved = lambda *steps: value(*[at[i] + step * sum(s for j, s in steps if j == i) for i in range(size)])
        gradient = mp.matrix([(moved((i, 1)) - moved((i, -1))) / (2 * step) for i in range(size)])
        hessian = mp.matrix(size, size)
        for i, j in itertools.product(range(size), repeat=2):
            cross = moved((i, 1), (j, 1)) - moved((i, 1), (j, -1)) - moved((i, -1), (j, 1)) + moved((i, -1), (j, -1))
            hessian[i, j] = cross / (4 * step**2)
        return gradient, hessian

    for _ in range(6):
        gradient, hessian = derivatives(at)
        at = at - mp.lu_solve(hessian, gradient)
    gradient, hessian = derivatives(at)
    inverse = (-hessian) ** -1
    p = full(at)
    covariance = [[float(p[i] * p[j] * inverse[i, j]) for j in range(size)] for i in range(size)]
    result = {
        "parameters": [float(p[i]) for i in range(size)],
        "logLikelihood": float(value(*at)),
        "covariance": covariance,
        "gradientNorm": float(mp.norm(gradient)),
        "scipy": [float(x) for x in numpy.exp(rough.x)],
    }
    mp.dps = 60
    return result


def cohort(survivors):
    rows = [[t, 1, 0, survivors[t - 1] - survivors[t]] for t in range(1, len(survivors))]
    return [row for row in rows if row[3] > 0] + [[len(survivors) - 1, 0, 0, survivors[-1]]]


def simulated(seed, a, b, c, n):
    """Customers who came at different times; every third was first seen after some renewals."""
    draw, found = random.Random(seed), {}
    while n > 0:
        theta, seen = draw.betavariate(a, b), draw.randint(2, 9)
        entry = draw.randint(1, 3) if n % 3 == 0 else 0
        u, t = draw.random(), 1
        while t <= seen and u < (1 - theta) ** (t**c):
            t += 1
        churned, duration = (1, t) if t <= seen else (0, seen)
        if duration <= entry:
            continue
        key = (duration, churned, entry)
        found[key] = found.get(key, 0) + 1
        n -= 1
    return [[*key, count] for key, count in sorted(found.items())]


regular = [1000, 631, 468, 382, 326, 289, 262, 241]
high = [1000, 869, 743, 653, 593, 551, 517, 491]
published = {"regular": regular, "high end": high}
fits = [{"name": f"{name}, {years} years", "rows": cohort(data[: years + 1])}
        for name, data in published.items() for years in (4, 7)]
fits += [{"name": f"simulated, seed {seed}", "rows": simulated(seed, *p)}
         for seed, p in ((1, (0.8, 2.5, 1, 3000)), (2, (2, 5, 1.4, 4000)))]
for case in fits:
    case["sbg"] = fit(case["rows"], ["alpha", "beta"])
    if "4 years" not in case["name"]:
        case["bdw"] = fit(case["rows"], ["alpha", "beta", "c"])

draw = random.Random(4)
grid = []
alphas = [1e-6, 0.05, 0.668, 1 - 1e-9, 1, 1 + 1e-9, 3.5, 1e3, 1e8]
betas = [1e-6, 0.1, 1.182, 40, 1e4, 1e8]
for index in range(120):
    a, b = draw.choice(alphas), draw.choice(betas)
    c = 1 if index % 2 == 0 else draw.choice([0.05, 0.4, 0.9, 1.2836, 2.5, 6])
    t = draw.choice([1, 2, 3, 7, 24, 25, 100, 5000, 1_000_000])
    p = (mpf(a), mpf(b), mpf(c))
    entry = draw.randint(0, t - 1)
    rows = [[t, 1, 0, 3], [t, 0, 0, 2], [t, 1, entry, 5], [t, 0, entry, 1]]
    survival, left = log_survival(p, t), log_left(p, t)
    # Not what no double can hold.
    if survival < -600 or left < -600:
        continue
    grid.append({"parameters": [a, b, c], "t": t, "survival": float(mp.exp(survival)),
                 "retention": float(mp.exp(survival - log_survival(p, t - 1))), "left": float(mp.exp(left)),
                 "rows": rows, "logLikelihood": float(log_likelihood(p, rows))})

mp.dps = 40
lifetimes = []
for a, b, d in itertools.product([0.05, 0.668, 1 - 1e-9, 1, 1 + 1e-9, 2, 3.7, 1e3], [1e-3, 1.182, 40, 1e6], [1e-9, 1e-4, 0.1]):
    for renewals in (None, draw.choice([0, 1, 5, 200])):
        lifetimes.append(([a, b, 1], d, renewals))
lifetimes += [([a, b, 1], 0, renewals) for a in (1 + 1e-6, 1.5, 40) for b in (0.2, 7, 1e5) for renewals in (None, 2)]
lifetimes += [([a, b, c], d, renewals)
              for (a, b, c) in ((0.456, 0.779, 1.283), (0.214, 1.427, 1.724), (2, 5, 0.6), (0.3, 1e3, 2.5), (5, 0.1, 0.3))
              for d, renewals in ((1e-6, None), (0.01, 3), (0.1, 0), (0.5, None))]
lifetimes = [(p, d, r) for p, d, r in lifetimes if not (p[0] == 1 and d == 0)]
sums = []
for p, d, renewals in lifetimes:
    given, first = (0, 0) if renewals is None else (renewals, renewals + 1)
    value = lifetime([mpf(x) for x in p], given, first, mpf(d))
    sums.append({"parameters": p, "discountRate": d, "renewals": renewals, "value": float(value)})

made_by = f"contract.py, Python {sys.version.split()[0]}, mpmath {mpmath.__version__}, scipy {scipy.__version__}"
print(json.dumps({"madeBy": made_by, "fits": fits, "grid": grid, "lifetimes": sums}, indent=1))
