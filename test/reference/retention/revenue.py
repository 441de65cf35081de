"""Recurring revenue of a made-up subscription table, computed by looking at every customer at every boundary.

Writes fixtures/revenue.json: the table (seeded), the monthly movements in three zones, and gross and net retention and
the quick ratio of one quarter with the delta-method standard error; their intervals by the studentized bootstrap, worked
here from its definition, and for the quick ratio scipy's BCa.

    python3 test/reference/retention/revenue.py
"""

import json
import math
import random
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy
import scipy
from scipy.stats import bootstrap

HOUR = timedelta(hours=1)
UTC = timezone.utc


def start_of(day, zone):
    """The first whole hour at which the zone shows this date or a later one."""
    at = datetime(day.year, day.month, day.day, tzinfo=UTC) - 15 * HOUR
    while at.astimezone(ZoneInfo(zone)).date() < day:
        at += HOUR
    return at


def made_up(seed):
    draw = random.Random(seed)
    rows = []
    first = datetime(2018, 1, 1, tzinfo=UTC)
    for _ in range(420):
        start = first + HOUR * draw.randrange(24 * 600)
        if draw.random() < 0.3:  # at the very start of a month
            start = datetime(2018 + draw.randrange(2), 1 + draw.randrange(12), 1, draw.choice([0, 2, 3]), tzinfo=UTC)
        end = None
        if draw.random() < 0.7:
            end = start + timedelta(days=draw.choice([0, 5, 20, 31, 60, 90, 200]))
        row = {"customerId": f"c{draw.randrange(160)}", "mrr": draw.choice([0, 900, 1900, 2900, 4900, 9900])}
        if draw.random() < 0.4:  # civil dates
            row["startedAt"] = start.date().isoformat()
            row["endedAt"] = end.date().isoformat() if end else None
        else:
            row["startedAt"] = start.isoformat().replace("+00:00", "Z")
            row["endedAt"] = end.isoformat().replace("+00:00", "Z") if end else None
        rows.append(row)
    return rows


def instant(text, zone):
    if text is None:
        return datetime.max.replace(tzinfo=UTC)
    if len(text) == 10:
        return start_of(date.fromisoformat(text), zone)
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def placed(rows, zone):
    return [(r["customerId"], instant(r["startedAt"], zone), instant(r["endedAt"], zone), r["mrr"]) for r in rows]


def before(rows, customer, bound):
    """What a customer pays just before an instant."""
    return sum(m for c, start, end, m in rows if c == customer and start < bound <= end)


def ever_paid(rows, customer, bound):
    return any(c == customer and m > 0 and start < end and start < bound for c, start, end, m in rows)


def changes(rows, begin, end):
    for customer in sorted({r[0] for r in rows}):
        yield before(rows, customer, begin), before(rows, customer, end), ever_paid(rows, customer, begin)


def movements(rows, begin, end):
    sums = dict.fromkeys(["opening", "new", "expansion", "contraction", "churn", "reactivation", "closing"], 0)
    counts = dict.fromkeys(["opening", "new", "churned", "reactivated", "closing"], 0)
    for s, e, paid in changes(rows, begin, end):
        sums["opening"] += s
        sums["closing"] += e
        counts["opening"] += s > 0
        counts["closing"] += e > 0
        if s == 0 and e > 0:
            sums["reactivation" if paid else "new"] += e
            counts["reactivated" if paid else "new"] += 1
        elif s > 0 and e == 0:
            sums["churn"] += s
            counts["churned"] += 1
        elif e > s:
            sums["expansion"] += e - s
        elif e < s:
            sums["contraction"] += s - e
    return {**sums, **{f"{name}Customers": count for name, count in counts.items()}}


def month_starts(zone, year, month, count):
    for i in range(count + 1):
        y, m = year + (month - 1 + i) // 12, (month - 1 + i) % 12 + 1
        yield f"{y}-{m:02d}", start_of(date(y, m, 1), zone)


