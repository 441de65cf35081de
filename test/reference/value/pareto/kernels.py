"""Fixture of the formulas of the Pareto/NBD model: python3 kernels.py

With 40 digits, by quadrature over the dropout time in another variable and with other panels than the library uses; a
part of the grid again by the hypergeometric forms of the literature, with as many digits as their cancellation needs.
Both have to agree to 25 digits, or nothing is written.
"""

import json
import os
import re

import mpmath
from mpmath import mp, mpf

from exact import (
    DIGITS,
    alive,
    by_hypergeometric,
    by_tricomi,
    discounted_time,
    log_likelihood,
    purchase_count,
    time_alive,
)

# Parameters: CDNOW's, the ends of their ranges, alpha and beta eight orders apart, s through 1.
THETAS = [
    (0.5534, 10.5802, 0.6061, 11.6562),
    (0.05, 0.5, 0.05, 0.5),
    (0.6, 12.0, 1e-6, 30.0),
    (0.6, 12.0, 64.0, 7721.0),
    (3.0, 40.0, 1.0, 25.0),
    (3.0, 40.0, 1 + 1e-9, 25.0),
    (3.0, 40.0, 1 - 1e-9, 25.0),
    (0.25, 1e-3, 0.8, 1e5),
    (0.25, 1e5, 0.8, 1e-3),
    (2.0, 1e-4, 3.0, 1e4),
    (2.0, 1e4, 3.0, 1e-4),
    (0.3, 5.0, 25.0, 3000.0),
    (500.0, 4000.0, 1.5, 60.0),
    (1e6, 2e7, 0.7, 12.0),
    (0.8, 20.0, 1e6, 5e8),
    (0.01, 1.0, 20.0, 2.0),
]
HISTORIES = [
    (0, 0.0, 0.0),
    (0, 0.0, 39.0),
    (1, 0.001, 0.001),
    (1, 20.0, 39.0),
    (2, 30.43, 38.86),
    (7, 3.5, 1000.0),
    (26, 30.86, 31.0),
    (200, 38.0, 40.0),
    (5000, 900.0, 1000.0),
    (5000, 1.0, 1e5),
    (40, 1e-3, 2000.0),
]
HORIZONS = [1e-3, 0.5, 39.0, 520.0, 1e5]
RATES = [1e-12, 1e-6, 0.0027, 0.1, 9.0, 1e6]


def exact(values):
    return [mpf(value) for value in values]


def main():
    customers, discounts, news, counts = [], [], [], []
    checked = 0
    for index, theta in enumerate(THETAS):
        t = exact(theta)
        for j, history in enumerate(HISTORIES):
            h = exact(history)
            horizon = HORIZONS[(index + j) % len(HORIZONS)]
            value, p = log_likelihood(*t, *h), alive(*t, *h)
            rate_now = p * (t[0] + h[0]) / (t[1] + h[2])
            purchases = rate_now * time_alive(t[2], t[3] + h[2], mpf(horizon))
            customers.append([*theta, *history, horizon, value, p, purchases])
            rate = RATES[(index + 2 * j) % len(RATES)]
            for end in (None, horizon):
                worth = rate_now * discounted_time(t[2], t[3] + h[2], mpf(rate), None if end is None else mpf(end))
                discounts.append([*theta, *history, rate, end, worth])
                if end is None:
                    other = rate_now * by_tricomi(t[2], t[3] + h[2], mpf(rate))
                    assert abs(worth / other - 1) < mpf(10) ** -25, (theta, history, rate, worth, other)
            if h[0] <= 26 and max(t) < 1e5 and max(t[1], t[3]) / min(t[1], t[3]) < 1e3:
                with mp.workdps(300):
                    other = by_hypergeometric(*t, *h)
                assert abs(value - other) < mpf(10) ** -25 * max(1, abs(value)), (theta, history, value, other)
                checked += 1
        for horizon in HORIZONS:
            news.append([*theta, horizon, t[0] / t[1] * time_alive(t[2], t[3], mpf(horizon))])
        for horizon, ks in ((0.5, (0, 1, 3)), (39.0, (0, 1, 2, 10, 300)), (1e5, (0, 1, 50, 5000))):
            for k in ks:
                value = purchase_count(*t, mpf(horizon), k)
                if value > mpf(10) ** -290:
                    counts.append([*theta, horizon, k, value])
        print(index, len(customers), len(discounts), len(counts), flush=True)
    print("checked against 2F1:", checked)
    round17 = lambda rows: [[float(v) if isinstance(v, mpf) else v for v in row] for row in rows]
    fixture = {
        "mpmath": mpmath.__version__,
        "digits": DIGITS,
        "customers": {
            "arguments": ["r", "alpha", "s", "beta", "x", "tx", "T", "horizon"],
            "values": ["logLikelihood", "probabilityAlive", "expectedPurchases"],
            "rows": round17(customers),
        },
        "discounted": {
            "arguments": ["r", "alpha", "s", "beta", "x", "tx", "T", "discountRate", "horizon (null: infinite)"],
            "values": ["discountedPurchases"],
            "rows": round17(discounts),
        },
        "newCustomers": {
            "arguments": ["r", "alpha", "s", "beta", "horizon"],
            "values": ["newCustomerPurchases"],
            "rows": round17(news),
        },
        "counts": {
            "arguments": ["r", "alpha", "s", "beta", "horizon", "k"],
            "values": ["probability"],
            "rows": round17(counts),
        },
    }
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixtures", "kernels.json")
    text = json.dumps(fixture, indent=1)
    # One row a line.
    text = re.sub(r"\[\s+((?:[^\[\]]|\n)*?)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m.group(1)) + "]", text)
    with open(path, "w") as file:
        file.write(text + "\n")


main()
