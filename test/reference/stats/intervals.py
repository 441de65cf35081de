"""Interval limits and p-values by definition, in 40-digit arithmetic, for test/reference/stats/intervals.test.ts.

Nothing here uses a closed form that the library uses: Tango's nuisance share maximises the likelihood directly, beta
quantiles are roots of the incomplete beta function, Wilson's limits are roots of the score equation, and p-values are
found by searching for the level at which the interval of the difference touches 0.

    python3 test/reference/stats/intervals.py > test/reference/stats/fixtures/intervals.json
"""

import json
from mpmath import beta, erfinv, mp, mpf, sqrt, hypot

mp.dps = 40
LEVELS = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]
CONTRASTS = [(1, 2, 3), (22, 60, 118), (0, 0, 10), (0, 10, 0), (10, 0, 0), (5, 0, 5), (0, 1, 0), (3, 1, 0),
             (1, 0, 40), (7, 12, 2), (447, 935, 1268), (2, 50000, 100000)]
SHARES = [(0, 1), (1, 1), (0, 20), (20, 20), (1, 29), (15, 148), (81, 263), (3, 7), (50, 100), (199, 200)]
PAIRS = [((22, 60, 118), (30, 70, 100)), ((1, 2, 3), (3, 2, 1)), ((0, 0, 10), (10, 0, 0)), ((5, 5, 5), (4, 5, 6)),
         ((447, 935, 1268), (300, 900, 1500)), ((0, 4, 0), (0, 3, 1))]
SHARE_PAIRS = [((56, 70), (48, 80)), ((9, 10), (3, 10)), ((7, 34), (1, 34)), ((0, 5), (4, 4)), ((10, 20), (9, 20)),
               ((300, 1000), (500, 1000))]


def root(f, low, high):
    """The sign change of a monotone function, by halving."""
    low, high = mpf(low), mpf(high)
    rising = f(high) > f(low)
    for _ in range(120):
        middle = (low + high) / 2
        if (f(middle) > 0) == rising:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def z_of(alpha):
    return sqrt(mpf(2)) * erfinv(1 - mpf(alpha))


def likeliest_negative_share(c, b, a, D):
    low, high = max(mpf(0), -D), (1 - D) / 2
    slope = lambda q: (c / (q + D) if c else 0) + (b / q if b else 0) - (2 * a / (1 - 2 * q - D) if a else 0)
    if high <= low:
        return low
    gap = (high - low) * mpf(10) ** -35
    if slope(low + gap) <= 0:
        return low
    if slope(high - gap) >= 0:
        return high
    return root(lambda q: -slope(q), low + gap, high - gap)


def tango(counts, z):
    b, a, c = counts
    n = a + b + c
    d = mpf(c - b) / n

    def excess(D):
        q = likeliest_negative_share(c, b, a, D)
        return (d - D) ** 2 - z * z * max(mpf(0), 2 * q + D - D * D) / n

    low = mpf(-1) if b == n else root(lambda D: -excess(D), -1, d)
    high = mpf(1) if c == n else root(excess, d, 1)
    return low, high


def wilson(x, n, z):
    p = mpf(x) / n
    excess = lambda t: (p - t) ** 2 - z * z * t * (1 - t) / n
    return (mpf(0) if x == 0 else root(lambda t: -excess(t), 0, p)), (mpf(1) if x == n else root(excess, p, 1))


def beta_series(x, a, b):
    """The power series of the incomplete beta function, all terms positive; fast below the mean."""
    term = total = mpf(1)
    k = 0
    while term > total * mpf(10) ** -40:
        term *= x * (a + b + k) / (a + 1 + k)
        total += term
        k += 1
    return x**a * (1 - x) ** b / (a * beta(a, b)) * total


def beta_cdf(x, a, b):
    a, b = mpf(a), mpf(b)
    return beta_series(x, a, b) if x <= a / (a + b) else 1 - beta_series(1 - x, b, a)


def beta_quantile(p, a, b):
    return root(lambda x: beta_cdf(x, a, b) - p, mpf(10) ** -40, 1 - mpf(10) ** -40)


def beta_interval(x, n, alpha, method):
    half = mpf(alpha) / 2
    if method == "clopperPearson":
        low = mpf(0) if x == 0 else beta_quantile(half, x, n - x + 1)
        return low, mpf(1) if x == n else 1 - beta_quantile(half, n - x, x + 1)
    low = mpf(0) if x == 0 else beta_quantile(half, x + 0.5, n - x + 0.5)
    return low, mpf(1) if x == n else 1 - beta_quantile(half, n - x + 0.5, x + 0.5)


def mover(dA, iA, dB, iB):
    return dA - dB - hypot(dA - iA[0], iB[1] - dB), dA - dB + hypot(iA[1] - dA, dB - iB[0])


def upper_tail(z):
    from mpmath import erfc
    return erfc(z / sqrt(mpf(2)))


def p_value(d, interval):
    if d == 0:
        return mpf(1)
    end = (lambda z: interval(z)[0]) if d > 0 else (lambda z: -interval(z)[1])
    return upper_tail(root(lambda z: -end(z), mpf(10) ** -9, 30))


def share(counts):
    return mpf(counts[2] - counts[0]) / sum(counts)


def main():
    out = {"madeBy": f"intervals.py, mpmath {__import__('mpmath').__version__}"}
    out["score"] = [[*c, level, *(float(100 * e) for e in tango(c, z_of(1 - mpf(level))))]
                    for c in CONTRASTS for level in LEVELS]
    out["wilson"] = [[x, n, level, *map(float, wilson(x, n, z_of(1 - mpf(level))))]
                     for x, n in SHARES for level in LEVELS]
    for method in ("clopperPearson", "jeffreys"):
        out[method] = [[x, n, level, *map(float, beta_interval(x, n, 1 - mpf(level), method))]
                       for x, n in SHARES for level in (0.8, 0.95, 0.999)]
    out["scoreDifference"] = []
    for a, b in PAIRS:
        interval = lambda z: mover(share(a), tango(a, z), share(b), tango(b, z))
        ends = [float(100 * e) for e in interval(z_of(mpf(1) - mpf(0.95)))]
        out["scoreDifference"].append([*a, *b, *ends, float(p_value(share(a) - share(b), interval))])
    out["wilsonDifference"] = []
    for (xA, nA), (xB, nB) in SHARE_PAIRS:
        pA, pB = mpf(xA) / nA, mpf(xB) / nB
        interval = lambda z: mover(pA, wilson(xA, nA, z), pB, wilson(xB, nB, z))
        ends = [float(e) for e in interval(z_of(mpf(1) - mpf(0.95)))]
        out["wilsonDifference"].append([xA, nA, xB, nB, *ends, float(p_value(pA - pB, interval))])
    lines = [f'  "{key}": ' + ("[\n" + ",\n".join("    " + json.dumps(r) for r in v) + "\n  ]"
                               if isinstance(v, list) else json.dumps(v)) for key, v in out.items()]
    print("{\n" + ",\n".join(lines) + "\n}")


main()
