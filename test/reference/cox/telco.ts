import { existsSync, readFileSync } from "node:fs";

const FILE = new URL("../../../../shared/data/telco-churn.csv", import.meta.url);

/** Whether the data folder is there. */
export const hasTelco: boolean = existsSync(FILE);

/** A customer of the Telco data: months of tenure, whether they churned, and what else the test reads. */
export interface TelcoRow {
  readonly duration: number;
  readonly churned: boolean;
  readonly contract: string;
  readonly gender: string;
  readonly monthlyCharges: number;
  readonly senior: boolean;
}

/** All 7,043 customers, the 11 with a tenure of 0 included. No cell of the file is quoted. */
export function telcoRows(): TelcoRow[] {
  const [head = "", ...lines] = readFileSync(FILE, "utf8").trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    const cell = (name: string): string => cells[names.indexOf(name)] ?? "";
    return {
      duration: Number(cell("tenure")),
      churned: cell("Churn") === "Yes",
      contract: cell("Contract"),
      gender: cell("gender"),
      monthlyCharges: Number(cell("MonthlyCharges")),
      senior: cell("SeniorCitizen") === "1",
    };
  });
}
