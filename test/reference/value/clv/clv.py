"""CLV of the CDNOW sample, computed without the library: parameters, customers, totals, and the delta method's total.

Run from the top of the repository, with the data folder beside it:

    /usr/bin/python3 test/reference/value/clv/clv.py ../shared/data/cdnow-sample-transactions.csv \
        > test/reference/value/clv/fixtures/clv.json

Exact dates, orders of a day merged, weeks = days / 7, observed to 1997-09-30. Only derived numbers are printed.
"""
import csv
import datetime
import json
import sys

import mpmath
import numpy
import scipy
from scipy.optimize import minimize

from models import NODES, WEIGHTS, BgNbd, ParetoNbd, expected_spend, spend_likelihood

END = datetime.date(1997, 9, 30)
WEEKLY = 1.15 ** (1 / 52) - 1


def customers(path):
    days = {}
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            day = datetime.date.fromisoformat(row["at"])
            if day <= END:
                own = days.setdefault(row["customerId"], {})
                own[day] = own.get(day, 0.0) + float(row["amount"])
    table = []
    for who, own in days.items():
        dates = sorted(own)
        x = len(dates) - 1
        spend = sum(own[day] for day in dates[1:]) / x if x else 0.0
        table.append((who, x, (dates[-1] - dates[0]).days / 7, (END - dates[0]).days / 7, spend))
    return [row[0] for row in table], *(numpy.array([row[i] for row in table], float) for i in range(1, 5))


def panels(low, high, count):
    """Nodes and weights of Gauss and Legendre's rule on each of `count` pieces."""
    edges = numpy.linspace(low, high, count + 1)
    half = (edges[1:] - edges[:-1])[:, None] / 2
    middle = (edges[1:] + edges[:-1])[:, None] / 2
    return (middle + half * NODES).ravel(), (half * WEIGHTS).ravel()


def integral(f, rate, horizon):
    """The integral of e^(-rate u) f(u); for ever is until e^(-rate u) is 1e-20, in panels that grow with u."""
    if horizon is not None:
        nodes, weights = panels(0, horizon, 2)
    else:
        y, weights = panels(0, numpy.log1p(46 / rate), 12)
        nodes, weights = numpy.expm1(y), weights * numpy.exp(y)
    return sum(w * numpy.exp(-rate * u) * f(u) for u, w in zip(nodes, weights))


def gradient(f, at, step=1e-3):
    """Central differences, twice extrapolated."""
    def at_step(h):
        return numpy.array([(f(at + h * e) - f(at - h * e)) / (2 * h) for e in numpy.eye(len(at))])
    rows = [at_step(step / 2 ** k) for k in range(3)]
    first = [(4 * rows[k + 1] - rows[k]) / 3 for k in range(2)]
    return (16 * first[1] - first[0]) / 15


def hessian(f, at):
    size = len(at)
    return numpy.array([gradient(lambda y, i=i: gradient(f, y)[i], at, 4e-2) for i in range(size)]).reshape(size, size)


def fit(likelihood, start):
    """Logarithms of the parameters at the maximum, and their covariance."""
    def minus(y):
        return -numpy.sum(likelihood(numpy.exp(y)))
    at = minimize(minus, numpy.log(start), method="Nelder-Mead", options={"xatol": 1e-7, "fatol": 1e-9, "maxiter": 5000}).x
    for _ in range(4):
        information = hessian(minus, at)
        at = at - numpy.linalg.solve(information, gradient(minus, at))
    return at, numpy.linalg.inv(hessian(minus, at)), -minus(at)


def record(names, at, covariance, value):
    natural = numpy.exp(at)
    return {
        "parameters": dict(zip(names, natural)),
        "standardErrors": dict(zip(names, natural * numpy.sqrt(numpy.diag(covariance)))),
        "logLikelihood": value,
    }


def main(path):
    ids, x, tx, T, m = customers(path)
    repeat = x > 0
    spend_at, spend_cov, spend_value = fit(lambda theta: spend_likelihood(theta, x[repeat], m[repeat]), [6, 4, 15])
    chosen = [0, 1, 2, int(numpy.argmax(x)), int(numpy.argmax(m)), int(numpy.argmax(T - tx))]
    chosen += list(range(100, len(ids), 250))
    cases = []
    delta = numpy.log1p(WEEKLY)
    fits = {
        "bgNbd": (BgNbd, *fit(lambda theta: BgNbd.likelihood(theta, x, tx, T), [0.24, 4.4, 0.8, 2.4])),
        "paretoNbd": (ParetoNbd, *fit(lambda theta: ParetoNbd.likelihood(theta, x, tx, T), [0.55, 10.6, 0.6, 11.7])),
    }
    for name, horizon in [("bgNbd", 52), ("bgNbd", None), ("paretoNbd", 39), ("paretoNbd", None)]:
        model, at, cov, value = fits[name]

        def discounted(y):
            theta = numpy.exp(y)
            return integral(lambda u: model.rate(theta, x, tx, T, u), delta, horizon)

        future = discounted(at)

        def worth(both):
            # What does not move is not computed again.
            bought = future if numpy.array_equal(both[:len(at)], at) else discounted(both[:len(at)])
            each = bought * expected_spend(numpy.exp(both[len(at):]), x, m)
            return numpy.append(each, numpy.sum(each))

        both = numpy.concatenate([at, spend_at])
        joint = numpy.block([[cov, numpy.zeros((len(at), 3))], [numpy.zeros((3, len(at))), spend_cov]])
        each = worth(both)
        slopes = gradient(lambda y: numpy.log(worth(y)), both)
        errors = each * numpy.sqrt(numpy.einsum("in,ij,jn->n", slopes, joint, slopes))
        for i in chosen[:3]:
            exact = mpmath.quad(lambda u: mpmath.exp(-delta * u) * model.exact_rate(numpy.exp(at), x[i], tx[i], T[i], u),
                                [0, 10, horizon] if horizon else [0, 10, 100, 1000, 10_000, 20_000])
            assert abs(future[i] / float(exact) - 1) < 1e-10, (name, horizon, ids[i], future[i], exact)
        cases.append({
            "model": name,
            "horizon": horizon,
            "purchaseFit": record(model.names, at, cov, value),
            "customers": [{
                "customerId": ids[i],
                "frequency": x[i],
                "probabilityAlive": model.alive(numpy.exp(at), x, tx, T)[i],
                "expectedPurchases": None if horizon is None else
                integral(lambda u: model.rate(numpy.exp(at), x, tx, T, u), 0, horizon)[i],
                "discountedPurchases": future[i],
                "expectedSpend": expected_spend(numpy.exp(spend_at), x, m)[i],
                "estimate": each[i],
                "standardError": errors[i],
            } for i in chosen],
            "total": {"estimate": each[-1], "standardError": errors[-1]},
        })
    print(json.dumps({
        "madeBy": f"numpy {numpy.__version__}, scipy {scipy.__version__}, mpmath {mpmath.__version__}",
        "discountRate": WEEKLY,
        "n": len(ids),
        "spendFit": record(["p", "q", "v"], spend_at, spend_cov, spend_value),
        "cases": cases,
    }, indent=2))


main(sys.argv[1])
