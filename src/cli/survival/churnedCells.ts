import type { CellReader } from "../cellReaders.ts";
import { usageError } from "../failure.ts";
import { detached } from "../groups.ts";

/** Reads whether a customer left, and knows what to declare when it cannot. */
export interface ChurnedCells {
  readonly read: CellReader<boolean>;
  hint(): string | undefined;
}

const MOST_NAMED = 4;

/**
 * Without a declaration only true, false, 1 and 0 are read. With one, every other cell is a customer who was still
 * there, as long as there is only one other value: a third could be anything.
 */
export function churnedCells(churnedValue: string | undefined, keptValues: readonly string[]): ChurnedCells {
  if (churnedValue !== undefined) return declaredCells(churnedValue, keptValues);
  if (keptValues.length > 0) throw usageError("--kept-value says nothing without --churned-value");
  const unknown = new Set<string>();
  return {
    read: (text) => {
      if (/^(?:true|1)$/i.test(text)) return { value: true };
      if (/^(?:false|0)$/i.test(text)) return { value: false };
      if (text !== "" && unknown.size < MOST_NAMED) unknown.add(detached(text));
      return { problem: `must be true, false, 1 or 0, received ${JSON.stringify(text)}` };
    },
    hint: () => {
      if (unknown.size === 0) return undefined;
      const texts = [...unknown].map((text) => JSON.stringify(text)).join(", ");
      return `Say which text means that the customer left, with --churned-value; the column has ${texts}`;
    },
  };
}

function declaredCells(churnedValue: string, keptValues: readonly string[]): ChurnedCells {
  if (keptValues.includes(churnedValue))
    throw usageError(`--kept-value and --churned-value cannot both be ${JSON.stringify(churnedValue)}`);
  const declared = keptValues.length > 0;
  const kept = new Set(keptValues);
  let unknown: string | undefined;
  let seen = false;
  return {
    read: (text) => {
      if (text === churnedValue) {
        seen = true;
        return { value: true };
      }
      if (kept.has(text)) return { value: false };
      if (!declared && kept.size === 0 && text !== "") {
        kept.add(detached(text));
        return { value: false };
      }
      if (text !== "") unknown ??= detached(text);
      const known = [churnedValue, ...kept].map((value) => JSON.stringify(value)).join(" or ");
      return { problem: `must be ${known}, received ${JSON.stringify(text)}` };
    },
    hint: () => {
      if (unknown === undefined) return undefined;
      // Most likely it is misspelt: to call all the others kept would make everybody stay.
      if (!seen) {
        const texts = [...kept, unknown].map((text) => JSON.stringify(text)).join(", ");
        return `No cell is ${JSON.stringify(churnedValue)}, as --churned-value says; the column has ${texts}`;
      }
      const values = [...kept, unknown].map((value) => `--kept-value ${shellWord(value)}`);
      return `Declare every value of those who were still there: ${values.join(" ")}`;
    },
  };
}

/** A text as it is typed in a shell. */
function shellWord(text: string): string {
  return /^[\w.:/+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
