import { readFileSync, writeFileSync } from "node:fs";
import type { Assertion } from "./assertions.ts";
import { difference } from "./pattern.ts";

// Loaded before a page's module, in a process of its own: gives the wrapped statements something to report to,
// and writes what came of each of them when the process ends.

const [planPath = "", outcomePath = ""] = (process.env.DOC_REPORT ?? "").split("\n");
const plan: Assertion[] = JSON.parse(readFileSync(planPath, "utf8"));
const outcomes: (string | null)[] = plan.map(() => "was never reached");
const reached = new Set<number>();

function report(id: number, objection: string | undefined): void {
  // In a loop, the first objection stands.
  if (!reached.has(id) || objection !== undefined) outcomes[id] = objection ?? null;
  reached.add(id);
}

function gives(id: number, value: unknown): unknown {
  const pattern = plan[id]?.pattern;
  report(id, pattern === undefined ? "has no pattern" : difference(pattern, value));
  return value;
}

function judgeError(id: number, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const fits = message.startsWith(plan[id]?.message ?? "\0");
  report(id, fits ? undefined : `the message is ${JSON.stringify(message)}`);
}

function throws(id: number, run: () => unknown): void {
  try {
    run();
  } catch (error) {
    judgeError(id, error);
    return;
  }
  report(id, "nothing was thrown");
}

async function throwsLater(id: number, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    judgeError(id, error);
    return;
  }
  report(id, "nothing was thrown");
}

Object.assign(globalThis, { __gives: gives, __throws: throws, __throwsLater: throwsLater });
process.on("exit", () => writeFileSync(outcomePath, JSON.stringify(outcomes)));
