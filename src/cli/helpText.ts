import type { Command } from "./command.ts";
import { commands } from "./commands.ts";

/** The help of one command, or of all. */
export function helpText(command: Command | undefined): string {
  return command === undefined ? general() : helpOf(command);
}

function general(): string {
  const width = commands.reduce((most, { name }) => Math.max(most, name.length), 0);
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width + 2)}${summary}`).join("\n");
  return `Usage: cx-metrics <command> <file.csv> <columns> [options]

Customer-experience metrics of a CSV file, each with its confidence interval.

Commands:
${list}

Give - as the file to read standard input.
cx-metrics <command> --help lists the options, cx-metrics --version prints the version.

${commands[0]?.help.examples}
Exit codes: 0 fine, 1 failure, 2 usage, 3 invalid data.
`;
}

function helpOf({ name, help }: Command): string {
  const { usage, description, options, examples } = help;
  return `Usage: cx-metrics ${name} <file.csv> ${usage} [options]\n\n${description}\n\n${options}${FILE}\n${examples}`;
}

/** What every command takes. */
const FILE = `  --delimiter <char>     what separates cells (default ,); \\t for a tab
  --skip-lines <n>       lines before the header to leave out
  --skip-rows <n>        records after the header that are no data (Qualtrics has 2)
  --json, --csv          print the full records instead of a table
  -h, --help             print this
`;