def table(rows, zone, as_of):
    """Months from the first paying start to the month that contains the whole day `as_of`."""
    rows = placed(rows, zone)
    known = start_of(as_of + timedelta(days=1), zone)
    kept = [r for r in rows if r[1] < known]
    first = min(start for _, start, end, m in kept if m > 0 and start < end).astimezone(ZoneInfo(zone))
    count = (as_of.year - first.year) * 12 + as_of.month - first.month + 1
    starts = list(month_starts(zone, first.year, first.month, count))
    found = []
    for (label, begin), (_, end) in zip(starts, starts[1:]):
        row = {"period": label, "complete": end <= known, **movements(kept, begin, min(end, known))}
        found.append({**row, "afterAsOf": len(rows) - len(kept)})
    return found


def ratio(shares, random_state, interval):
    y, x = (numpy.array(column, dtype=float) for column in zip(*shares))
    n, r = len(y), y.sum() / x.sum()
    standard_error = math.sqrt(n / (n - 1) * ((y - r * x) ** 2).sum()) / x.sum()
    low, high = interval(y, x, r, standard_error, random_state)
    return {"n": n, "estimate": r, "standardError": standard_error, "low": low, "high": high}


def bca(y, x, r, standard_error, random_state):
    found = bootstrap(
        (y, x),
        lambda a, b, axis: a.sum(axis=axis) / b.sum(axis=axis),
        paired=True,
        vectorized=True,
        n_resamples=99_999,
        batch=2_000,
        method="BCa",
        random_state=random_state,
    ).confidence_interval
    return found.low, found.high


def studentized(y, x, r, standard_error, random_state):
    """Hall (1988): every resample by its customers, each with its own standard error."""
    draw = numpy.random.default_rng(random_state)
    n, ts = len(y), []
    for _ in range(100):
        chosen = draw.integers(0, n, (1_000, n))
        a, b = y[chosen], x[chosen]
        own = a.sum(axis=1) / b.sum(axis=1)
        errors = numpy.sqrt(n / (n - 1) * ((a - own[:, None] * b) ** 2).sum(axis=1)) / b.sum(axis=1)
        ts.append((own - r) / errors)
    low, high = numpy.quantile(numpy.concatenate(ts), [0.025, 0.975])
    assert numpy.isfinite([low, high]).all()
    return r - high * standard_error, r - low * standard_error


def quarter(rows, zone):
    rows = placed(rows, zone)
    states = list(changes(rows, start_of(date(2018, 10, 1), zone), start_of(date(2019, 1, 1), zone)))
    paying = [(s, e, p) for s, e, p in states if s > 0]
    either = [(s, e, p) for s, e, p in states if s > 0 or e > 0]
    return {
        "grossRevenueRetention": ratio([(min(s, e), s) for s, e, _ in paying], 1, studentized),
        "netRevenueRetention": ratio([(e, s) for s, e, _ in paying], 2, studentized),
        "netRevenueRetention chartmogul": ratio([(e if s > 0 or p else 0, s) for s, e, p in either], 3, studentized),
        "quickRatio": ratio([(max(e - s, 0) if s > 0 or not p else 0, max(s - e, 0)) for s, e, p in either], 4, bca),
        "quickRatio chartmogul": ratio([(max(e - s, 0), max(s - e, 0)) for s, e, _ in either], 5, bca),
    }


def main():
    rows = made_up(20240115)
    zones = ["UTC", "America/Sao_Paulo", "Pacific/Apia"]
    fixture = {
        "madeBy": f"revenue.py, Python {sys.version.split()[0]}, scipy {scipy.__version__}, numpy {numpy.__version__}",
        "asOf": "2019-05-17",
        "rows": rows,
        "movements": {zone: table(rows, zone, date(2019, 5, 17)) for zone in zones},
        "quarter": {"from": "2018-10-01", "to": "2018-12-31", "zones": {zone: quarter(rows, zone) for zone in zones[:2]}},
    }
    path = Path(__file__).parent / "fixtures" / "revenue.json"
    path.write_text(json.dumps(fixture, indent=1) + "\n")


main()
