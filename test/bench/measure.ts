/** One way of doing the work. The first contender of a comparison is the baseline of the ratios. */
export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
  /** What the project wants of it, for the reader of the table. Nothing is asserted. */
  readonly target?: string;
}

/** Keeps the result alive, so that no engine can leave out the work whose result nobody reads. */
export let lastResult: unknown;

/** Rounds that are not counted, in which the engine finds out what is worth compiling. */
const WARM_UP = 3;

/**
 * Times and prints; gives the medians, in ms. Every round runs every contender, so that a drift of the machine
 * meets all of them alike.
 */
export function compare(title: string, contenders: readonly Contender[], rounds = 9): number[] {
  const times: number[][] = contenders.map(() => []);
  for (let round = -WARM_UP; round < rounds; round += 1) {
    contenders.forEach((contender, index) => {
      const time = timeOf(contender.run);
      if (round >= 0) times[index]?.push(time);
    });
  }
  const medians = times.map(median);
  printTable(title, contenders, medians);
  return medians;
}

/** The middle value of a list, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Prints one row per contender: its median, its ratio to the first, and the target. */
export function printTable(
  title: string,
  contenders: readonly Contender[],
  medians: readonly number[],
): void {
  const baseline = medians[0] ?? Number.NaN;
  const width = Math.max(0, ...contenders.map((contender) => contender.name.length));
  console.log(`\n${title}`);
  contenders.forEach((contender, index) => {
    const time = medians[index] ?? Number.NaN;
    const ratio = `${(time / baseline).toFixed(2)}x`;
    const target = contender.target === undefined ? "" : `   target: ${contender.target}`;
    console.log(
      `  ${contender.name.padEnd(width)} ${time.toFixed(2).padStart(10)} ms ${ratio.padStart(9)}${target}`,
    );
  });
}

function timeOf(run: () => unknown): number {
  // Present when node runs with --expose-gc: one contender's garbage is not another's time.
  globalThis.gc?.();
  const start = performance.now();
  lastResult = run();
  return performance.now() - start;
}
