"""Answers of models of purchases and their delta-method standard errors, with 40 digits, from the published formulas.

Expectations are the published closed forms with hypergeometric functions; discounted ones are quadratures of them.
Gradients are numerical derivatives at 40 digits. Run: python3 questions.py > fixtures/questions.json
"""

import json
import platform

import formulas as of
import mpmath as mp
from mpmath import exp, inf, mpf

Z = mp.sqrt(2) * mp.erfinv(mpf("0.95"))

PUBLISHED = [["1.576862e-4", "3.7063783e-3", "-8.78381e-5", "6.56533e-5"]]
PUBLISHED += [["3.7063783e-3", ".1430513", "-2.8655582e-3", ".0105224657"]]
PUBLISHED += [["-8.78381e-5", "-2.8655582e-3", ".0344911", ".1231937"]]
PUBLISHED += [["6.56533e-5", ".0105224657", ".1231937", ".4975054"]]


def alike(errors, correlation):
    """A covariance with these standard errors and one correlation: the answers only have to use it rightly."""
    e = [mpf(v) for v in errors]
    return [[e[i] * e[j] * (1 if i == j else mpf(correlation)) for j in range(len(e))] for i in range(len(e))]


MODELS = {
    "nbd": (["r", "alpha"], ["0.38476741", "12.07207588"], alike(["0.0118", "0.51"], "0.7")),
    "bgNbd": (["r", "alpha", "a", "b"], ["0.2425929071", "4.4135315587", "0.7928861449", "2.4257534241"],
              [[mpf(v) for v in row] for row in PUBLISHED]),
    "mbgNbd": (["r", "alpha", "a", "b"], ["0.5248379829", "6.1829920", "0.8913561574", "1.6139993423"],
               alike([".0832647", ".6956018", ".1547865", ".5374774"], "0.6")),
    "paretoNbd": (["r", "alpha", "s", "beta"], ["0.5532755", "10.5776122", "0.6062136", "11.6679110"],
                  alike([".0476286", ".8427233", ".1872769", "6.2109401"], "0.5")),
    "bgBb": (["alpha", "beta", "gamma", "delta"], ["1.2035223", "0.7497164", "0.6567182", "2.7834423"],
             alike([".0693914", ".0294477", ".0510098", ".3208187"], "0.4")),
}

PAST = [(0, "0", "38.86"), (1, "5.29", "30.29"), (2, "30.43", "38.86"), (26, "30.86", "31")]
PERIODS = [(0, 0, 6), (2, 3, 6), (6, 6, 6), (4, 9, 20)]

CASES = {
    "nbd": dict(alive=None, expected=of.nbd_expected, dert=None, new=lambda p, h: of.nbd_expected(p, 0, 0, 0, h),
                pmf=lambda p, t, k: of.nbd_pmf(*p, t, k)),
    "bgNbd": dict(alive=of.bg_alive, expected=of.bg_expected, dert=of.discounted(of.bg_expected), new=of.bg_new, pmf=of.bg_pmf),
    "mbgNbd": dict(alive=of.mbg_alive, expected=of.mbg_expected, dert=None, new=None, pmf=None),
    "paretoNbd": dict(alive=of.pareto_alive, expected=of.pareto_expected, new=of.pareto_new, pmf=None,
                      dert=lambda p, x, tx, T, d, h: of.pareto_dert(p, x, tx, T, d)),
    "bgBb": dict(alive=of.bgbb_alive, expected=lambda p, x, tx, n, h: of.bgbb_discounted(p, x, tx, n, 0, h), pmf=None,
                 dert=lambda p, x, tx, n, d, h: of.bgbb_discounted(p, x, tx, n, d, 1500),
                 new=lambda p, h: of.bgbb_discounted(p, 0, 0, 0, 0, h)),
}


def answer(f, p, cov, scale):
    value = f(p)
    step = mpf(10) ** -12

    def slope(i):
        up, down = list(p), list(p)
        up[i] += step
        down[i] -= step
        return (f(up) - f(down)) / (2 * step)

    g = [slope(i) for i in range(len(p))]
    error = mp.sqrt(sum(g[i] * cov[i][j] * g[j] for i in range(len(p)) for j in range(len(p))))
    if error == 0:
        ends = [value, value]
    elif scale == "log":
        ends = [value * exp(-Z * error / value), value * exp(Z * error / value)]
    else:
        w = Z * error / (value * (1 - value))
        ends = [1 / (1 + (1 - value) / value * exp(s * w)) for s in (1, -1)]
    return [mp.nstr(v, 17) for v in (value, ends[0], ends[1], error)]


def main():
    rows = []
    for model, (names, values, cov) in MODELS.items():
        p = [mpf(v) for v in values]
        case = CASES[model]
        fit = dict(model=model, parameters={n: float(v) for n, v in zip(names, values)}, converged=True,
                   covariance=[[float(v) for v in row] for row in cov])
        answers = []

        def add(question, f, scale, **asked):
            answers.append(dict(question=question, **asked, answer=answer(f, p, cov, scale)))

        horizon, rate = (5, 0.1) if model == "bgBb" else (39, 0.01)
        for x, tx, T in PERIODS if model == "bgBb" else PAST:
            at = (x, tx, T) if model == "bgBb" else (x, mpf(tx), mpf(T))
            row = dict(frequency=x, recency=float(tx), age=float(T))
            if case["alive"]:
                add("probabilityAlive", lambda q: case["alive"](q, *at), "logit", row=row)
            add("expectedPurchases", lambda q: case["expected"](q, *at, horizon), "log", row=row, horizon=horizon)
            if case["dert"] and (model != "bgNbd" or x == 2):
                d = mpf(rate)
                add("discountedExpectedPurchases", lambda q: case["dert"](q, *at, d, inf), "log", row=row,
                    discountRate=rate)
        if case["new"]:
            add("expectedPurchasesOfNewCustomer", lambda q: case["new"](q, horizon), "log", horizon=horizon)
        if case["pmf"]:
            for k in range(4):
                add("purchaseCountDistribution", lambda q: case["pmf"](q, horizon, k), "logit", horizon=horizon,
                    purchases=k)
            rest = lambda q: 1 - sum(case["pmf"](q, horizon, k) for k in range(4))
            add("purchaseCountDistribution", rest, "logit", horizon=horizon, purchases=4)
        rows.append(dict(fit=fit, answers=answers))
    print(json.dumps(dict(versions=dict(python=platform.python_version(), mpmath=mp.__version__), fits=rows), indent=1))


main()
