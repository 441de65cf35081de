"""Back-tests without the library: numpy, scipy and the CSV files, from the published formulas.

    python3 test/reference/value/backtest/oracle.py ../shared/data > test/reference/value/backtest/fixtures/oracle.json

Exact dates, purchases merged by day. On the Online Retail data nobody is seen to leave: there, the models with dropout
are the NBD.
"""
import csv, datetime, gzip, json, math, sys
import numpy as np, scipy
from models import MODELS, fit

FOLDER = sys.argv[1]


def cdnow():
    rows = csv.DictReader(open(f"{FOLDER}/cdnow-sample-transactions.csv"))
    return [(r["customerId"], datetime.date.fromisoformat(r["at"]).toordinal(), float(r["amount"])) for r in rows]


def retail():
    rows = csv.DictReader(gzip.open(f"{FOLDER}/online-retail-invoices.csv.gz", "rt"))
    return [
        (r["customerId"], datetime.date.fromisoformat(r["at"][:10]).toordinal(), float(r["amount"]))
        for r in rows
        if r["customerId"]
    ]


def history(rows, cal, end):
    """Days with a purchase of each customer of the calibration, with what was paid on them; and the new customers."""
    by = {}
    for who, day, money in rows:
        if day <= end and money >= 0:
            days = by.setdefault(who, {})
            days.setdefault(day, []).append(money)
    by = {who: {day: math.fsum(paid) for day, paid in days.items()} for who, days in by.items()}
    known = {who: days for who, days in by.items() if min(days) <= cal}
    return known, len(by) - len(known)


def errors(forecast, actual):
    e = forecast - actual
    return dict(
        expected=float(forecast.sum()),
        error=float(e.sum()),
        relativeError=float(e.sum() / actual.sum()),
        meanAbsoluteError=float(np.abs(e).mean()),
        rootMeanSquaredError=float(np.sqrt((e**2).mean())),
    )


def boundaries(values):
    """The values that fifths of the customers do not exceed: the inverse of the empirical distribution."""
    s = sorted(values)
    return [s[-(-len(s) * k // 5) - 1] for k in range(1, 5)]


def score(value, bounds):
    passed = [value > b for b in bounds]
    return passed.index(False) if False in passed else len(bounds)


def rfm_bins(known, first, cal, horizon):
    """Scores at the beginning of the last part of the calibration, by fifths; its purchases are the outcome."""
    part = min(horizon, (cal - first) // 2)

    def values(at):
        out = {}
        for who, days in known.items():
            seen = sorted(d for d in days if d <= at)
            if seen:
                out[who] = (seen[-1] - at, len(seen), math.fsum(known[who][d] for d in seen))
        return out

    then, now = values(cal - part), values(cal)
    bounds = [boundaries([v[i] for v in then.values()]) for i in range(3)]
    key = lambda v: tuple(score(v[i], bounds[i]) for i in range(3))
    outcome = {}
    for who, v in then.items():
        outcome.setdefault(key(v), []).append(sum(cal - part < d <= cal for d in known[who]))
    everybody = [count for counts in outcome.values() for count in counts]
    return np.array([np.mean(outcome.get(key(now[who]), everybody)) * horizon / part for who in known])


def last_period(known, first, cal, horizon):
    stretch = min(horizon, cal - first)
    counts = [sum(cal - stretch < d <= cal for d in sorted(days)[1:]) for days in known.values()]
    return np.array(counts) * horizon / stretch


def deciles(expected, actual):
    """By middle rank; values that agree to 12 digits are alike."""
    values = [float("%.12g" % v) for v in expected]
    order, n, first, count = sorted(values), len(values), {}, {}
    for i, v in enumerate(order):
        first.setdefault(v, i)
        count[v] = count.get(v, 0) + 1
    group = np.array([10 * (2 * first[v] + count[v]) // (2 * n) for v in values])
    rows = []
    for g in range(9, -1, -1):
        own = group == g
        if own.any():
            rows.append([10 - g, int(own.sum()), float(actual[own].sum()), float(expected[own].sum())])
    return rows


def backtest(rows, cal, end, unit, models):
    cal, end = (datetime.date.fromisoformat(d).toordinal() for d in (cal, end))
    known, new = history(rows, cal, end)
    first = min(min(days) for days in known.values())
    x = np.array([sum(d <= cal for d in days) - 1 for days in known.values()], float)
    birth = np.array([min(days) for days in known.values()])
    tx = np.array([max(d for d in days if d <= cal) for days in known.values()]) - birth
    T = cal - birth
    actual = np.array([sum(d > cal for d in days) for days in known.values()], float)
    freq = np.minimum(x, 7)
    result = dict(
        n=len(known),
        newCustomers=new,
        horizon=(end - cal) / unit,
        actual=float(actual.sum()),
        byFrequency=[[int((freq == k).sum()), float(actual[freq == k].mean())] for k in range(8)],
        lastPeriod=errors(last_period(known, first, cal, end - cal), actual),
        rfmBins=errors(rfm_bins(known, first, cal, end - cal), actual),
        models={},
    )
    for name in models:
        ll, cet, unconditional = MODELS[name]
        args = (x, tx / unit, T / unit)
        p = fit(ll, *args)
        expected = cet(p, *args, (end - cal) / unit)
        one = dict(errors(expected, actual), logLikelihood=float(ll(p, *args).sum()))
        one["meanExpected"] = [float(expected[freq == k].mean()) for k in range(8)]
        one["deciles"] = deciles(expected, actual)
        # Weeks counted from the day after the end of calibration: label, repeat purchases, cumulative expectation.
        start = first + ((cal + 1 - first) % 7) - 7
        table = []
        for week in range(start, end + 1, 7):
            upTo = min(week + 6, end)
            if upTo < first:
                continue
            repeats = sum(week <= d <= upTo for days in known.values() for d in sorted(days)[1:])
            born = birth[birth <= upTo]
            e = sum(float(unconditional(p, (upTo - b) / unit)) * int((born == b).sum()) for b in set(born.tolist()))
            table.append([datetime.date.fromordinal(week).isoformat(), repeats, e])
        one["tracking"] = table
        result["models"][name] = one
    return result


print(
    json.dumps(
        dict(
            made_by=f"python {sys.version.split()[0]}, numpy {np.__version__}, scipy {scipy.__version__}",
            cdnow=backtest(cdnow(), "1997-09-30", "1998-06-30", 7, list(MODELS)),
            retail=backtest(retail(), "2011-08-31", "2011-12-09", 7, ["nbd"]),
        ),
        indent=1,
    )
)
