"""Writes fixtures/fits.json: BG/NBD, MBG/NBD and NBD fits of two simulated data sets, by numpy and scipy.

    /usr/bin/python3 test/reference/value/bg/fits.py

The log-likelihoods are those of Fader, Hardie and Lee (2005) and of Batislam, Denizel and Filiztekin (2007), written with
log-gamma functions. scipy searches the maximum over the logarithms of the parameters, then Newton's steps polish it:
gradients by complex steps, which do not cancel, and the Hessian by central differences of gradients in the parameters.
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy.optimize import minimize
from scipy.special import loggamma

STEP = 1e-30


def simulate(model, seed, n, r, alpha, a, b, longest):
    """Customers whose times are whole days, as rows of x, tx, T and how many are alike."""
    generator = np.random.default_rng(seed)
    rows = []
    for _ in range(n):
        T = int(generator.integers(longest // 3, longest + 1))
        rate, leaves = generator.gamma(r, 1 / alpha), generator.beta(a, b)
        x, tx, t = 0, 0, 0.0
        gone = model == "mbgNbd" and generator.random() < leaves
        while not gone:
            t += generator.exponential(1 / rate)
            if t > T:
                break
            x, tx = x + 1, min(T, int(np.ceil(t)))
            gone = generator.random() < leaves
        rows.append((x, tx, T))
    kinds, counts = np.unique(np.array(rows), axis=0, return_counts=True)
    return np.column_stack([kinds, counts])


def log_beta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


def log_likelihood(model, parameters, rows):
    x, tx, T, count = rows.T.astype(float)
    r, alpha = parameters[:2]
    total = loggamma(r + x) - loggamma(r) + r * np.log(alpha) + 0j
    stayed = -(r + x) * np.log(alpha + T)
    if model == "nbd":
        return np.sum(count * (total + stayed))
    a, b = parameters[2:]
    if model == "mbgNbd":
        left = np.log(a) - np.log(b + x) - (r + x) * np.log(alpha + tx)
        return np.sum(count * (total + log_beta(a, b + x + 1) - log_beta(a, b) + stayed + np.log(1 + np.exp(left - stayed))))
    some = np.where(x > 0, x, 1)
    left = np.log(a) - np.log(b + some - 1) - (r + x) * np.log(alpha + tx)
    share = np.where(x > 0, np.exp(left - stayed), 0)
    return np.sum(count * (total + log_beta(a, b + x) - log_beta(a, b) + stayed + np.log(1 + share)))


def gradient(model, parameters, rows):
    result = []
    for i in range(len(parameters)):
        moved = parameters.astype(complex)
        moved[i] += 1j * STEP
        result.append(log_likelihood(model, moved, rows).imag / STEP)
    return np.array(result)


def hessian(model, parameters, rows):
    """Richardson's extrapolation of central differences with steps h and h / 2."""

    def differences(share):
        columns = []
        for i, value in enumerate(parameters):
            move = np.zeros(len(parameters))
            move[i] = value * share
            difference = gradient(model, parameters + move, rows) - gradient(model, parameters - move, rows)
            columns.append(difference / (2 * move[i]))
        return np.array(columns)

    matrix = (4 * differences(5e-4) - differences(1e-3)) / 3
    return (matrix + matrix.T) / 2


def fit(model, rows):
    size = 2 if model == "nbd" else 4
    start = np.log([0.5, 5, 1, 2])[:size]
    found = minimize(
        lambda logs: -log_likelihood(model, np.exp(logs), rows).real,
        start,
        jac=lambda logs: -gradient(model, np.exp(logs), rows) * np.exp(logs),
        method="BFGS",
        options={"gtol": 1e-6},
    )
    parameters = np.exp(found.x)
    for _ in range(6):
        parameters = parameters - np.linalg.solve(hessian(model, parameters, rows), gradient(model, parameters, rows))
    assert np.all(np.abs(gradient(model, parameters, rows) * parameters) < 1e-7)
    covariance = np.linalg.inv(-hessian(model, parameters, rows))
    return {
        "parameters": parameters.tolist(),
        "logLikelihood": float(log_likelihood(model, parameters, rows).real),
        "standardErrors": np.sqrt(np.diag(covariance)).tolist(),
        "covariance": covariance.tolist(),
    }


sets = [
    simulate("bgNbd", 11, 1500, 0.6, 12, 0.9, 2.1, 180),
    simulate("mbgNbd", 12, 2500, 1.4, 30, 0.5, 1.2, 365),
]
result = {
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "sets": [
        {"rows": rows.tolist(), "fits": {model: fit(model, rows) for model in ("nbd", "bgNbd", "mbgNbd")}} for rows in sets
    ],
}
for each in result["sets"]:
    print(len(each["rows"]), json.dumps(each["fits"]))
Path(__file__).with_name("fixtures").joinpath("fits.json").write_text(json.dumps(result) + "\n")
