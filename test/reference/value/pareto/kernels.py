"""Fixture of the formulas of the Pareto/NBD model: python3 kernels.py

With 40 digits, by quadrature over the dropout time in another variable and with other panels than the library
uses; a part of the grid again by the hypergeometric forms of the literature, with as many digits as their cancellation
needs. Both have to agree to 25 digits, or nothing is written.
"""

import json
import os
import re

import mpmath
from mpmath import mp, mpf

DIGITS = 40
mp.dps = DIGITS


def bulk(log, low, high):
    """The part of [low, high] where exp(log) counts, for a function with one peak; and its peak."""
    left, right = low, high
    for _ in range(80):
        a, b = left + (right - left) / 3, right - (right - left) / 3
        if log(a) < log(b):
            left = a
        else:
            right = b
    peak = (left + right) / 2
    top = log(peak)

    def cut(inside, outside):
        if log(outside) > top - 95:
            return outside
        for _ in range(60):
            middle = (inside + outside) / 2
            if log(middle) > top - 95:
                inside = middle
            else:
                outside = middle
        return outside

    return cut(peak, low), peak, cut(peak, high)


def integral(log, low, high):
    """The integral of exp(log(w)) dw by Gauss-Legendre rules of growing degree on short panels."""
    low, peak, high = bulk(log, mpf(low), mpf(high))
    top = log(peak)
    total = mpf(0)
    for a, b in ((low, peak), (peak, high)):
        if b <= a:
            continue
        panels = max(6, int(mp.ceil((b - a) / 2)))
        edges = [a + (b - a) * i / panels for i in range(panels + 1)]
        part, error = mp.quad(lambda w: mp.exp(log(w) - top), edges, method="gauss-legendre", error=True)
        assert error <= mpf(10) ** -30 * max(part, mpf(10) ** -3), (error, part)
        total += part
    return total * mp.exp(top)


def gone(r, alpha, s, beta, x, tx, T):
    """s int_tx^T (alpha + u)^-(r + x) (beta + u)^-(s + 1) du, with u = tx + e^w."""
    if T == tx:
        return mpf(0)

    def log(w):
        u = tx + mp.exp(w)
        return w - (r + x) * mp.log(alpha + u) - (s + 1) * mp.log(beta + u)

    end = mp.log(T - tx)
    start = min(end, mp.log(alpha + tx) - mp.log(r + x + 1), mp.log(beta + tx) - mp.log(s + 1)) - 100
    return s * integral(log, start, end)


def stayed(r, alpha, s, beta, x, T):
    return (alpha + T) ** -(r + x) * (beta + T) ** -s


def log_likelihood(r, alpha, s, beta, x, tx, T):
    total = stayed(r, alpha, s, beta, x, T) + gone(r, alpha, s, beta, x, tx, T)
    return mp.loggamma(r + x) - mp.loggamma(r) + r * mp.log(alpha) + s * mp.log(beta) + mp.log(total)


def alive(r, alpha, s, beta, x, tx, T):
    return 1 / (1 + gone(r, alpha, s, beta, x, tx, T) / stayed(r, alpha, s, beta, x, T))


def time_alive(s, b, t):
    if s == 1:
        return b * mp.log(1 + t / b)
    return b / (s - 1) * (1 - (b / (b + t)) ** (s - 1))


def discounted_time(s, b, rate, horizon):
    delta = mp.log(1 + rate)

    def log(w):
        u = mp.exp(w)
        return w - s * mp.log(1 + u / b) - delta * u

    end = mp.log(200 / delta) if horizon is None else min(mp.log(200 / delta), mp.log(horizon))
    start = min(end, mp.log(b) - mp.log(s + 1), -mp.log(delta)) - 100
    return integral(log, start, end)


def purchase_count(r, alpha, s, beta, t, k):
    front = mp.exp(mp.loggamma(r + k) - mp.loggamma(r) - mp.loggamma(k + 1))
    still = (alpha / (alpha + t)) ** r * (t / (alpha + t)) ** k * (beta / (beta + t)) ** s

    def log(w):
        u = mp.exp(w)
        return (k + 1) * w - (r + k) * mp.log(alpha + u) - (s + 1) * mp.log(beta + u)

    end = mp.log(t)
    start = min(end, mp.log(alpha) - mp.log(r + k), mp.log(beta) - mp.log(s + 1)) - 100
    return front * (still + s * alpha**r * beta**s * integral(log, start, end))


def by_hypergeometric(r, alpha, s, beta, x, tx, T):
    """The likelihood of Fader and Hardie's note: A0 as a difference of 2F1."""
    q = r + s + x
    if alpha >= beta:
        one = lambda t: mp.hyp2f1(q, s + 1, q + 1, (alpha - beta) / (alpha + t)) / (alpha + t) ** q
    else:
        one = lambda t: mp.hyp2f1(q, r + x, q + 1, (beta - alpha) / (beta + t)) / (beta + t) ** q
    total = stayed(r, alpha, s, beta, x, T) + s / q * (one(tx) - one(T))
    return mp.loggamma(r + x) - mp.loggamma(r) + r * mp.log(alpha) + s * mp.log(beta) + mp.log(total)


def by_tricomi(s, b, rate):
    z = mp.log(1 + rate) * b
    return b * mp.exp(z) * mp.expint(s, z)


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
    path = os.path.join(os.path.dirname(__file__), "fixtures", "kernels.json")
    text = json.dumps(fixture, indent=1)
    # One row a line.
    text = re.sub(r"\[\s+((?:[^\[\]]|\n)*?)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m.group(1)) + "]", text)
    with open(path, "w") as file:
        file.write(text + "\n")


main()
