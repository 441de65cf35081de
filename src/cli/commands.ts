import { churnCommand } from "./churn/churnCommand.ts";
import { cohortsCommand } from "./cohorts/cohortsCommand.ts";
import type { Command } from "./command.ts";
import { scoreCommands } from "./scores/scoreCommands.ts";
import { survivalCommand } from "./survival/survivalCommand.ts";
import { backtestCommand } from "./value/backtestCommand.ts";
import { clvCommand } from "./value/clvCommand.ts";
import { rfmCommand } from "./value/rfmCommand.ts";

export const commands: readonly Command[] = [
  ...scoreCommands,
  churnCommand,
  cohortsCommand,
  survivalCommand,
  rfmCommand,
  clvCommand,
  backtestCommand,
];

export function commandNamed(name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}
