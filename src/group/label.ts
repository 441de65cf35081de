import type { Label } from "../rows.ts";

/** The label that a value becomes: `undefined` turns to `null`, so that every row has every label. */
export type LabelOf<Value> = unknown extends Value ? Label : Value extends undefined ? null : Value;
