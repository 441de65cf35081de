// Writes answers.csv: made-up answers of made-up people, the same ones at every run.
//   node test/sample/makeAnswers.mjs > test/sample/answers.csv
import process from "node:process";
import { seeded } from "./seeded.mjs";

const random = seeded(2024);
const pick = (choices) => choices[Math.floor(random() * choices.length)];
const clamp = (value, min, max) => Math.min(max, Math.max(min, Math.round(value)));
/** About normal: the sum of four uniforms. */
const noise = (spread) => (random() + random() + random() + random() - 2) * 1.7 * spread;

const START = Date.UTC(2024, 0, 2, 14);
const END = Date.UTC(2024, 4, 1, 2);
/** Toronto put its clocks forward on 2024-03-10 at 07:00 UTC. */
const FORWARD = Date.UTC(2024, 2, 10, 7);
const LIKING = { web: 0.6, app: 1, email: 0, phone: -0.9 };

function withOffset(instant) {
  const hours = instant < FORWARD ? -5 : -4;
  const local = new Date(instant + hours * 3_600_000).toISOString().slice(0, 19);
  return `${local}-0${-hours}:00`;
}

const times = Array.from({ length: 300 }, () => START + Math.floor((random() * (END - START)) / 1000) * 1000);
times.sort((a, b) => a - b);
const rows = times.map((instant) => {
  const channel = pick(["web", "web", "app", "email", "phone"]);
  const plan = pick(["free", "free", "plus", "team"]);
  const mood =
    LIKING[channel] + (plan === "free" ? -0.3 : 0.4) + (instant - START) / (END - START) + noise(1);
  const recommend = random() < 0.06 ? "" : clamp(7.3 + 1.5 * mood, 0, 10);
  const satisfaction = random() < 0.04 ? "" : clamp(3.6 + 0.6 * mood + noise(0.4), 1, 5);
  const effort = random() < 0.05 ? "" : clamp(5 + 0.8 * mood + noise(0.6), 1, 7);
  return [withOffset(instant), channel, plan, recommend, satisfaction, effort];
});

const header = ["respondedAt", "channel", "plan", "recommend", "satisfaction", "effort"];
process.stdout.write([header, ...rows].map((cells) => `${cells.join(",")}\n`).join(""));
