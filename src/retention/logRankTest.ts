import { checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { readLifetimes } from "../history/lifetimes.ts";
import { rowList } from "../history/rowList.ts";
import { chiSquareTail } from "../math/chiSquare.ts";
import { ldlFactors, ldlQuadratic } from "../math/ldl.ts";
import type { LifetimeRow } from "../rows.ts";
import { type LabelColumn, type LabelSource, labelColumn, labelRanks } from "./labelColumn.ts";
import { type Coded, logRankSums } from "./logRankSums.ts";

/** What {@link logRankTest} can be asked. */
export interface LogRankOptions<Row> {
  /** What is compared: the name of a field, or a function from a row to a label. */
  readonly group: LabelSource<Row>;
  /** Rows are compared only within the same label, and the comparisons added up. */
  readonly strata?: LabelSource<Row>;
  /**
   * From 0: the power of S(t-) that weighs the time t. 0, the default, is the log-rank test; 1 is Peto and Peto's
   * test, which leans on early times.
   */
  readonly rho?: number;
}

/** One group of a {@link LogRankTest}. */
export interface LogRankGroup {
  /** The label that its rows share. */
  readonly group: string | number | boolean | null;
  /** How many lifetimes. */
  readonly n: number;
  /** How many of them ended, weighted as the test is. */
  readonly observed: number;
  /** How many would have ended if the groups did not differ, weighted as the test is. */
  readonly expected: number;
}

/** What {@link logRankTest} returns. */
export interface LogRankTest {
  /** Which test this is the record of. */
  readonly test: "logRank";
  /** A chi-square, from 0; `null` when no groups were ever at risk together while somebody left. */
  readonly statistic: number | null;
  /** The number of groups less one; fewer when some were never at risk together with the others. */
  readonly degreesOfFreedom: number;
  /** The probability of such a statistic or a larger one if the groups did not differ. */
  readonly pValue: number | null;
  /** The weight that was used: 0 for the log-rank test itself. */
  readonly rho: number;
  /** How many lifetimes. */
  readonly n: number;
  /** In order of first appearance. */
  readonly groups: readonly LogRankGroup[];
}

// A group whose variance is this small a share of its own is one that the others determine, within rounding.
const DEPENDENT = 1e-10;

/**
 * The log-rank test: do these groups leave at different rates?
 *
 *     statistic = (O - E)' V^-1 (O - E)    chi-square with (groups - 1) degrees of freedom
 *     E         = sum over times of d n_j / n
 *
 * @param lifetimes - Any iterable, read once; `count` lets one row stand for many, and `entry` says from which age on
 *   somebody was observed.
 * @throws {InvalidInputError} When a row is not a lifetime, a label is not a string, a finite number, a boolean or
 *   `null`, `rho` is not a finite number from 0, or an option is unknown.
 * @example
 * const lifetimes = [
 *   { plan: "month", duration: 1, churned: true },
 *   { plan: "month", duration: 2, churned: true },
 *   { plan: "year", duration: 3, churned: true },
 *   { plan: "year", duration: 4, churned: false },
 * ];
 * logRankTest(lifetimes, { group: "plan" }).statistic; // => 2.8824
 * @see docs/metrics/log-rank.md. Mantel (1966) [Mantel1966]; the weights are Harrington and Fleming's G-rho
 *   [HarringtonFleming1982].
 */
export function logRankTest<Row extends LifetimeRow>(
  lifetimes: Iterable<Row>,
  options: LogRankOptions<Row>,
): LogRankTest {
  const task = "compute logRankTest";
  checkNames(task, "option", options ?? {}, ["group", "strata", "rho"]);
  const { group: groupSource, strata: strataSource, rho = 0 } = options ?? {};
  if (!(typeof rho === "number" && rho >= 0 && rho < Infinity))
    throw new InvalidInputError(task, "rho", "must be a finite number from 0", rho);
  const rows = rowList(task, "lifetimes", lifetimes);
  const group = labelColumn<Row>(task, "group", groupSource, rows.length);
  const strata =
    strataSource === undefined ? undefined : labelColumn<Row>(task, "strata", strataSource, rows.length);
  const columns = readLifetimes(task, rows, (row, index) => {
    group.read(row, index);
    strata?.read(row, index);
  });
  const coding = coded(group);
  const sums = logRankSums(columns, coding, strata && coded(strata), rho);
  const factors = ldlFactors(sums.variance, group.labels.length, DEPENDENT);
  const statistic = factors.rank === 0 ? null : Math.max(0, ldlQuadratic(factors, sums.difference));
  return {
    test: "logRank",
    statistic,
    degreesOfFreedom: factors.rank,
    pValue: statistic === null ? null : chiSquareTail(statistic, factors.rank),
    rho: rho + 0,
    n: columns.n,
    groups: group.labels.map((label, place) => {
      const rank = coding.ranks[place] as number;
      return {
        group: label,
        n: sums.n[rank] as number,
        observed: sums.observed[rank] as number,
        expected: sums.expected[rank] as number,
      };
    }),
  };
}

/** The labels in an order that is their own, so that the order of the rows does not show in the sums. */
function coded({ codes, labels }: LabelColumn<never>): Coded {
  return { codes, ranks: labelRanks(labels) };
}
