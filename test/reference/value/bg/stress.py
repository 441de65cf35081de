"""Writes fixtures/stress.json: the BG/NBD, the MBG/NBD and the NBD at extreme arguments, by mpmath.

    /usr/bin/python3 test/reference/value/bg/stress.py

definitions.py has the formulas.
"""

import json
import random
from pathlib import Path

import mpmath
from definitions import INFINITE, alive_part, count_probability, discounted_of_alive, left_part, purchases_of_alive
from mpmath import mp, mpf

DIGITS = 40


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
