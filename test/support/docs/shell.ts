import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import type { Fence } from "../markdown.ts";
import type { Workspace } from "./workspace.ts";

/** A command of a shell block, and the output the page shows for it. */
export interface ShownCommand {
  readonly command: string;
  readonly line: number;
  readonly output: readonly string[];
}

/** The commands of a block: every line of a script, or what stands behind `$ ` in a console, with its output. */
export function commandsOf({ language, text, line }: Fence): ShownCommand[] {
  const isConsole = language === "console";
  const lines = text.split("\n");
  const commands: { command: string; line: number; output: string[] }[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const shown = lines[i] ?? "";
    if (isConsole && !shown.startsWith("$ ")) {
      commands.at(-1)?.output.push(shown);
      continue;
    }
    if (!isConsole && /^\s*(?:#|$)/.test(shown)) continue;
    const start = i;
    const parts = [shown.replace(/^\$ /, "")];
    while (/\\$/.test(parts.at(-1) ?? "") && i + 1 < lines.length) parts.push(lines[++i] ?? "");
    const [, ending] = /<<-?\s*['"]?(\w+)/.exec(parts.join("\n")) ?? [];
    while (ending !== undefined && parts.at(-1) !== ending && i + 1 < lines.length)
      parts.push(lines[++i] ?? "");
    commands.push({ command: parts.join("\n"), line: line + start, output: [] });
  }
  return commands;
}

/** Runs or checks every command of a block; gives one line for each that does not do what the page says. */
export function runShell(path: string, fence: Fence, workspace: Workspace): string[] {
  const problems: string[] = [];
  let status = 0;
  const commands = commandsOf(fence);
  commands.forEach(({ command, line, output }, index) => {
    const place = `${path}:${line} ${command.split("\n")[0]}`;
    const shown = output.join("\n").trimEnd();
    if (command === "echo $?") {
      if (shown !== String(status))
        problems.push(`${place}: the exit status is ${status}, the page says ${shown}`);
    } else if (isNpm(command)) {
      const objection = objectionToNpm(command) ?? (shown === "" ? undefined : "its output is not checked");
      if (objection !== undefined) problems.push(`${place}: ${objection}`);
    } else if (isOurs(command)) {
      const run = spawnSync("sh", ["-c", command], {
        cwd: workspace.folder,
        env: workspace.environment,
        encoding: "utf8",
        timeout: 60_000,
      });
      status = run.status ?? -1;
      const announced = commands[index + 1]?.command === "echo $?";
      if (status !== 0 && !announced) problems.push(`${place}: exits ${status}: ${run.stderr}`);
      if (fence.language === "console" && run.stdout.trimEnd() !== shown) {
        problems.push(`${place}: prints\n${run.stdout}\nand the page says\n${shown}`);
      }
    } else problems.push(`${place}: this command cannot be run by the tests`);
  });
  return problems;
}

/** Commands that install or start this project are not run inside its own tests; what they name must exist. */
export function objectionToNpm(command: string): string | undefined {
  const { name, scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const part of command.split("&&").map((text) => text.trim())) {
    const [tool, verb = "", target = ""] = part.split(/\s+/).filter((word) => !word.startsWith("-"));
    if (tool === "npx" && !existsSync(`node_modules/.bin/${verb}`)) return `there is no command ${verb}`;
    if (tool !== "npm" || verb === "ci") continue;
    if (/^(?:install|i)$/.test(verb)) {
      if (target !== "" && target !== name) return `the package is called ${name}`;
      continue;
    }
    const script = verb === "run" ? target : verb;
    if (!Object.hasOwn(scripts, script)) return `package.json has no script ${script}`;
  }
  return undefined;
}

function isNpm(command: string): boolean {
  return command.split("&&").every((part) => /^\s*(?:npm|npx(?! cx-metrics))\s/.test(part));
}

/** A pipeline with the command in it, and around it only tools that read and print. */
function isOurs(command: string): boolean {
  const [line = ""] = command.replaceAll("\\\n", " ").split("\n");
  const parts = line.replace(/'[^']*'|"[^"]*"/g, "_").split(/\||&&|;/);
  const tools = parts.map((part) => part.trim().replace(/^npx /, "").split(/\s/)[0] ?? "");
  return (
    tools.includes("cx-metrics") && tools.every((tool) => /^(?:cx-metrics|printf|echo|cat|head)$/.test(tool))
  );
}
