import type { Command } from "./command.ts";
import { scoreCommands } from "./scores/scoreCommands.ts";

export const commands: readonly Command[] = [...scoreCommands];

export function commandNamed(name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}
