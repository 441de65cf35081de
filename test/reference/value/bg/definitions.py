"""The NBD, the BG/NBD and the MBG/NBD from their definitions, with mpmath's numbers; stress.py prints them.

A customer buys at rate lambda ~ Gamma(r, alpha) and leaves with probability p ~ Beta(a, b) at each of k chances (BG/NBD:
after each of the x repeats, k = x; MBG/NBD: after the first purchase, too, k = x + 1). Integrals over lambda and p are in
closed form, as beta and hypergeometric functions, with as many digits as their differences lose. The integral over time
of discounted purchases is numerical.
"""

import mpmath
from mpmath import mp, mpf

INFINITE = None


def positive_series(a, b, c, z):
    """(1 - z)^-a 2F1(a, c - b; c; z / (z - 1)), Pfaff's transformation: all terms are positive."""
    ratio = z / (z - 1)
    total = term = mpf(1)
    n = 0
    while term > mp.eps * total * (1 - ratio):
        term *= (a + n) * (c - b + n) / ((c + n) * (n + 1)) * ratio
        total += term
        n += 1
    return (1 - z) ** -a * total


def hyp2f1(a, b, c, z):
    """2F1 for z < 0: mpmath's choice of a method, or Pfaff's transformation, whose series always converges."""
    if c > 400 and abs(c - a) < 50:
        return (1 - z) ** -b * mp.hyp2f1(c - a, b, c, z / (z - 1), maxterms=10**7)
    if c > 400 and -z * a < 20000:
        return positive_series(a, b, c, z)
    try:
        return mp.hyp2f1(a, b, c, z)
    except mpmath.libmp.NoConvergence:
        return (1 - z) ** -b * mp.hyp2f1(c - a, b, c, z / (z - 1), maxterms=10**7)


def alive_part(theta, x, k, T):
    """(1 - p)^k lambda^x e^(-lambda T), averaged over p and lambda: those who never left."""
    r, alpha, a, b = theta
    return mp.beta(a, b + k) / mp.beta(a, b) * mp.rf(r, x) * alpha**r * (alpha + T) ** -(r + x)


def left_part(theta, x, k, tx):
    """p (1 - p)^(k - 1) lambda^x e^(-lambda tx): those who left at the last chance."""
    if k == 0:
        return mpf(0)
    r, alpha, a, b = theta
    return mp.beta(a + 1, b + k - 1) / mp.beta(a, b) * mp.rf(r, x) * alpha**r * (alpha + tx) ** -(r + x)


def is_concentrated(a, b):
    return a + b > 400 and min(a, b) > 40


def concentrated_mean(a, b, f):
    """E f(p) for p ~ Beta(a, b) with large a and b: over log(p / (1 - p)), 14 standard deviations to either side."""
    middle, width = mp.log(a / b), 14 * mp.sqrt(1 / a + 1 / b)

    def integrand(y):
        p, q = 1 / (1 + mp.exp(-y)), 1 / (1 + mp.exp(y))
        return mp.exp(a * mp.log(p) + b * mp.log(q) - log_beta) * f(p)

    log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
    return mp.quad(integrand, mp.linspace(middle - width, middle + width, 7), method="gauss-legendre", maxdegree=4)


def purchases_of_alive(theta, x, k, T, horizon):
    """E((1 - e^(-lambda p t)) / p) for lambda ~ Gamma(r + x, alpha + T) and p ~ Beta(a, b + k)."""
    r, alpha, a, b = theta
    B = b + k
    if is_concentrated(a, B):
        w = horizon / (alpha + T)
        return concentrated_mean(a, B, lambda p: (1 - (1 + p * w) ** -(r + x)) / p)
    with mp.workdps(120):
        if a == 1:
            a = a + mpf(10) ** -60
        F = hyp2f1(r + x, a - 1, a + B - 1, -horizon / (alpha + T))
        return (a + B - 1) / (a - 1) * (1 - F)


def pace(theta, x, k, T, u):
    """E(lambda e^(-lambda p u))."""
    r, alpha, a, b = theta
    w = u / (alpha + T)
    if is_concentrated(a, b + k):
        return (r + x) / (alpha + T) * concentrated_mean(a, b + k, lambda p: (1 + p * w) ** -(r + x + 1))
    return (r + x) / (alpha + T) * hyp2f1(r + x + 1, a, a + b + k, -w)


def discounted_of_alive(theta, x, k, T, rate, horizon):
    delta = mp.log1p(mpf(rate))
    scale = (theta[1] + T) / (theta[0] + x + 1)
    end = 60 / delta if horizon is INFINITE else min(mpf(horizon), 60 / delta)
    # Panels of equal length in log(1 + u / scale), in which the integrand changes slowly.
    span = mp.log1p(end / scale)
    panels = int(span / 1.5) + 1
    points = [span * i / panels for i in range(panels + 1)]
    with mp.workdps(25):
        return mp.quad(
            lambda v: scale * mp.exp(v - delta * scale * mp.expm1(v)) * pace(theta, x, k, T, scale * mp.expm1(v)),
            points,
            method="gauss-legendre",
            maxdegree=5,
        )


def count_probability(theta, first, n, t):
    r, alpha, a, b = theta
    with mp.workdps(500):
        z = t / (alpha + t)
        pmf = [mp.rf(r, j) / mp.factorial(j) * z**j * (1 - z) ** r for j in range(n + 1)]
        k = n + first
        value = mp.beta(a, b + k) / mp.beta(a, b) * pmf[n]
        if k > 0:
            value += mp.beta(a + 1, b + k - 1) / mp.beta(a, b) * (1 - mp.fsum(pmf[:n]))
        return value
