"""The published formulas of models of purchases, with mpmath. p are the parameters, T the age, tx the recency."""

import mpmath as mp
from mpmath import beta, exp, gamma, hyp2f1, hyperu, inf, log, mpf, quad

mp.mp.dps = 40


# NBD: Ehrenberg (1959)
def nbd_alive(p, x, tx, T):
    return mpf(1)


def nbd_expected(p, x, tx, T, h):
    r, a = p
    return (r + x) / (a + T) * h


def nbd_pmf(r, a, t, k):
    return gamma(r + k) / gamma(r) / gamma(k + 1) * (a / (a + t)) ** r * (t / (a + t)) ** k


# BG/NBD: Fader, Hardie and Lee (2005), and their note 021
def bg_alive(p, x, tx, T):
    r, al, a, b = p
    if x == 0:
        return mpf(1)
    return 1 / (1 + a / (b + x - 1) * ((al + T) / (al + tx)) ** (r + x))


def bg_expected(p, x, tx, T, h):
    r, al, a, b = p
    f = hyp2f1(r + x, b + x, a + b + x - 1, h / (al + T + h))
    e = (a + b + x - 1) / (a - 1) * (1 - ((al + T) / (al + T + h)) ** (r + x) * f)
    return e * bg_alive(p, x, tx, T)


def bg_new(p, h):
    r, al, a, b = p
    return (a + b - 1) / (a - 1) * (1 - (al / (al + h)) ** r * hyp2f1(r, b, a + b - 1, h / (al + h)))


def bg_pmf(p, t, k):
    r, al, a, b = p
    first = beta(a, b + k) / beta(a, b) * nbd_pmf(r, al, t, k)
    if k == 0:
        return first
    return first + beta(a + 1, b + k - 1) / beta(a, b) * (1 - sum(nbd_pmf(r, al, t, j) for j in range(k)))


# MBG/NBD: Batislam, Denizel and Filiztekin (2007)
def mbg_alive(p, x, tx, T):
    r, al, a, b = p
    return 1 / (1 + a / (b + x) * ((al + T) / (al + tx)) ** (r + x))


def mbg_expected(p, x, tx, T, h):
    r, al, a, b = p
    f = hyp2f1(r + x, b + x + 1, a + b + x, h / (al + T + h))
    e = (a + b + x) / (a - 1) * (1 - ((al + T) / (al + T + h)) ** (r + x) * f)
    return e * mbg_alive(p, x, tx, T)


# Pareto/NBD: Schmittlein, Morrison and Colombo (1987); Fader and Hardie (2005)
def pareto_alive(p, x, tx, T):
    r, al, s, be = p
    q = r + s + x
    big, small, other = (al, be, s + 1) if al >= be else (be, al, r + x)
    part = lambda t: hyp2f1(q, other, q + 1, (big - small) / (big + t)) / (big + t) ** q
    return 1 / (1 + s / q * (al + T) ** (r + x) * (be + T) ** s * (part(tx) - part(T)))


def pareto_rate(p, x, tx, T):
    r, al, s, be = p
    return pareto_alive(p, x, tx, T) * (r + x) / (al + T)


def pareto_expected(p, x, tx, T, h):
    r, al, s, be = p
    return pareto_rate(p, x, tx, T) * (be + T) / (s - 1) * (1 - ((be + T) / (be + T + h)) ** (s - 1))


def pareto_new(p, h):
    r, al, s, be = p
    return r * be / al / (s - 1) * (1 - (be / (be + h)) ** (s - 1))


def pareto_dert(p, x, tx, T, d):
    # integral of ((b + T)/(b + T + u))^s e^(-delta u) du = (b + T) U(1, 2 - s, delta (b + T))
    s, be = p[2], p[3]
    delta = log(1 + d)
    return pareto_rate(p, x, tx, T) * (be + T) * hyperu(1, 2 - s, delta * (be + T))


# BG/BB: Fader, Hardie and Shang (2010)
def bgbb_like(p, x, tx, n):
    a, b, c, d = p
    first = beta(a + x, b + n - x) * beta(c, d + n)
    return (first + sum(beta(a + x, b + tx - x + i) * beta(c + 1, d + tx + i) for i in range(n - tx))) / (
        beta(a, b) * beta(c, d)
    )


def bgbb_alive(p, x, tx, n):
    a, b, c, d = p
    top = beta(a + x, b + n - x) / beta(a, b) * beta(c, d + n + 1) / beta(c, d)
    return top / bgbb_like(p, x, tx, n)


def bgbb_discounted(p, x, tx, n, rate, h):
    a, b, c, d = p
    buys = beta(a + x + 1, b + n - x) / beta(a, b)
    stays = sum(beta(c, d + n + k) / (1 + rate) ** k for k in range(1, h + 1)) / beta(c, d)
    return buys * stays / bgbb_like(p, x, tx, n)


def discounted(expected):
    """delta times the integral of e^(-delta u) E(u), or up to a horizon h with e^(-delta h) E(h) added."""

    def value(p, x, tx, T, d, h):
        delta = log(1 + d)
        part = delta * quad(lambda u: exp(-delta * u) * expected(p, x, tx, T, u), [0, 1, 10, 100, 1000, h])
        return part if h == inf else part + exp(-delta * h) * expected(p, x, tx, T, h)

    return value
