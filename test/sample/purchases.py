"""Made-up orders of 400 made-up customers, drawn from a BG/NBD and a Gamma-Gamma model; and some refunds.

    python3 test/sample/purchases.py > test/sample/purchases.csv
"""
import datetime, random

random.seed(20240101)
START = datetime.date(2023, 1, 1)
DAYS = 546  # to 2024-06-30
rows = []
for who in range(400):
    rate = random.gammavariate(0.9, 1 / 60)  # purchases a day
    leaving = random.betavariate(0.9, 2.6)  # after each repeat purchase
    price = random.gammavariate(4, 1) / 4
    scale = 25 / random.gammavariate(4, 1) * 3
    at = random.uniform(0, 270)
    while at < DAYS:
        amount = max(0.5, random.gammavariate(6, 1) / 6 * scale * (0.6 + 0.4 * price))
        rows.append((START + datetime.timedelta(int(at)), f"p{who:03d}", round(amount, 2)))
        if random.random() < 0.03 and at + 9 < DAYS:
            rows.append((START + datetime.timedelta(int(at) + 9), f"p{who:03d}", -round(amount, 2)))
        repeat = [row for row in rows if row[1] == f"p{who:03d}" and row[2] > 0]
        if len(repeat) > 1 and random.random() < leaving:
            break
        at += random.expovariate(rate) if rate > 0 else DAYS
print("customer,date,amount")
for day, who, amount in sorted(rows):
    print(f"{who},{day.isoformat()},{amount:.2f}")
