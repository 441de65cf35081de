"""Writes fixtures/stress.json: the BG/NBD, the MBG/NBD and the NBD at extreme arguments, by mpmath.

    /usr/bin/python3 test/reference/value/bg/stress.py

Everything comes from the definitions: a customer buys at rate lambda ~ Gamma(r, alpha) and leaves with probability
p ~ Beta(a, b) at each of k chances (BG/NBD: after each of the x repeats, k = x; MBG/NBD: after the first purchase, too,
k = x + 1). Integrals over lambda and p are in closed form, as beta and hypergeometric functions, with as many digits as
their differences lose. The integral over time of discounted purchases is numerical. In the NBD nobody leaves.
"""

import json
import random
from pathlib import Path

import mpmath
from mpmath import mp, mpf

DIGITS = 40
INFINITE = None


def positive_series(a, b, c, z):
    """(1 - z)^-a 2F1(a, c - b; c; z / (z - 1)), Pfaff's transformation: all terms are positive."""
    ratio = z / (z - 1)
    total = term = mpf(1)
    n = 0
    while term > mp.eps * total * (1 - ratio):
        term *= (a + n) * (c - b + n) / ((c + n) * (n + 1)) * ratio
        total += term
        n += 1
    return (1 - z) ** -a * total


def hyp2f1(a, b, c, z):
    """2F1 for z < 0: mpmath's choice of a method, or Pfaff's transformation, whose series always converges."""
    if c > 400 and abs(c - a) < 50:
        return (1 - z) ** -b * mp.hyp2f1(c - a, b, c, z / (z - 1), maxterms=10**7)
    if c > 400 and -z * a < 20000:
        return positive_series(a, b, c, z)
    try:
        return mp.hyp2f1(a, b, c, z)
    except mpmath.libmp.NoConvergence:
        return (1 - z) ** -b * mp.hyp2f1(c - a, b, c, z / (z - 1), maxterms=10**7)


def alive_part(theta, x, k, T):
    """(1 - p)^k lambda^x e^(-lambda T), averaged over p and lambda: those who never left."""
    r, alpha, a, b = theta
    return mp.beta(a, b + k) / mp.beta(a, b) * mp.rf(r, x) * alpha**r * (alpha + T) ** -(r + x)


def left_part(theta, x, k, tx):
    """p (1 - p)^(k - 1) lambda^x e^(-lambda tx): those who left at the last chance."""
    if k == 0:
        return mpf(0)
    r, alpha, a, b = theta
    return mp.beta(a + 1, b + k - 1) / mp.beta(a, b) * mp.rf(r, x) * alpha**r * (alpha + tx) ** -(r + x)


def is_concentrated(a, b):
    return a + b > 400 and min(a, b) > 40


def concentrated_mean(a, b, f):
    """E f(p) for p ~ Beta(a, b) with large a and b: over log(p / (1 - p)), 14 standard deviations to either side."""
    middle, width = mp.log(a / b), 14 * mp.sqrt(1 / a + 1 / b)

    def integrand(y):
        p, q = 1 / (1 + mp.exp(-y)), 1 / (1 + mp.exp(y))
        return mp.exp(a * mp.log(p) + b * mp.log(q) - log_beta) * f(p)

    log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
    return mp.quad(integrand, mp.linspace(middle - width, middle + width, 7), method="gauss-legendre", maxdegree=4)


def purchases_of_alive(theta, x, k, T, horizon):
    """E((1 - e^(-lambda p t)) / p) for lambda ~ Gamma(r + x, alpha + T) and p ~ Beta(a, b + k)."""
    r, alpha, a, b = theta
    B = b + k
    if is_concentrated(a, B):
        w = horizon / (alpha + T)
        return concentrated_mean(a, B, lambda p: (1 - (1 + p * w) ** -(r + x)) / p)
    with mp.workdps(120):
        if a == 1:
            a = a + mpf(10) ** -60
        F = hyp2f1(r + x, a - 1, a + B - 1, -horizon / (alpha + T))
        return (a + B - 1) / (a - 1) * (1 - F)


