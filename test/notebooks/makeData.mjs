// Writes the data of the notebooks: a made-up shop that sells coffee by subscription and by the bag, the same at every run.
//   node test/notebooks/makeData.mjs docs/notebooks/data
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { seeded } from "../sample/seeded.mjs";

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
/** From the first of January 2024 to the end of June 2025. */
const DAYS = 547;
const date = (day) => new Date(START + Math.floor(day) * DAY).toISOString().slice(0, 10);
const name = (number) => `k${String(number).padStart(3, "0")}`;
const csv = (rows) => rows.map((cells) => `${cells.join(",")}\n`).join("");
const clamp = (value, min, max) => Math.min(max, Math.max(min, Math.round(value)));

function chance(seed) {
  const random = seeded(seed);
  const exponential = (mean) => -mean * Math.log(1 - random());
  /** About normal: the sum of four uniforms. */
  const noise = (spread) => (random() + random() + random() + random() - 2) * 1.7 * spread;
  const pick = (choices) => choices[Math.floor(random() * choices.length)];
  return { random, exponential, noise, pick };
}

/** The plans and what they cost a month, in cents. */
const PLANS = { single: 1600, double: 2900 };
/** How much sooner they leave, by where they heard of the shop. */
const HURRY = { friend: 0.55, search: 1, market: 1.7 };

/** Who subscribed from when to when: a change of plan goes on the same day, and some come back after a pause. */
function subscriptions() {
  const { random, exponential, pick } = chance(23);
  const rows = [];
  for (let customer = 1; customer <= 260; customer++) {
    const source = pick(["friend", "search", "search", "market"]);
    let plan = random() < 0.65 ? "single" : "double";
    let day = random() * DAYS * 0.99;
    // Customers differ, so those who have stayed for long are less likely to leave than those who have just come.
    const patience = (90 + exponential(420)) / HURRY[source];
    while (day < DAYS) {
      const leaves = day + 10 + exponential(patience * (plan === "double" ? 1.3 : 1));
      const changes = day + 30 + exponential(1100);
      const end = Math.min(leaves, changes);
      const cells = [name(customer), plan, source, date(day), end < DAYS ? date(end) : "", PLANS[plan]];
      rows.push([Math.floor(day), cells]);
      const comesBack = random() < 0.12;
      if (end >= DAYS || (leaves <= changes && !comesBack)) break;
      if (changes < leaves) plan = plan === "single" ? "double" : "single";
      day = changes < leaves ? changes : leaves + 20 + exponential(40);
    }
  }
  rows.sort((a, b) => a[0] - b[0] || (a[1][0] < b[1][0] ? -1 : 1));
  const header = ["customer", "plan", "source", "started", "ended", "mrr"];
  const lines = [header, ...rows.map(([, cells]) => cells)];
  // One end was typed by hand, and there is no such day.
  const typed = lines.findIndex(
    ([, , , , ended], index) => index > 40 && String(ended).startsWith("2024-11"),
  );
  lines[typed][4] = "2024-11-31";
  return csv(lines);
}

/** Bags of coffee bought without a subscription: each customer with a rhythm, a price and a chance of not coming back. */
function orders() {
  const { random, exponential, noise } = chance(58);
  const rows = [];
  for (let customer = 201; customer <= 540; customer++) {
    const gap = 32 / exponential(1);
    const leaves = random() ** 2;
    const price = 9 + exponential(13) + exponential(13);
    let day = random() * DAYS * 0.99;
    do {
      const amount = Math.max(6.5, price * (1 + noise(0.3)));
      rows.push([Math.floor(day), name(customer), amount]);
      if (random() < 0.012) rows.push([Math.floor(day) + 6, name(customer), -amount]);
      day += exponential(gap);
    } while (day < DAYS && random() > leaves);
  }
  const kept = rows.filter(([day]) => day < DAYS);
  kept.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
  const lines = kept.map(([day, customer, amount]) => [customer, date(day), amount.toFixed(2)]);
  return csv([["customer", "date", "amount"], ...lines]);
}

const LIKING = { email: 0.2, app: 0.75, phone: -0.65 };

/** What customers said after their coffee came, or after they had called: would you recommend us, how satisfied, how easy? */
function answers() {
  const { random, noise, pick } = chance(7);
  const first = (Date.UTC(2025, 0, 2) - START) / DAY;
  const days = Array.from({ length: 420 }, () => first + random() * (DAYS - first)).sort((a, b) => a - b);
  const rows = days.map((day) => {
    const channel = pick(["email", "email", "email", "app", "app", "phone"]);
    const customer = 1 + Math.floor(random() * 540);
    const buys = customer <= 260 ? "subscription" : "bag";
    // In spring the shop began to roast on the day it sends.
    const mood = LIKING[channel] + (day - first > 90 ? 0.45 : 0) + noise(1);
    const recommend = random() < 0.05 ? "" : clamp(7.6 + 1.5 * mood, 0, 10);
    const satisfaction = random() < 0.03 ? "" : clamp(3.7 + 0.6 * mood + noise(0.4), 1, 5);
    const effort = random() < 0.04 ? "" : clamp(5.1 + 0.8 * mood + noise(0.6), 1, 7);
    const at = new Date(START + Math.floor(day * 1440) * 60_000).toISOString().replace(":00.000Z", "Z");
    return [at, name(customer), channel, buys, recommend, satisfaction, effort];
  });
  // What surveys do: a blank with a code of its own, a number in words, and a form of another tool, with another scale.
  rows[57][4] = "N/A";
  rows[211][4] = "N/A";
  rows[118][4] = "nine";
  rows[305][4] = 85;
  const header = ["answeredAt", "customer", "channel", "buys", "recommend", "satisfaction", "effort"];
  return csv([header, ...rows]);
}

/** The files by name. */
export const files = {
  "answers.csv": answers(),
  "subscriptions.csv": subscriptions(),
  "orders.csv": orders(),
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const [file, text] of Object.entries(files)) writeFileSync(join(process.argv[2] ?? ".", file), text);
}
