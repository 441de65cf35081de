/** The note about rows that are left out, for standard error; none of none. */
export function leftOut(file: string, rows: number, why: string): string[] {
  if (rows === 0) return [];
  return [`${file}: ${rows} ${rows === 1 ? "row is" : "rows are"} left out, ${why}`];
}