def pace(theta, x, k, T, u):
    """E(lambda e^(-lambda p u))."""
    r, alpha, a, b = theta
    w = u / (alpha + T)
    if is_concentrated(a, b + k):
        return (r + x) / (alpha + T) * concentrated_mean(a, b + k, lambda p: (1 + p * w) ** -(r + x + 1))
    return (r + x) / (alpha + T) * hyp2f1(r + x + 1, a, a + b + k, -w)


def discounted_of_alive(theta, x, k, T, rate, horizon):
    delta = mp.log1p(mpf(rate))
    scale = (theta[1] + T) / (theta[0] + x + 1)
    end = 60 / delta if horizon is INFINITE else min(mpf(horizon), 60 / delta)
    # Panels of equal length in log(1 + u / scale), in which the integrand changes slowly.
    span = mp.log1p(end / scale)
    panels = int(span / 1.5) + 1
    points = [span * i / panels for i in range(panels + 1)]
    with mp.workdps(25):
        return mp.quad(
            lambda v: scale * mp.exp(v - delta * scale * mp.expm1(v)) * pace(theta, x, k, T, scale * mp.expm1(v)),
            points,
            method="gauss-legendre",
            maxdegree=5,
        )


def count_probability(theta, first, n, t):
    r, alpha, a, b = theta
    with mp.workdps(500):
        z = t / (alpha + t)
        pmf = [mp.rf(r, j) / mp.factorial(j) * z**j * (1 - z) ** r for j in range(n + 1)]
        k = n + first
        value = mp.beta(a, b + k) / mp.beta(a, b) * pmf[n]
        if k > 0:
            value += mp.beta(a + 1, b + k - 1) / mp.beta(a, b) * (1 - mp.fsum(pmf[:n]))
        return value


def row(model, theta, x, tx, T, horizon, rate, discounted_horizon, n, t):
    first = 1 if model == "mbgNbd" else 0
    exact = [mpf(value) for value in theta]
    tx_, T_, horizon_, t_ = mpf(tx), mpf(T), mpf(horizon), mpf(t)
    k = x + first
    alive, left = alive_part(exact, x, k, T_), left_part(exact, x, k, tx_)
    chance = alive / (alive + left)
    stays = exact[3] / (exact[2] + exact[3]) if first else 1
    values = {
        "logLikelihood": mp.log(alive + left),
        "probabilityAlive": chance,
        "expectedPurchases": chance * purchases_of_alive(exact, x, k, T_, horizon_),
        "discountedPurchases": chance * discounted_of_alive(exact, x, k, T_, rate, discounted_horizon),
        "newCustomerPurchases": stays * purchases_of_alive(exact, 0, first, mpf(0), horizon_),
        "purchaseCount": count_probability(exact, first, n, t_),
    }
    return {
        "model": model, "theta": theta, "x": x, "tx": tx, "T": T, "horizon": horizon, "discountRate": rate,
        "discountedHorizon": discounted_horizon, "count": n, "countHorizon": t,
        **{name: float(value) for name, value in values.items()},
    }  # fmt: skip


def nbd_row(theta, x, T, horizon, rate, discounted_horizon, n, t):
    r, alpha = map(mpf, theta)
    pace = (r + x) / (alpha + T)
    delta = mp.log1p(mpf(rate))
    value = 1 / delta if discounted_horizon is INFINITE else -mp.expm1(-delta * discounted_horizon) / delta
    z = t / (alpha + t)
    values = {
        "logLikelihood": mp.log(mp.rf(r, x) * alpha**r * (alpha + T) ** -(r + x)),
        "probabilityAlive": mpf(1),
        "expectedPurchases": pace * horizon,
        "discountedPurchases": pace * value,
        "newCustomerPurchases": r / alpha * horizon,
        "purchaseCount": mp.rf(r, n) / mp.factorial(n) * z**n * (1 - z) ** r,
    }
    return {
        "model": "nbd", "theta": theta, "x": x, "tx": 0.0 if x == 0 else T / 2, "T": T, "horizon": horizon,
        "discountRate": rate, "discountedHorizon": discounted_horizon, "count": n, "countHorizon": t,
        **{name: float(value) for name, value in values.items()},
    }  # fmt: skip


