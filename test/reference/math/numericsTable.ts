export interface MeasuredSet {
  readonly points: number;
  readonly error: number;
}

export interface Measurement {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly ordinary: MeasuredSet;
  readonly extreme: MeasuredSet;
}

/** The table of docs/methods/numerics.md. */
export function numericsTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(
    ({ name, arguments: names, ordinary, extreme }) =>
      `| \`${name}(${names.join(", ")})\` | ${ordinary.points} | ${roundUp(ordinary.error)} | ` +
      `${extreme.points} | ${roundUp(extreme.error)} |`,
  );
  return [
    "| Function | Ordinary points | Largest relative error | Extreme points | Largest relative error |",
    "|---|---:|---:|---:|---:|",
    ...rows,
  ].join("\n");
}

/** A page with its table replaced by a fresh one. */
export function withTable(page: string, table: string): string {
  const [start, end] = ["<!-- table:start -->", "<!-- table:end -->"];
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error("The page has no table markers");
  return `${page.slice(0, from)}${start}\n${table}\n${page.slice(to)}`;
}

/** Upwards to one significant digit, so that the last bits of a run do not show: 3.1e-15 is 4e-15. */
export function roundUp(error: number): string {
  if (error === 0) return "0";
  const exponent = Math.floor(Math.log10(error));
  const digit = Math.ceil(error / 10 ** exponent);
  return digit === 10 ? `1e${exponent + 1}` : `${digit}e${exponent}`;
}
