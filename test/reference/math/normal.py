"""Fixtures of normalCdf, normalQuantile, logGamma and stirlingError."""

import random

from mpmath import mp, mpf

from oracle import write

random.seed(20260101)


def cdf(z):
    return mp.erfc(-mpf(z) / mp.sqrt(2)) / 2


def quantile(p):
    p = mpf(p)
    if p > 0.5:
        return -quantile(1 - p)
    z = -mp.sqrt(-2 * mp.log(p)) if p < 0.1 else mpf(-1) / 2
    for _ in range(60):
        change = cdf(z) / mp.npdf(z) * mp.log(cdf(z) / p)
        z -= change
        if mp.fabs(change) < mpf(10) ** -45:
            return z
    raise ArithmeticError("no root")


def log_gamma(x):
    return mp.loggamma(mpf(x))


def stirling_error(n):
    n = mpf(n)
    return mp.loggamma(n + 1) - (n + 0.5) * mp.log(n) + n - mp.log(2 * mp.pi) / 2


levels = [0.5, 0.8, 0.9, 0.95, 0.975, 0.98, 0.99, 0.995, 0.999]
z_near = [random.uniform(-6, 6) for _ in range(250)] + [i / 8 for i in range(-48, 49)]
z_far = [random.uniform(-37, -6) for _ in range(150)] + list(range(-37, -6)) + [-37.5, 1e-5, -1e-9, -1e-300]
write("normalCdf", ["z"], [(z, cdf(z)) for z in z_near], [(z, cdf(z)) for z in z_far])

p_near = levels + [1 - p for p in levels] + [i / 200 for i in range(1, 200) if i != 100]
p_near += [random.random() for _ in range(150)] + [0.075, 0.925]
p_near += [10 ** random.uniform(-8, 0) for _ in range(60)]
p_near = [p for p in p_near if p != 0.5]
p_far = [10 ** random.uniform(-307, -8) for _ in range(150)] + [10.0 ** -k for k in range(10, 321, 10)]
p_far += [1 - 10 ** random.uniform(-15.5, -3) for _ in range(60)] + [0.5 + 2.0 ** -k for k in range(5, 53)]
p_far += [5e-324, 1e-323, 1e-322, 1e-320, 1e-310, 2.2250738585072014e-308, 1e-300, 1.3e-11, 1.4e-11]
write("normalQuantile", ["p"], [(p, quantile(p)) for p in p_near], [(p, quantile(p)) for p in p_far])

x_near = [random.uniform(0.05, 60) for _ in range(200)] + [i / 2 for i in range(1, 60) if i not in (2, 4)]
x_far = [zero + sign * 10 ** random.uniform(-15, -1) for zero in (1, 2) for sign in (-1, 1) for _ in range(40)]
x_far += [10 ** random.uniform(-300, -1) for _ in range(60)] + [10 ** random.uniform(2, 300) for _ in range(100)]
x_far = [x for x in x_far if x not in (1.0, 2.0)]
write("logGamma", ["x"], [(x, log_gamma(x)) for x in x_near], [(x, log_gamma(x)) for x in x_far])

n_near = list(range(1, 60)) + [random.uniform(1, 1000) for _ in range(150)]
n_far = [10 ** random.uniform(-300, 0) for _ in range(60)] + [10 ** random.uniform(-3, 0) for _ in range(60)]
n_far += [10 ** random.uniform(3, 14) for _ in range(80)]
with mp.workdps(80):
    write("stirlingError", ["n"], [(n, stirling_error(n)) for n in n_near], [(n, stirling_error(n)) for n in n_far])
