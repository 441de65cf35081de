import { churnCommand } from "./churn/churnCommand.ts";
import { cohortsCommand } from "./cohorts/cohortsCommand.ts";
import type { Command } from "./command.ts";
import { scoreCommands } from "./scores/scoreCommands.ts";
import { survivalCommand } from "./survival/survivalCommand.ts";

export const commands: readonly Command[] = [...scoreCommands, churnCommand, cohortsCommand, survivalCommand];

export function commandNamed(name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}
