"""Orders: the BG/NBD fitted by the simplex of Nelder and Mead, its forecast summed with the series of the 2F1 function."""

import math
from collections import defaultdict
from datetime import date
from statistics import fmean

from common import expect, percent, read, wilson

AS_OF = date(2025, 6, 30)


def summary(rows, end):
    """Of each customer: repeat purchases, weeks to the last, weeks to the end. A day's orders are one purchase."""
    days = defaultdict(set)
    for row in rows:
        if float(row["amount"]) >= 0 and date.fromisoformat(row["date"]) <= end:
            days[row["customer"]].add(date.fromisoformat(row["date"]))
    return {
        who: (len(own) - 1, (max(own) - min(own)).days / 7, ((end - min(own)).days) / 7) for who, own in days.items()
    }


def likelihood(customers, r, alpha, a, b):
    """The BG/NBD's log-likelihood, of Fader, Hardie and Lee (2005), equation 6."""
    total = 0.0
    for x, seen, age in customers:
        first = math.lgamma(b + x) - math.lgamma(b) + math.lgamma(a + b) - math.lgamma(a + b + x)
        common = math.lgamma(r + x) - math.lgamma(r) + r * math.log(alpha) + first
        alive = common - (r + x) * math.log(alpha + age)
        if x == 0:
            total += alive
            continue
        gone = common + math.log(a / (b + x - 1)) - (r + x) * math.log(alpha + seen)
        high = max(alive, gone)
        total += high + math.log(math.exp(alive - high) + math.exp(gone - high))
    return total


def simplex(goal, start, steps=4000):
    """Nelder and Mead's descent."""
    points = [list(start)] + [[value + (0.4 if i == j else 0) for j, value in enumerate(start)] for i in range(len(start))]
    ranked = sorted((goal(point), point) for point in points)
    for _ in range(steps):
        if ranked[-1][0] - ranked[0][0] < 1e-13 * abs(ranked[0][0]):
            break
        middle = [fmean(values) for values in zip(*(point for _, point in ranked[:-1]))]
        worst = ranked[-1][1]
        move = lambda by: [m + by * (m - w) for m, w in zip(middle, worst)]
        best = min((goal(move(by)), move(by)) for by in (1, 2, 0.5, -0.5))
        if best[0] < ranked[-1][0]:
            ranked[-1] = best
        else:
            low = ranked[0][1]
            shrunk = [[(p + q) / 2 for p, q in zip(point, low)] for _, point in ranked[1:]]
            ranked = [ranked[0]] + [(goal(point), point) for point in shrunk]
        ranked.sort()
    return ranked[0][1]


def hypergeometric(a, b, c, z):
    term = total = 1.0
    for k in range(100_000):
        term *= (a + k) * (b + k) / (c + k) / (k + 1) * z
        total += term
        if abs(term) < 1e-17 * abs(total):
            return total
    raise ArithmeticError("the series does not end")


def purchases(customer, weeks, r, alpha, a, b):
    """The BG/NBD's expected purchases in the weeks to come, equation 10 of the same paper."""
    x, seen, age = customer
    z = weeks / (alpha + age + weeks)
    series = hypergeometric(r + x, b + x, a + b + x - 1, z)
    future = (a + b + x - 1) / (a - 1) * (1 - ((alpha + age) / (alpha + age + weeks)) ** (r + x) * series)
    odds = a / (b + x - 1) * ((alpha + age) / (alpha + seen)) ** (r + x) if x > 0 else 0
    return future / (1 + odds)


def value():
    rows = read("orders.csv")
    kept = [row for row in rows if float(row["amount"]) >= 0]
    yield expect("paid.length", len(kept))
    yield expect("people", len({row["customer"] for row in kept}))
    spent = sum(round(100 * float(row["amount"])) for row in rows)
    yield expect("segments.segments.reduce((sum, { monetary }) => sum + monetary, 0)", spent / 100, None, 1e-9)
    yield expect("past.estimate", spent / 100 / len({row["customer"] for row in kept}), None, 1e-9)
    known = summary(rows, date(2024, 12, 31))
    customers = list(known.values())
    start = [math.log(value) for value in (0.5, 5.0, 0.5, 2.0)]
    found = simplex(lambda at: -likelihood(customers, *map(math.exp, at)), start)
    theta = [math.exp(part) for part in found]
    yield expect("test.n", len(customers))
    yield expect("test.fit.logLikelihood", likelihood(customers, *theta), None, 1e-9)
    for name, part in zip(("r", "alpha", "a", "b"), theta):
        yield expect(f"test.fit.parameters.{name}", part, None, 1e-4)
    weeks = (AS_OF - date(2024, 12, 31)).days / 7
    forecast = sum(purchases(customer, weeks, *theta) for customer in customers)
    yield expect("test.expected", forecast, None, 1e-5)
    days = {
        (row["customer"], row["date"]) for row in kept if row["date"] > "2024-12-31" and row["customer"] in known
    }
    yield expect("test.actual", len(days))
    repeated = sum(x > 0 for x, _, _ in summary(rows, AS_OF).values())
    yield expect("again.repeated", repeated)
    share, low, high = wilson(repeated, len(summary(rows, AS_OF)))
    yield expect("again.estimate", share, f"{percent(share)} ({percent(low)} to {percent(high)})")
