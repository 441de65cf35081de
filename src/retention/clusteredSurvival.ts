import type { LifetimeColumns } from "../history/lifetimes.ts";
import { CompensatedSum } from "../math/compensatedSum.ts";
import { sortOrder } from "../math/sortOrder.ts";
import { riskTable } from "./riskTable.ts";
import { productLimit, type SurvivalCurve } from "./survivalCurve.ts";

/**
 * The Kaplan-Meier curve of lifetimes that come in clusters, such as several of one customer [YingWei1994],
 * with a standard error that allows for it: the infinitesimal jackknife [Efron1982] over clusters. `cluster`
 * gives each row its cluster, numbered from 0.
 *
 *     U(c) = sum over the lifetimes of cluster c of
 *              sum over the times t while at risk of d / (n (n - d)), less 1 / (n - d) if it ends by leaving at t
 *     Var(log S) = sum over c of U(c)^2
 *
 * With every lifetime a cluster of its own, and nobody late, it is Greenwood's.
 */
export function clusteredCurve(lifetimes: LifetimeColumns, cluster: Int32Array): SurvivalCurve {
  const risk = riskTable(lifetimes);
  const { survival } = productLimit(risk);
  const logError = new Float64Array(risk.size);
  const { size, duration, churned, entry, count } = lifetimes;
  const influence = new Influence(cluster);
  const weightOf = (row: number): number => (count === undefined ? 1 : (count[row] as number));
  const leaving = sortOrder(duration);
  const entering = entry === undefined ? undefined : sortOrder(entry);
  let [left, entered] = [0, 0];
  for (let index = 0; index < risk.size; index++) {
    const time = risk.time[index] as number;
    for (; entered < size; entered++) {
      const row = entering === undefined ? entered : (entering[entered] as number);
      if (entry !== undefined && (entry[row] as number) > 0 && (entry[row] as number) >= time) break;
      influence.enter(row, weightOf(row));
    }
    for (; left < size && (duration[leaving[left] as number] as number) < time; left++)
      influence.leave(leaving[left] as number, weightOf(leaving[left] as number), 0);
    const [n, d] = [risk.atRisk[index] as number, risk.events[index] as number];
    if (survival[index] === 0) {
      logError.fill(Infinity, index);
      break;
    }
    influence.hazard += d / n / (n - d);
    for (; left < size && duration[leaving[left] as number] === time; left++) {
      const row = leaving[left] as number;
      influence.leave(row, weightOf(row), churned[row] === 1 ? 1 / (n - d) : 0);
    }
    logError[index] = influence.standardError;
  }
  return { risk, survival, logError };
}

/**
 * The sum of squares of the influences of all clusters, each of them a + y G with G the sum of d / (n (n -
 * d)) so far, y how many of the cluster are at risk, and a what else it has gathered. So a step of G touches
 * no cluster:
 *
 *     sum of (a + y G)^2 = sum of a^2 + 2 G (sum of a y) + G^2 (sum of y^2)
 */
class Influence {
  /** G. */
  hazard = 0;
  private readonly cluster: Int32Array;
  private readonly a: Float64Array;
  private readonly y: Float64Array;
  private readonly aa = new CompensatedSum();
  private readonly ay = new CompensatedSum();
  private yy = 0;

  constructor(cluster: Int32Array) {
    this.cluster = cluster;
    let clusters = 0;
    for (let row = 0; row < cluster.length; row++)
      clusters = Math.max(clusters, (cluster[row] as number) + 1);
    this.a = new Float64Array(clusters);
    this.y = new Float64Array(clusters);
  }

  enter(row: number, weight: number): void {
    this.change(this.cluster[row] as number, -weight * this.hazard, weight);
  }

  /** `loss`: what leaving takes from log S; 0 for the censored. */
  leave(row: number, weight: number, loss: number): void {
    this.change(this.cluster[row] as number, weight * (this.hazard - loss), -weight);
  }

  get standardError(): number {
    const G = this.hazard;
    return Math.sqrt(Math.max(0, this.aa.value + 2 * G * this.ay.value + G * G * this.yy));
  }

  private change(c: number, more: number, at: number): void {
    const [a, y] = [this.a[c] as number, this.y[c] as number];
    const [newA, newY] = [a + more, y + at];
    this.aa.add(newA * newA);
    this.aa.add(-a * a);
    this.ay.add(newA * newY);
    this.ay.add(-a * y);
    this.yy += newY * newY - y * y;
    this.a[c] = newA;
    this.y[c] = newY;
  }
}
