"""The highest log-likelihoods that many searches with scipy find, of small data whose likelihood has several maxima.

Data are columns as the fits read them, with a count last; simulated or drawn at random, and kept because searches from
a few starts ended at a lower maximum. Each likelihood is the formula of the paper, written down here. Searches stay
in a box, so that where the maximum is at infinity they end a little below. Run: python3 maxima.py
"""

import json
import sys

import numpy as np
import scipy
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, logsumexp

# What the logarithms do not leave: so far out that the limit is near, and formulas with betaln keep their digits.
BOX = {"gammaGamma": 13, "bdw": 10, "bgBb": 10, "paretoNbd": 25}
NODES, WEIGHTS = np.polynomial.legendre.leggauss(400)


def gamma_gamma(columns):
    x, m, count = columns

    def value(logs):
        p, q, v = np.exp(logs)
        total = v + x * m
        one = p * x * np.log(x * m / total) + q * np.log(v / total) - betaln(p * x, q) - np.log(m)
        return np.sum(count * one)

    return value, 3


def bdw(columns):
    duration, churned, entry, count = columns

    def value(logs):
        alpha, beta, c = np.exp(logs)
        # Beyond, betaln has no digits left.
        if c * np.log(duration.max()) > np.log(1e12):
            return -np.inf

        def survival(t):
            return betaln(alpha, beta + t**c) - betaln(alpha, beta)

        before, after = survival(np.maximum(duration - 1, 0)), survival(duration)
        with np.errstate(divide="ignore", invalid="ignore"):
            left = before + np.log(-np.expm1(after - before))
        return np.sum(count * (np.where(churned == 1, left, after) - survival(entry)))

    return value, 3


def bg_bb(columns):
    x, tx, n, count = columns
    i = np.arange(int(np.max(n - tx)) + 1)[None, :]
    seen = i < (n - tx)[:, None]

    def value(logs):
        a, b, g, d = np.exp(logs)
        gone = betaln(a + x[:, None], b + (tx - x)[:, None] + i) + betaln(g + 1, d + tx[:, None] + i)
        gone = logsumexp(np.where(seen, gone, -np.inf), axis=1)
        stayed = betaln(a + x, b + n - x) + betaln(g, d + n)
        return np.sum(count * (np.logaddexp(gone, stayed) - betaln(a, b) - betaln(g, d)))

    return value, 4


def pareto_nbd(columns):
    x, tx, T, count = columns
    scale = T.max()

    def value(logs):
        r, alpha, s, beta = np.exp(logs) * [1, scale, 1, scale]
        # Time as a logarithm, from the smaller of alpha + tx and beta + tx on.
        near = min(alpha, beta) + tx
        y = np.log1p((T - tx) / near)[:, None] * (NODES[None, :] + 1) / 2
        u = tx[:, None] + near[:, None] * np.expm1(y)
        logs_u = -(r + x)[:, None] * np.log(alpha + u) - (s + 1) * np.log(beta + u) + y
        top = logs_u.max(axis=1)
        area = np.sum(np.exp(logs_u - top[:, None]) * WEIGHTS[None, :], axis=1) / 2 * np.log1p((T - tx) / near)
        with np.errstate(divide="ignore"):
            left = np.log(s) + top + np.log(near) + np.log(area)
        stayed = -(r + x) * np.log(alpha + T) - s * np.log(beta + T)
        front = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
        return np.sum(count * (front + np.logaddexp(left, stayed)))

    return value, 4


LIKELIHOODS = {"gammaGamma": gamma_gamma, "bdw": bdw, "bgBb": bg_bb, "paretoNbd": pareto_nbd}


def highest(model, rows, random):
    value, size = LIKELIHOODS[model]([np.array(column, float) for column in zip(*rows)])

    def objective(logs):
        found = -value(logs)
        return found if np.isfinite(found) else 1e300

    box = BOX[model]
    points = random.uniform(-0.7 * box, 0.7 * box, (1500, size))
    starts = points[np.argsort([objective(point) for point in points])[:40]]
    bounds = [(-box, box)] * size
    options = {"ftol": 1e-15, "gtol": 1e-9, "maxiter": 500}
    found = [minimize(objective, start, method="L-BFGS-B", bounds=bounds, options=options) for start in starts]
    return -min(result.fun for result in found)


def main():
    path = "fixtures/maxima.json"
    with open(path) as file:
        cases = json.load(file)["cases"]
    random = np.random.default_rng(1)
    for case in cases:
        case["logLikelihood"] = float(highest(case["model"], case["rows"], random))
    versions = {"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__}
    with open(path, "w") as file:
        json.dump({"versions": versions, "cases": cases}, file)
        file.write("\n")


main()
