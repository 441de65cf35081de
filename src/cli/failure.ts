/** What the shell is told. */
export type ExitCode = 0 | 1 | 2 | 3;

/** An end that is foreseen: its message is for people, without a stack. */
export class Failure extends Error {
  override readonly name: string = "Failure";
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The command was called in a way that cannot work. */
export function usageError(message: string): Failure {
  return new Failure(2, message);
}

export function isFailure(error: unknown): error is Failure {
  return typeof error === "object" && error !== null && "name" in error && error.name === "Failure";
}
