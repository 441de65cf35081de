/** A stream to write text to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** All that the command sees of the world, so that tests can stand in for it. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  openFile(path: string): AsyncIterable<Uint8Array>;
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
  version(): string;
}
