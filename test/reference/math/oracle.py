"""High-precision distribution functions for the fixtures, on mpmath's arithmetic.

The incomplete beta and gamma functions are summed here as power series with positive terms only, in many more
digits than a double has, so that the values for large or very unequal parameters do not rest on mpmath's choice
of a method. selfCheck.py compares them with mpmath's own functions and with quadrature.
"""

import json
import math
import os

import mpmath
from mpmath import mp, mpf

DIGITS = 60
mp.dps = DIGITS


def beta_series(x, y, a, b):
    """I_x(a, b) = x^a y^b / (a B(a, b)) * sum of (a + b)_k / (a + 1)_k x^k."""
    n = a + b
    total = term = mpf(1)
    k = 0
    floor = mpf(10) ** (-mp.dps - 5)
    while term > total * floor:
        term *= (n + k) / (a + 1 + k) * x
        total += term
        k += 1
        if k > 400000:
            raise ArithmeticError("beta series does not converge")
    log_front = a * mp.log(x) + b * mp.log(y) - mp.log(a)
    log_front += mp.loggamma(n) - mp.loggamma(a) - mp.loggamma(b)
    return mp.exp(log_front) * total


def beta_cost(x, y, a, b):
    """Roughly how many terms beta_series needs."""
    first = x * (a + b) / (a + 1)
    peak = max(0, ((a + b) * x - a) / y)
    return peak + min(1 / y, 1 / (1 - first) if first < 1 else mp.inf) * mp.dps * 2.3


def beta_tails(x, y, a, b):
    """(I_x(a, b), I_y(b, a)) for x + y = 1. The cheaper series is summed, the other tail is what it lacks to 1,
    so the caller chooses a working precision that leaves DIGITS digits of the tail it needs."""
    a, b = mpf(a), mpf(b)
    if beta_cost(x, y, a, b) <= beta_cost(y, x, b, a):
        lower = beta_series(x, y, a, b)
        return lower, 1 - lower
    upper = beta_series(y, x, b, a)
    return 1 - upper, upper


def digits_for(probability):
    """The working precision at which a tail as small as this keeps DIGITS digits although it comes from 1 - …"""
    return DIGITS + 10 + int(max(0, -mp.log10(probability)))


def gamma_tails(x, a):
    """(P(a, x), Q(a, x)); P = x^a e^-x / Gamma(a + 1) * sum of x^k / (a + 1)_k."""
    x, a = mpf(x), mpf(a)
    # Above the mean the upper tail comes from 1 - lower, and is about exp(-(x - a - a log(x / a))).
    lost = (x - a - a * mp.log(x / a)) / 2.3 if x > a else 0
    with mp.workdps(DIGITS + 20 + int(lost)):
        total = term = mpf(1)
        k = 0
        floor = mpf(10) ** (-mp.dps - 5)
        while term > total * floor:
            term *= x / (a + 1 + k)
            total += term
            k += 1
        lower = mp.exp(a * mp.log(x) - x - mp.loggamma(a + 1)) * total
        return lower, 1 - lower


def root(tails, log_density, p, q, low, high):
    """The x with tails(x) = (p, q), bracketed by low and high: Newton's rule in log x, bisection where it strays.

    The function is the logarithm of the smaller tail against its target, so that a tail of 1e-300 counts;
    log_density is x times the density. The last step starts from a function value below 1e-20 and squares it."""
    low, high = mp.log(low), mp.log(high)
    u = (low + high) / 2
    for _ in range(2000):
        x = mp.exp(u)
        lower, upper = tails(x)
        tail = lower if p <= q else upper
        if tail <= 0:
            value, step = (mpf(-1) if p <= q else mpf(1)), mp.inf
        else:
            value = mp.log(lower / p) if p <= q else -mp.log(upper / q)
            step = -value * tail / log_density(x)
        if mp.fabs(value) < mpf(10) ** -20:
            return mp.exp(u + step)
        if value > 0:
            high = u
        else:
            low = u
        u = u + step if low < u + step < high else (low + high) / 2
    raise ArithmeticError("no root in the bracket")


def beta_log_density(x, y, a, b):
    """x times the density."""
    a, b = mpf(a), mpf(b)
    return mp.exp(a * mp.log(x) + (b - 1) * mp.log(y) + mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b))


def gamma_log_density(x, a):
    """x times the density."""
    return mp.exp(mpf(a) * mp.log(x) - x - mp.loggamma(mpf(a)))


def write(name, arguments, ordinary, extreme):
    """A fixture: rows of arguments (exact doubles) and the value, rounded once to a double."""

    def rows(points):
        lines = []
        for point in points:
            values = [float(v) for v in point]
            if all(math.isfinite(v) for v in values) and abs(values[-1]) > 2.3e-308:
                lines.append(json.dumps(values))
        return "[\n    " + ",\n    ".join(lines) + "\n  ]"

    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixtures")
    os.makedirs(folder, exist_ok=True)
    head = json.dumps(
        {"function": name, "arguments": arguments, "mpmath": mpmath.__version__, "digits": mp.dps}
    )[1:-1]
    with open(os.path.join(folder, name + ".json"), "w") as file:
        file.write("{\n  " + head)
        file.write(',\n  "ordinary": ' + rows(ordinary))
        file.write(',\n  "extreme": ' + rows(extreme) + "\n}\n")
