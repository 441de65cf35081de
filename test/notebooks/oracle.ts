import { differences } from "./differences.ts";
import type { Cell } from "./notebook.ts";

/** A number that the scripts in oracle/ computed without this package, and where the notebook has it. */
export interface Expectation {
  /** An expression of the notebook's own variables. */
  readonly expression: string;
  readonly value: unknown;
  /** For numbers that come from an iteration: how far off, relatively, they may be. */
  readonly tolerance?: number;
  /** How a table of the notebook has to show it. */
  readonly shown?: string;
}

/** The expressions whose values are compared. */
export function expressionsOf(expectations: readonly Expectation[] = []): string[] {
  return expectations.map(({ expression }) => expression);
}

/** Where a notebook's values, or what its cells show, are not what was computed elsewhere. */
export function unmet(
  expectations: readonly Expectation[],
  values: Readonly<Record<string, unknown>>,
  cells: readonly Cell[],
): string[] {
  const texts = cells.flatMap(({ outputs }) =>
    outputs.flatMap((output) => ("data" in output ? [String(output.data["text/plain"])] : [])),
  );
  return expectations.flatMap(({ expression, value, tolerance, shown }) => {
    const actual = values[expression];
    const problems =
      tolerance !== undefined && typeof value === "number" && typeof actual === "number"
        ? near(expression, value, actual, tolerance)
        : differences(value, actual, expression);
    if (shown !== undefined && !texts.some((text) => text.includes(shown)))
      problems.push(`${expression} must be shown as ${shown}, and no table does`);
    return problems;
  });
}

function near(expression: string, value: number, actual: number, tolerance: number): string[] {
  const off = Math.abs(actual - value) > tolerance * Math.abs(value);
  return off ? [`${expression} must be about ${value}, and is ${actual}`] : [];
}
