"""Subscriptions: who was there and who left, Kaplan and Meier's curve, the log-rank statistic, cohorts."""

import json
import math
from collections import defaultdict
from datetime import date

from common import Z, expect, percent, read, wilson


def stays():
    """Who was there from when to when: rows of a person that overlap or touch are one stay, of the first row's source."""
    people = defaultdict(list)
    for row in read("subscriptions.csv"):
        ended = row["ended"].replace("2024-11-31", "2024-11-30")
        end = date.fromisoformat(ended) if ended else None
        people[row["customer"]].append((date.fromisoformat(row["started"]), end, row["source"]))
    for person, rows in people.items():
        start, end, source = None, None, None
        for row in sorted(rows, key=lambda row: row[0]):
            if start is not None and (end is None or row[0] <= end):
                end = None if end is None or row[1] is None else max(end, row[1])
                continue
            if start is not None:
                yield person, start, end, source
            start, end, source = row
        yield person, start, end, source


def survival(lifetimes, at):
    """Kaplan and Meier's estimate and Greenwood's interval on the scale of log(-log S)."""
    share, variance = 1.0, 0.0
    for time in sorted({time for time, left in lifetimes if left and time <= at}):
        risk = sum(other >= time for other, _ in lifetimes)
        gone = sum(other == time and left for other, left in lifetimes)
        share *= 1 - gone / risk
        variance += gone / risk / (risk - gone)
    spread = math.exp(Z * math.sqrt(variance) / math.log(share))
    return share, share ** (1 / spread), share**spread


def log_rank(groups):
    """The statistic of three groups, from the sums of observed less expected and their covariances."""
    names = list(groups)
    less = [0.0] * 3
    cover = [[0.0] * 3 for _ in range(3)]
    everybody = [one for own in groups.values() for one in own]
    for time in sorted({time for time, left in everybody if left}):
        risks = [sum(other >= time for other, _ in groups[name]) for name in names]
        gone = [sum(other == time and left for other, left in groups[name]) for name in names]
        n, d = sum(risks), sum(gone)
        for i in range(3):
            less[i] += gone[i] - d * risks[i] / n
            for j in range(3):
                cover[i][j] += d * (n - d) / max(1, n - 1) * risks[i] / n * ((i == j) - risks[j] / n)
    (a, b), (_, c) = (cover[0][0], cover[0][1]), (0, cover[1][1])
    x, y = less[0], less[1]
    return (c * x * x - 2 * b * x * y + a * y * y) / (a * c - b * b)


def churn():
    spells = list(stays())
    for index, month in enumerate(range(1, 7)):
        first = date(2025, month, 1)
        end = date(2025, month + 1, 1)
        there = {who for who, start, gone, _ in spells if start < first and (gone is None or gone >= first)}
        kept = {who for who, start, gone, _ in spells if start < end and (gone is None or gone >= end)}
        share, low, high = wilson(len(there - kept), len(there))
        yield expect(f"churn[{index}]?.atRisk", len(there))
        yield expect(f"churn[{index}]?.churned", len(there - kept))
        yield expect(f"churn[{index}]?.estimate", share)
        yield expect(f"churn[{index}]?.low", low)
        yield expect(f"churn[{index}]?.high", high)
    groups = defaultdict(list)
    for _, start, end, source in spells:
        groups[source].append((((end or date(2025, 7, 1)) - start).days, end is not None))
    yield expect("lifetimes.length", len(spells))
    for source, own in groups.items():
        for at in (90, 180, 365):
            share, low, high = survival(own, at)
            row = f"atTimes.find((row) => row.source === {json.dumps(source)} && row.time === {at})"
            yield expect(f"{row}?.estimate", share, percent(share))
            yield expect(f"{row}?.low", low)
            yield expect(f"{row}?.high", high)
    statistic = log_rank(groups)
    yield expect("test.statistic", statistic)
    yield expect("test.pValue", math.exp(-statistic / 2))
    pays = defaultdict(int)
    then = defaultdict(int)
    for row in read("subscriptions.csv"):
        ended = row["ended"].replace("2024-11-31", "2024-11-30") or "9999"
        if row["started"] <= "2024-12-31" < ended:
            pays[row["customer"]] += int(row["mrr"])
        if row["started"] <= "2025-06-30" < ended:
            then[row["customer"]] += int(row["mrr"])
    yield expect("movements.at(-1)?.closing", sum(then.values()), f"{sum(then.values()):,}")
    yield expect("retained.start", sum(pays.values()))
    yield expect("retained.estimate", sum(then[who] for who in pays) / sum(pays.values()))
    first = {}
    active = defaultdict(set)
    quarter = lambda text: 4 * int(text[:4]) + (int(text[5:7]) - 1) // 3
    for row in sorted(read("orders.csv"), key=lambda row: row["date"]):
        if float(row["amount"]) >= 0:
            first.setdefault(row["customer"], quarter(row["date"]))
            active[first[row["customer"]], quarter(row["date"])].add(row["customer"])
    for index, start in enumerate(sorted(set(first.values()))[:-1]):
        size = sum(began == start for began in first.values())
        back = len(active[start, start + 1])
        yield expect(f"next[{index}]?.size", size)
        yield expect(f"next[{index}]?.estimate", back / size)
