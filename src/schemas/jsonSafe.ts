/** A value as JSON can hold it: text, finite numbers, booleans and `null` as they are, anything else in words. */
export function jsonSafe(value: unknown): string | number | boolean | null {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : String(value);
  if (typeof value === "bigint") return `${value}n`;
  return `a value of type ${Object.prototype.toString.call(value).slice(8, -1)}`;
}
