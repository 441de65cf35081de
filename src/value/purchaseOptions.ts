import { checkChoice, checkLevel } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { DEFAULT_LEVEL } from "../estimate.ts";
import { MONEY_METHODS, type MoneyOptions } from "../stats/moneyMean.ts";
import { checkSeed, DEFAULT_SEED } from "../stats/random.ts";

/** A sum of amounts that a double can hold. */
export function checkSum(task: string, sum: number): number {
  if (Number.isFinite(sum)) return sum;
  throw new InvalidInputError(task, "transactions", "must have amounts whose sums do not overflow", sum);
}

/** The options of a mean amount of money, each checked. */
export function checkMoneyOptions(
  task: string,
  { level = DEFAULT_LEVEL, method = "hall", seed = DEFAULT_SEED }: MoneyOptions,
): Required<MoneyOptions> {
  return {
    level: checkLevel(task, level),
    method: checkChoice(task, "method", method, MONEY_METHODS),
    seed: checkSeed(task, seed),
  };
}
