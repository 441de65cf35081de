import type { CustomerRow } from "../rows.ts";
import { type Answered, type AnswerRow, answerRows, type Question } from "./answerRows.ts";
import { type CustomerColumns, invalidCustomer } from "./customers.ts";
import type { PurchaseModel } from "./purchaseModel.ts";

/** The answers of a model of purchases about each customer, from x repeats, the last at tx, by age T. */
export function answerPurchases<Row extends CustomerRow, Metric extends string>(
  task: string,
  { discrete }: PurchaseModel,
  customers: Iterable<Row>,
  question: Question<Metric>,
  answer: (x: number, tx: number, T: number) => Answered,
): AnswerRow<Row, Metric>[] {
  const columnsOf = (read: CustomerColumns): readonly Float64Array[] => {
    if (discrete) checkPeriods(task, read);
    return [read.frequency, read.age, read.recency];
  };
  // Groups come in the order of the columns, so that those with the same x and T stand together. By index: an iterator
  // over so many short lists would take as long as the formulas.
  return answerRows(task, customers, question, columnsOf, (past) =>
    answer(past[0] as number, past[2] as number, past[1] as number),
  );
}

/** Where time runs in whole periods, nobody buys twice in one. */
function checkPeriods(task: string, { size, frequency, recency, age }: CustomerColumns): void {
  for (let index = 0; index < size; index++) {
    const [x, tx, T] = [frequency[index] as number, recency[index] as number, age[index] as number];
    if (!Number.isSafeInteger(tx) || tx < x)
      throw invalidCustomer(task, index, "recency", "must be an integer no less than frequency", tx);
    if (!Number.isSafeInteger(T)) throw invalidCustomer(task, index, "age", "must be an integer", T);
  }
}
