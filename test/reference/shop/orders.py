"""Makes the synthetic shop of test/reference/shop: customers who buy at random times, some of them with refunds.

    /usr/bin/python3 test/reference/shop/orders.py > test/reference/shop/fixtures/orders.csv

What it holds on purpose: several orders a day, orders within hours of midnight, free orders (amount 0), refunds after
and before a customer's first order, and customers with refunds only.
"""

import random
from datetime import datetime, timedelta, timezone

rng = random.Random(20240229)
start = datetime(2023, 11, 1, tzinfo=timezone.utc)
end = datetime(2024, 7, 31, 23, 59, 59, tzinfo=timezone.utc)


def amount():
    return 0 if rng.random() < 0.05 else round(rng.lognormvariate(3.4, 0.7), 2)


rows = []
for number in range(90):
    name = f"c{number:02d}"
    pace = rng.lognormvariate(3.2, 0.6)  # the customer's mean days between orders: gaps of one customer are alike
    at = start + timedelta(days=rng.uniform(0, 200))
    if number % 30 == 29:
        rows.append((name, at, -round(rng.uniform(5, 40), 2)))
        continue
    if number % 11 == 5:
        rows.append((name, at - timedelta(days=rng.uniform(1, 60)), -12.5))
    while at < end and rng.random() < 0.93:
        paid = amount()
        rows.append((name, at, paid))
        if rng.random() < 0.12:
            rows.append((name, at + timedelta(minutes=rng.uniform(1, 500)), amount()))
        if rng.random() < 0.1 and paid > 0:
            rows.append((name, at + timedelta(days=rng.uniform(1, 50)), -paid))
        at += timedelta(days=rng.expovariate(1 / pace))

rows = [(name, at, paid) for name, at, paid in rows if start <= at <= end]
rng.shuffle(rows)
print("customerId,at,amount")
for name, at, paid in rows:
    print(f"{name},{at.strftime('%Y-%m-%dT%H:%M:%SZ')},{paid}")
