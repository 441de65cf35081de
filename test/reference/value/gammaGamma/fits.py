"""Gamma-Gamma fits of simulated customers by scipy, for test/reference/value/gammaGamma/fits.test.ts.

    /usr/bin/python3 test/reference/value/gammaGamma/fits.py > test/reference/value/gammaGamma/fixtures/fits.json

The published likelihood, minimised by Nelder and Mead's method; the zero of its gradient by scipy's root finder; standard
errors from central differences of the gradient.
"""
import json
import sys

import numpy as np
import scipy
from scipy.optimize import minimize, root
from scipy.special import gammaln, psi


def fit(x, m):
    def value(log):
        p, q, v = np.exp(log)
        a = p * x
        return -np.sum(gammaln(a + q) - gammaln(a) - gammaln(q) + q * np.log(v) + (a - 1) * np.log(m) + a * np.log(x)
                       - (a + q) * np.log(v + x * m))

    def gradient(log):
        p, q, v = np.exp(log)
        a, total = p * x, v + x * m
        by = [np.sum(x * (psi(a + q) - psi(a) + np.log(m) + np.log(x) - np.log(total))),
              np.sum(psi(a + q) - psi(q) + np.log(v) - np.log(total)), np.sum(q / v - (a + q) / total)]
        return -np.array(by) * np.exp(log)

    near = minimize(value, np.log([1, 2, np.median(m)]), method="Nelder-Mead", options={"maxiter": 5000, "maxfev": 5000})
    at = root(gradient, near.x, tol=1e-14).x
    step = 1e-5
    hessian = np.array([(gradient(at + step * e) - gradient(at - step * e)) / (2 * step) for e in np.eye(3)])
    theta = np.exp(at)
    covariance = np.linalg.inv((hessian + hessian.T) / 2) * np.outer(theta, theta)
    return {"parameters": theta.tolist(), "standardErrors": np.sqrt(np.diag(covariance)).tolist(),
            "covariance": covariance.tolist(), "logLikelihood": -value(at)}


fits = []
for seed, n, (p, q, v) in [(11, 250, (4.0, 3.0, 25.0)), (12, 300, (0.7, 6.0, 4000.0))]:
    random = np.random.default_rng(seed)
    x = 1 + random.geometric(0.35, n)
    m = np.round(random.gamma(p * x, 1 / (random.gamma(q, 1 / v, n) * x)), 2)
    x, m = x[m > 0].astype(float), m[m > 0]
    fits.append({"seed": seed, "x": x.astype(int).tolist(), "m": m.tolist(), **fit(x, m)})
made_by = f"fits.py, Python {sys.version.split()[0]}, numpy {np.__version__}, scipy {scipy.__version__}"
print(json.dumps({"madeBy": made_by, "fits": fits}))
