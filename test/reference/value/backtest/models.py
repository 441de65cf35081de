"""Purchase models from the published formulas: log-likelihood, conditional and unconditional expectation.

Fitted by Nelder-Mead and BFGS; expectations by scipy's 2F1, and by quadrature for the Pareto/NBD.
"""
import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln, betaln, hyp2f1


# x, tx, T in units of time; parameters as logarithms
def bg_ll(p, x, tx, T, m):
    r, al, a, b = np.exp(p)
    ln = gammaln(r + x) - gammaln(r) + r * np.log(al) + betaln(a, b + x + m) - betaln(a, b)
    first = -(r + x) * np.log(al + T)
    with np.errstate(divide="ignore"):
        gone = np.log(a) - np.log(b + x - 1 + m) - (r + x) * np.log(al + tx)
    if m == 0:
        gone = np.where(x > 0, gone, -np.inf)
    return ln + np.logaddexp(first, gone)


def bg_alive(p, x, tx, T, m):
    r, al, a, b = np.exp(p)
    if m == 0:
        odds = np.where(x > 0, a / np.maximum(b + x - 1, 1e-300) * ((al + T) / (al + tx)) ** (r + x), 0)
    else:
        odds = a / (b + x) * ((al + T) / (al + tx)) ** (r + x)
    return 1 / (1 + odds)


def bg_cet(p, x, tx, T, t, m):
    r, al, a, b = np.exp(p)
    bb = b + x + m
    z = t / (al + T + t)
    # Alive at T: the dropout probability is Beta(a, bb - m) for the BG/NBD and Beta(a, b + x + 1) for the MBG/NBD.
    return (a + bb - 1) / (a - 1) * (
        1 - ((al + T) / (al + T + t)) ** (r + x) * hyp2f1(r + x, bb, a + bb - 1, z)
    ) * bg_alive(p, x, tx, T, m)


def bg_new(p, t, m):
    r, al, a, b = np.exp(p)
    if m == 0:
        return (a + b - 1) / (a - 1) * (1 - (al / (al + t)) ** r * hyp2f1(r, b, a + b - 1, t / (al + t)))
    # Those who do not leave at once, b / (a + b) of all, are alive with Beta(a, b + 1).
    return b / (a - 1) * (1 - (al / (al + t)) ** r * hyp2f1(r, b + 1, a + b, t / (al + t)))


NODES, WEIGHTS = np.polynomial.legendre.leggauss(64)


def pareto_integral(p, x, tx, T):
    """s times the integral over the time of leaving between tx and T; and its ratio to the term of those who stay."""
    r, al, s, be = np.exp(p)
    u = (T - tx)[:, None] * (NODES + 1) / 2 + tx[:, None]
    logs = -(r + x)[:, None] * np.log((al + u) / (al + T)[:, None]) - (s + 1) * np.log(be + u) + s * np.log(be + T)[:, None]
    return s * (np.exp(logs) * WEIGHTS).sum(1) * (T - tx) / 2


def pareto_ll(p, x, tx, T):
    r, al, s, be = np.exp(p)
    stay = gammaln(r + x) - gammaln(r) + r * np.log(al) + s * np.log(be) - (r + x) * np.log(al + T) - s * np.log(be + T)
    return stay + np.log1p(pareto_integral(p, x, tx, T))


def pareto_cet(p, x, tx, T, t):
    r, al, s, be = np.exp(p)
    alive = 1 / (1 + pareto_integral(p, x, tx, T))
    return alive * (r + x) * (be + T) / ((al + T) * (s - 1)) * (1 - ((be + T) / (be + T + t)) ** (s - 1))


def pareto_new(p, t):
    r, al, s, be = np.exp(p)
    return r * be / (al * (s - 1)) * (1 - (be / (be + t)) ** (s - 1))


def nbd_ll(p, x, tx, T):
    r, al = np.exp(p)
    return gammaln(r + x) - gammaln(r) + r * np.log(al) - (r + x) * np.log(al + T)


MODELS = {
    "nbd": (
        nbd_ll,
        lambda p, x, tx, T, t: (np.exp(p[0]) + x) / (np.exp(p[1]) + T) * t,
        lambda p, t: np.exp(p[0] - p[1]) * t,
    ),
    "bgNbd": (lambda p, *a: bg_ll(p, *a, 0), lambda p, *a: bg_cet(p, *a, 0), lambda p, t: bg_new(p, t, 0)),
    "mbgNbd": (lambda p, *a: bg_ll(p, *a, 1), lambda p, *a: bg_cet(p, *a, 1), lambda p, t: bg_new(p, t, 1)),
    "paretoNbd": (pareto_ll, pareto_cet, pareto_new),
}


def fit(ll, x, tx, T):
    cost = lambda p: -ll(p, x, tx, T).sum() / len(x)
    at = np.log([0.5, 8.0] if ll is nbd_ll else [0.5, 8.0, 0.7, 5.0])
    for _ in range(3):
        at = minimize(cost, at, method="Nelder-Mead", options=dict(xatol=1e-9, fatol=1e-13, maxiter=4000)).x
        at = minimize(cost, at, method="BFGS", options=dict(gtol=1e-10)).x
    return at
