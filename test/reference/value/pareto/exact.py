"""The formulas of the Pareto/NBD model with mpmath, by quadrature over the logarithm of time, for kernels.py.

Each is the integral of its definition; by_hypergeometric and by_tricomi are the forms of the literature, to compare with.
"""

from mpmath import mp, mpf

DIGITS = 40
mp.dps = DIGITS


def bulk(log, low, high):
    """The part of [low, high] where exp(log) counts, for a function with one peak; and its peak."""
    left, right = low, high
    for _ in range(80):
        a, b = left + (right - left) / 3, right - (right - left) / 3
        if log(a) < log(b):
            left = a
        else:
            right = b
    peak = (left + right) / 2
    top = log(peak)

    def cut(inside, outside):
        if log(outside) > top - 95:
            return outside
        for _ in range(60):
            middle = (inside + outside) / 2
            if log(middle) > top - 95:
                inside = middle
            else:
                outside = middle
        return outside

    return cut(peak, low), peak, cut(peak, high)


def integral(log, low, high):
    """The integral of exp(log(w)) dw by Gauss-Legendre rules of growing degree on short panels."""
    low, peak, high = bulk(log, mpf(low), mpf(high))
    top = log(peak)
    total = mpf(0)
    for a, b in ((low, peak), (peak, high)):
        if b <= a:
            continue
        panels = max(6, int(mp.ceil((b - a) / 2)))
        edges = [a + (b - a) * i / panels for i in range(panels + 1)]
        part, error = mp.quad(lambda w: mp.exp(log(w) - top), edges, method="gauss-legendre", error=True)
        assert error <= mpf(10) ** -30 * max(part, mpf(10) ** -3), (error, part)
        total += part
    return total * mp.exp(top)


def gone(r, alpha, s, beta, x, tx, T):
    """s int_tx^T (alpha + u)^-(r + x) (beta + u)^-(s + 1) du, with u = tx + e^w."""
    if T == tx:
        return mpf(0)

    def log(w):
        u = tx + mp.exp(w)
        return w - (r + x) * mp.log(alpha + u) - (s + 1) * mp.log(beta + u)

    end = mp.log(T - tx)
    start = min(end, mp.log(alpha + tx) - mp.log(r + x + 1), mp.log(beta + tx) - mp.log(s + 1)) - 100
    return s * integral(log, start, end)


def stayed(r, alpha, s, beta, x, T):
    return (alpha + T) ** -(r + x) * (beta + T) ** -s


def log_likelihood(r, alpha, s, beta, x, tx, T):
    total = stayed(r, alpha, s, beta, x, T) + gone(r, alpha, s, beta, x, tx, T)
    return mp.loggamma(r + x) - mp.loggamma(r) + r * mp.log(alpha) + s * mp.log(beta) + mp.log(total)


def alive(r, alpha, s, beta, x, tx, T):
    return 1 / (1 + gone(r, alpha, s, beta, x, tx, T) / stayed(r, alpha, s, beta, x, T))


def time_alive(s, b, t):
    if s == 1:
        return b * mp.log(1 + t / b)
    return b / (s - 1) * (1 - (b / (b + t)) ** (s - 1))


def discounted_time(s, b, rate, horizon):
    delta = mp.log(1 + rate)

    def log(w):
        u = mp.exp(w)
        return w - s * mp.log(1 + u / b) - delta * u

    end = mp.log(200 / delta) if horizon is None else min(mp.log(200 / delta), mp.log(horizon))
    start = min(end, mp.log(b) - mp.log(s + 1), -mp.log(delta)) - 100
    return integral(log, start, end)


def purchase_count(r, alpha, s, beta, t, k):
    front = mp.exp(mp.loggamma(r + k) - mp.loggamma(r) - mp.loggamma(k + 1))
    still = (alpha / (alpha + t)) ** r * (t / (alpha + t)) ** k * (beta / (beta + t)) ** s

    def log(w):
        u = mp.exp(w)
        return (k + 1) * w - (r + k) * mp.log(alpha + u) - (s + 1) * mp.log(beta + u)

    end = mp.log(t)
    start = min(end, mp.log(alpha) - mp.log(r + k), mp.log(beta) - mp.log(s + 1)) - 100
    return front * (still + s * alpha**r * beta**s * integral(log, start, end))


def by_hypergeometric(r, alpha, s, beta, x, tx, T):
    """The likelihood of Fader and Hardie's note: A0 as a difference of 2F1."""
    q = r + s + x
    if alpha >= beta:
        one = lambda t: mp.hyp2f1(q, s + 1, q + 1, (alpha - beta) / (alpha + t)) / (alpha + t) ** q
    else:
        one = lambda t: mp.hyp2f1(q, r + x, q + 1, (beta - alpha) / (beta + t)) / (beta + t) ** q
    total = stayed(r, alpha, s, beta, x, T) + s / q * (one(tx) - one(T))
    return mp.loggamma(r + x) - mp.loggamma(r) + r * mp.log(alpha) + s * mp.log(beta) + mp.log(total)


def by_tricomi(s, b, rate):
    z = mp.log(1 + rate) * b
    return b * mp.exp(z) * mp.expint(s, z)
