// Compares what runtimes computed: node compare.mjs reference.json "Bun 1.4=bun.json" …
// Prints the largest relative difference of each class, and exits with 1 when one is beyond its tolerance. The
// reference itself has to agree with numbers that are not ours.
import { readFileSync } from "node:fs";
import { known } from "./known.mjs";

const TOLERANCES = { exact: 0, closed: 1e-12, fitted: 1e-8 };

/** The largest relative difference of numbers, and where anything differs by more than the tolerance. */
function compare(expected, actual, tolerance) {
  let largest = 0;
  const problems = [];
  const visit = (before, after, path) => {
    if (typeof before === "number" && typeof after === "number") {
      const scale = Math.max(Math.abs(before), Math.abs(after));
      const difference = before === after ? 0 : Math.abs(before - after) / scale;
      largest = Math.max(largest, difference);
      if (!(difference <= tolerance)) problems.push(`${path} is ${after} instead of ${before}`);
    } else if (isRecord(before) && isRecord(after) && Array.isArray(before) === Array.isArray(after)) {
      for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
        visit(before[name], after[name], `${path}.${name}`);
    } else if (before !== after) {
      problems.push(`${path} is ${JSON.stringify(after)} instead of ${JSON.stringify(before)}`);
    }
  };
  visit(expected, actual, "");
  return { largest, problems };
}

function isRecord(value) {
  return typeof value === "object" && value !== null;
}

function valueAt(results, path) {
  return path.split(".").reduce((part, name) => part?.[name], results);
}

function read(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

const [referencePath, ...others] = process.argv.slice(2);
const reference = read(referencePath);
let failed = others.length === 0;
const report = (problems) => {
  failed ||= problems.length > 0;
  for (const problem of problems.slice(0, 10)) console.log(`  ${problem}`);
  if (problems.length > 10) console.log(`  and ${problems.length - 10} more`);
};

for (const group of Object.keys(TOLERANCES))
  if (Object.keys(reference[group] ?? {}).length === 0) report([`the reference has no ${group} results`]);
const wrong = known.filter(({ path, value, within = 0 }) => {
  const found = valueAt(reference, path);
  return typeof value === "number"
    ? !(Math.abs(found - value) <= within)
    : JSON.stringify(found) !== JSON.stringify(value);
});
console.log(`${known.length - wrong.length} of ${known.length} known numbers found`);
report(
  wrong.map(({ path, value }) => `${path} is ${JSON.stringify(valueAt(reference, path))}, not ${value}`),
);

for (const argument of others) {
  const cut = argument.lastIndexOf("=");
  const actual = read(argument.slice(cut + 1));
  const groups = Object.entries(TOLERANCES).map(([group, tolerance]) => ({
    group,
    ...compare(reference[group], actual[group], tolerance),
  }));
  const words = groups.map(({ group, largest, problems }) =>
    problems.length > 0
      ? `${group} differs`
      : group === "exact"
        ? "exact"
        : `${group} ${largest.toExponential(1)}`,
  );
  console.log(`${argument.slice(0, cut)}: ${words.join(", ")}`);
  report(groups.flatMap(({ group, problems }) => problems.map((problem) => group + problem)));
}
process.exit(failed ? 1 : 0);
