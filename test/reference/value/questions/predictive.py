"""Distributions of the purchases to come, with uncertain parameters: no simulation, but Gauss-Hermite quadrature over
the normal distribution of the logarithms of the parameters, and of the published probabilities given the parameters.
Run: python3 predictive.py > fixtures/predictive.json
"""

import itertools
import json
import platform

import numpy as np
import scipy
from scipy.special import betaln, gammaln

NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(9)
K = np.arange(400)


def grid(values, covariance):
    """Parameters and their weights."""
    values = np.array(values)
    if covariance is None:
        return values[None, :], np.ones(1)
    logs = np.array(covariance) / np.outer(values, values)
    points = np.array(list(itertools.product(NODES, repeat=len(values))))
    weights = np.array([np.prod(w) for w in itertools.product(WEIGHTS, repeat=len(values))])
    return values * np.exp(points @ np.linalg.cholesky(logs).T), weights / weights.sum()


def nbd(k, shape, rate, t):
    return np.exp(
        gammaln(shape + k) - gammaln(shape) - gammaln(k + 1) + shape * np.log(rate / (rate + t)) + k * np.log(t / (rate + t))
    )


def nbd_future(p, x, tx, T, h):
    return nbd(K, p[0] + x, p[1] + T, h)


def bg_future(p, x, tx, T, h):
    r, al, a, b = p
    alive = 1.0 if x == 0 else 1 / (1 + a / (b + x - 1) * ((al + T) / (al + tx)) ** (r + x))
    counts = nbd(K, r + x, al + T, h)
    before = np.concatenate([[0.0], np.cumsum(counts)[:-1]])
    b = b + x
    pmf = np.exp(betaln(a, b + K) - betaln(a, b)) * counts
    pmf[1:] += np.exp(betaln(a + 1, b + K[1:] - 1) - betaln(a, b)) * (1 - before[1:])
    pmf = alive * pmf
    pmf[0] += 1 - alive
    return pmf


NBD = dict(model="nbd", parameters=dict(r=0.385, alpha=12.07), converged=True)
BG = dict(model="bgNbd", parameters=dict(r=0.2425929071, alpha=4.4135315587, a=0.7928861449, b=2.4257534241), converged=True)
# The published covariance, and 8 times as much: that of an eighth of the customers.
SURE = [[1.576862e-4, 3.7063783e-3, -8.78381e-5, 6.56533e-5], [3.7063783e-3, 0.1430513, -2.8655582e-3, 0.0105224657],
        [-8.78381e-5, -2.8655582e-3, 0.0344911, 0.1231937], [6.56533e-5, 0.0105224657, 0.1231937, 0.4975054]]
CASES = [
    (NBD, None, (3, 20.0, 39.0), 39.0),
    (NBD, [[0.003, 0.06], [0.06, 6.0]], (3, 20.0, 39.0), 39.0),
    (BG, None, (26, 30.86, 31.0), 39.0),
    (BG, SURE, (26, 30.86, 31.0), 39.0),
    (BG, [[8 * v for v in row] for row in SURE], (26, 30.86, 31.0), 39.0),
    (BG, [[8 * v for v in row] for row in SURE], (2, 30.43, 38.86), 100.0),
    (BG, SURE, (0, 0.0, 38.86), 39.0),
]


def main():
    rows = []
    for fit, covariance, (x, tx, T), h in CASES:
        future = nbd_future if fit["model"] == "nbd" else bg_future
        thetas, weights = grid(list(fit["parameters"].values()), covariance)
        pmf = sum(w * future(p, x, tx, T, h) for p, w in zip(thetas, weights))
        cdf = np.cumsum(pmf)
        cdf = [float(f"{c:.8f}") for c in cdf[: int(np.searchsorted(cdf, 0.99999)) + 1]]
        fit = fit if covariance is None else dict(fit, covariance=covariance)
        rows.append(dict(fit=fit, row=dict(frequency=x, recency=tx, age=T), horizon=h, cdf=cdf))
    versions = dict(python=platform.python_version(), numpy=np.__version__, scipy=scipy.__version__)
    print(json.dumps(dict(versions=versions, cases=rows)))


main()
