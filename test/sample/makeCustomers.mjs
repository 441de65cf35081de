// Writes subscriptions.csv or orders.csv: made-up customers of a made-up business in 2024, the same at every run.
//   node test/sample/makeCustomers.mjs subscriptions > test/sample/subscriptions.csv
//   node test/sample/makeCustomers.mjs orders > test/sample/orders.csv
import process from "node:process";
import { seeded } from "./seeded.mjs";

const DAYS = 366;
const date = (day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
const name = (letter, number) => `${letter}${String(number).padStart(3, "0")}`;

/** Monthly and yearly plans: the yearly ones leave less often. Some come back after a pause. */
function subscriptions() {
  const random = seeded(7);
  const exponential = (mean) => -mean * Math.log(1 - random());
  const rows = [];
  for (let customer = 1; customer <= 240; customer++) {
    const plan = random() < 0.6 ? "monthly" : "yearly";
    let start = Math.floor(random() * DAYS * 0.9);
    let stays = Math.ceil(exponential(plan === "monthly" ? 170 : 420));
    while (start + stays < DAYS) {
      rows.push([name("s", customer), plan, start, date(start + stays)]);
      if (random() > 0.15) break;
      start += stays + 14 + Math.floor(exponential(30));
      stays = Math.ceil(exponential(200));
    }
    const last = rows.at(-1);
    const gone = last !== undefined && last[0] === name("s", customer) && start === last[2];
    if (!gone && start < DAYS) rows.push([name("s", customer), plan, start, ""]);
  }
  rows.sort((a, b) => a[2] - b[2] || (a[0] < b[0] ? -1 : 1));
  return [["customer", "plan", "started", "ended"], ...rows.map(([c, p, s, e]) => [c, p, date(s), e])];
}

/** Orders of a shop: most customers buy once or twice, some every few weeks; a few orders are refunded. */
function orders() {
  const random = seeded(11);
  const exponential = (mean) => -mean * Math.log(1 - random());
  const rows = [];
  for (let customer = 1; customer <= 180; customer++) {
    const pace = random() < 0.3 ? 25 : 120;
    let at = random() * DAYS * 0.9;
    while (at < DAYS) {
      const amount = Math.round(100 * (12 + exponential(30))) / 100;
      rows.push([name("c", customer), Math.floor(at), amount]);
      if (random() < 0.03) rows.push([name("c", customer), Math.floor(at) + 5, -amount]);
      if (random() < 0.25) break;
      at += exponential(pace);
    }
  }
  const kept = rows.filter(([, at]) => at < DAYS);
  kept.sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  return [["customer", "date", "amount"], ...kept.map(([c, at, amount]) => [c, date(at), amount.toFixed(2)])];
}

const rows = process.argv[2] === "orders" ? orders() : subscriptions();
process.stdout.write(rows.map((cells) => `${cells.join(",")}\n`).join(""));
