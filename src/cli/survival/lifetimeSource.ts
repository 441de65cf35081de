import type { LifetimeRow } from "../../index.ts";
import type { Consumer } from "../command.ts";
import type { LabelledGroup } from "../groups.ts";

/** The lifetimes of one group. */
export type LifetimeGroup = LabelledGroup<readonly LifetimeRow[]>;

/** Takes records, and makes lifetimes of them. */
export interface LifetimeSource extends Pick<Consumer, "add" | "hint"> {
  /** In order of first appearance. */
  groups(): readonly LifetimeGroup[];
  /** What is said on standard error. */
  notes(): string[];
}
