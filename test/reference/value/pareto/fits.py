"""Fixture of Pareto/NBD fits of two seeded data sets: python3 fits.py

scipy finds the maximum of the likelihood in its textbook form (a difference of 2F1's), mpmath takes Newton's steps to it
with 40 digits. Standard errors are from the inverse of the observed information, whose second derivatives are
differences of those 40 digits. Nothing of it is shared with the library.
"""

import json
import os

import mpmath
import numpy as np
import scipy
from mpmath import mp, mpf
from scipy.optimize import minimize
from scipy.special import gammaln, hyp2f1

mp.dps = 40


def simulate(seed, n, r, alpha, s, beta, ages):
    """Customers whose times are whole; grouped, with counts."""
    random = np.random.default_rng(seed)
    rows = {}
    for _ in range(n):
        buying = random.gamma(r, 1 / alpha)
        leaving = random.gamma(s, 1 / beta)
        T = int(random.integers(ages[0], ages[1] + 1))
        end = min(T, random.exponential(1 / leaving))
        times = set()
        at = random.exponential(1 / buying)
        while at < end:
            times.add(int(np.ceil(at)))
            at += random.exponential(1 / buying)
        times.discard(0)
        tx = min(T, max(times)) if times else 0
        key = (len(times), tx, T)
        rows[key] = rows.get(key, 0) + 1
    return sorted((*key, count) for key, count in rows.items())


def log_likelihood(theta, rows, exact):
    """The sum over rows, of doubles or of mpmath's numbers."""
    r, alpha, s, beta = theta
    total = 0
    if not exact:
        x, tx, T, count = np.array(rows, dtype=float).T
        q = r + s + x
        if alpha >= beta:
            one = lambda t: hyp2f1(q, s + 1, q + 1, (alpha - beta) / (alpha + t)) * (alpha + t) ** -q
        else:
            one = lambda t: hyp2f1(q, r + x, q + 1, (beta - alpha) / (beta + t)) * (beta + t) ** -q
        inner = (alpha + T) ** -(r + x) * (beta + T) ** -s + s / q * (one(tx) - one(T))
        front = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
        return float(np.sum(count * (front + np.log(inner))))
    for x, tx, T, count in rows:
        q = r + s + x
        big, small, power = (alpha, beta, s + 1) if alpha >= beta else (beta, alpha, r + x)
        one = lambda t: mp.hyp2f1(q, power, q + 1, (big - small) / (big + t)) / (big + t) ** q
        inner = (alpha + T) ** -(r + x) * (beta + T) ** -s + s / q * (one(tx) - one(T))
        front = mp.loggamma(r + x) - mp.loggamma(r) + r * mp.log(alpha) + s * mp.log(beta)
        total += count * (front + mp.log(inner))
    return total


def derivatives(theta, rows):
    """Gradient and Hessian by central differences of steps 1e-9, whose error is about 1e-18."""
    f = lambda t: log_likelihood(t, rows, True)
    steps = [v * mpf(10) ** -9 for v in theta]

    def moved(*moves):
        at = list(theta)
        for i, sign in moves:
            at[i] += sign * steps[i]
        return f(at)

    middle = f(theta)
    gradient, hessian = mp.matrix(4, 1), mp.matrix(4, 4)
    up = [moved((i, 1)) for i in range(4)]
    down = [moved((i, -1)) for i in range(4)]
    for i in range(4):
        gradient[i] = (up[i] - down[i]) / (2 * steps[i])
        hessian[i, i] = (up[i] - 2 * middle + down[i]) / steps[i] ** 2
        for j in range(i):
            both = moved((i, 1), (j, 1)) - up[i] - up[j] + 2 * middle - down[i] - down[j] + moved((i, -1), (j, -1))
            hessian[i, j] = hessian[j, i] = both / (2 * steps[i] * steps[j])
    return middle, gradient, hessian


def fit(rows):
    rows = [tuple(int(v) for v in row) for row in rows]
    start = min(
        (
            minimize(
                lambda at: -log_likelihood(np.exp(at), rows, False),
                np.log(first),
                method="Nelder-Mead",
                options={"maxiter": 4000, "maxfev": 8000, "xatol": 1e-7, "fatol": 1e-9},
            )
            for first in ([1, 10, 1, 10], [0.5, 20, 0.5, 5])
        ),
        key=lambda result: result.fun,
    )
    theta = [mpf(float(v)) for v in np.exp(start.x)]
    for _ in range(6):
        value, gradient, hessian = derivatives(theta, rows)
        step = mp.lu_solve(hessian, -gradient)
        theta = [t + d for t, d in zip(theta, step)]
        size = max(abs(d / t) for t, d in zip(theta, step))
        print("step", mp.nstr(size, 5), flush=True)
        if size < mpf(10) ** -12:
            break
    value, gradient, hessian = derivatives(theta, rows)
    covariance = (-hessian) ** -1
    return {
        "parameters": [float(t) for t in theta],
        "logLikelihood": float(value),
        "standardErrors": [float(mp.sqrt(covariance[i, i])) for i in range(4)],
        "covariance": [[float(covariance[i, j]) for j in range(4)] for i in range(4)],
        "rows": rows,
    }


sets = [
    simulate(11, 500, 0.9, 9.0, 0.8, 14.0, (18, 26)),
    simulate(12, 700, 2.0, 12.0, 1.6, 20.0, (20, 24)),
]
fixture = {
    "mpmath": mpmath.__version__,
    "scipy": scipy.__version__,
    "numpy": np.__version__,
    "columns": ["x", "tx", "T", "count"],
    "fits": [fit(rows) for rows in sets],
}
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixtures", "fits.json")
with open(path, "w") as file:
    file.write(json.dumps(fixture) + "\n")
for each in fixture["fits"]:
    print(each["parameters"], each["standardErrors"], each["logLikelihood"], len(each["rows"]))
