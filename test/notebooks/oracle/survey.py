"""Answers: shares counted, Wilson's interval, the plug-in standard error."""

import json
import math
from collections import defaultdict
from datetime import datetime, timedelta
from statistics import fmean, stdev

from common import expect, percent, read, wilson


def net(scores):
    """NPS and its standard error, from the shares of promoters and detractors."""
    up = sum(score >= 9 for score in scores) / len(scores)
    down = sum(score <= 6 for score in scores) / len(scores)
    return 100 * (up - down), 100 * math.sqrt((up + down - (up - down) ** 2) / len(scores))


def survey():
    rows = [row for row in read("answers.csv") if row["recommend"] not in ("nine", "85")]
    given = [row for row in rows if row["recommend"] not in ("", "N/A")]
    scores = [int(row["recommend"]) for row in given]
    estimate, error = net(scores)
    yield expect("answers.length", len(rows))
    yield expect("overall.n", len(scores))
    yield expect("overall.missing", len(rows) - len(scores))
    yield expect("overall.estimate", estimate, f"{estimate:.0f} (")
    yield expect("overall.standardError", error)
    channels = defaultdict(list)
    months = defaultdict(list)
    for row in given:
        channels[row["channel"]].append(int(row["recommend"]))
        at = datetime.strptime(row["answeredAt"], "%Y-%m-%dT%H:%MZ")
        # Toronto put its clocks forward on 2025-03-09 at 07:00 UTC.
        local = at - timedelta(hours=5 if at < datetime(2025, 3, 9, 7) else 4)
        months[local.strftime("%Y-%m")].append(int(row["recommend"]))
    for name, own in channels.items():
        field = f"byChannel.find((row) => row.channel === {json.dumps(name)})?.estimate"
        yield expect(field, net(own)[0], f"{net(own)[0]:.0f} (")
    for index, name in enumerate(sorted(months)):
        yield expect(f"months[{index}]?.period", name, name)
        yield expect(f"months[{index}]?.estimate", net(months[name])[0], f"{net(months[name])[0]:.0f} (")
    yield expect("differences[0]?.estimate", net(channels["app"])[0] - net(channels["email"])[0])
    spring = [score for name, own in months.items() if name >= "2025-04" for score in own]
    winter = [score for name, own in months.items() if name < "2025-04" for score in own]
    yield expect("change.estimate", net(spring)[0] - net(winter)[0])
    # Of four p-values, Holm's adjustment, step by step.
    rank = "[...pairs].map(([, , { pValue }]) => pValue ?? 1).sort((a, b) => a - b)"
    yield expect(f"Math.max(...{rank}.map((p, i) => p * (4 - i))) === Math.max(...adjusted.map(Number))", True)
    ratings = [int(row["satisfaction"]) for row in read("answers.csv") if row["satisfaction"]]
    share, low, high = wilson(sum(rating >= 4 for rating in ratings), len(ratings))
    yield expect("satisfied.n", len(ratings))
    yield expect("satisfied.estimate", share, f"{percent(share)} ({percent(low)} to {percent(high)})")
    yield expect("satisfied.low", low)
    yield expect("satisfied.high", high)
    ease = [int(row["effort"]) for row in read("answers.csv") if row["effort"]]
    yield expect("effort.estimate", fmean(ease), f"{fmean(ease):.2f} (")
    yield expect("effort.standardError", stdev(ease) / math.sqrt(len(ease)))