def spread(low, high):
    return 10 ** random.uniform(low, high)


def points():
    """Arguments that are ordinary, and each of them in turn at its extremes."""
    random.seed(20)
    nearly_one = [1.0, 1 + 1e-9, 1 - 1e-9, 1 + 1e-6, 1 - 1e-6, 1 + 1e-12]
    for i in range(130):
        model = ["bgNbd", "mbgNbd"][i % 2]
        r, alpha, a, b = spread(-1, 0.7), spread(-0.5, 1.5), spread(-0.7, 0.7), spread(-0.7, 1)
        T, x, horizon = spread(0, 2), random.choice([0, 0, 1, 2, 3, 8, 25]), spread(-1, 2.5)
        kind = i // 2 % 13
        if kind == 1:
            a = nearly_one[i // 26]
        if kind == 2:
            x = [100, 500, 1000, 2000, 5000][i // 26]
        if kind == 3:
            horizon = [1e-3, 1e-2, 1e3, 1e4, 1e5][i // 26]
        if kind == 4:
            # z = t / (alpha + T + t) up to 1 - 1e-12.
            alpha, T, x, horizon = 3e-8, [7e-8, 0.0, 5e-8, 1e-7, 1e-6][i // 26], 0, 1e5
        if kind == 5:
            alpha = T * [1e-8, 1e-4, 1e4, 1e8, 1e-2][i // 26]
        if kind == 6:
            r = [1e-3, 1e-2, 100.0, 1000.0, 5.0][i // 26]
        if kind == 7:
            b = [1e-6, 1e-3, 1e3, 1e6, 1e-2][i // 26]
            x = min(x, 1)
        if kind == 8:
            a = [1e-6, 1e-3, 100.0, 1e4, 1e-9][i // 26]
        if kind == 9:
            a, b = [(50.0, 70.0), (1e4, 3e4), (1e-3, 2e-3), (1e6, 1e5), (0.02, 300.0)][i // 26]
        if kind == 10:
            # Differences of the parameters of 2F1 that are integers, where the usual continuation fails.
            r, a, b = [(1.0, 1.0, 1.0), (0.5, 1.5, 2.0), (2.0, 2.0, 3.0), (1.5, 0.5, 1.0), (3.0, 1.0, 4.0)][i // 26]
            horizon = spread(2, 5)
        if kind == 11:
            x, T, horizon = random.choice([200, 1500]), spread(-3, 4), spread(-3, 5)
        if kind == 12:
            r, alpha, a, b = spread(-2, 2), spread(-4, 4), spread(-3, 3), spread(-3, 3)
            T, x, horizon = spread(-2, 4), random.choice([0, 1, 4, 60]), spread(-3, 5)
        tx = 0.0 if x == 0 else T * random.choice([1.0, 0.9, 0.99, 0.7, random.random()])
        rate = spread(-4, -0.5)
        n = random.choice([0, 1, 2, 5, 10, 40, 150])
        yield (
            model, [r, alpha, a, b], x, tx, T, horizon, rate,
            random.choice([INFINITE, horizon, spread(-1, 3)]), n, alpha / r * spread(-1, 2),
        )  # fmt: skip


mp.dps = DIGITS
rows = []
for point in points():
    rows.append(row(*point))
    assert all(mpmath.isfinite(value) for value in list(rows[-1].values())[10:]), rows[-1]
for i in range(24):
    r, alpha, T = spread(-3, 3), spread(-4, 4), spread(-2, 3)
    horizon, rate, t = spread(-3, 5), spread(-4, -0.5), alpha / r * spread(-1, 2)
    end = random.choice([INFINITE, horizon])
    rows.append(nbd_row([r, alpha], [0, 1, 30, 5000][i % 4], T, horizon, rate, end, random.choice([0, 1, 7, 90]), t))
text = ",\n    ".join(json.dumps(each) for each in rows)
target = Path(__file__).parent / "fixtures" / "stress.json"
target.write_text(
    f'{{\n  "mpmath": "{mpmath.__version__}", "digits": {DIGITS},\n  "rows": [\n    {text}\n  ]\n}}\n'
)
