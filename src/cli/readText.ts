import { Failure } from "./failure.ts";

/** Decodes UTF-8, without its byte order mark. Other encodings are refused: a guess would change names. */
export async function* readText(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new Failure(1, `${name} is not UTF-8 text: save it as UTF-8 and try again`);
    }
  };
  for await (const chunk of opened(chunks, name)) {
    onBytes(chunk.byteLength);
    yield decode(chunk);
  }
  yield decode();
}

async function* opened(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of chunks) yield chunk;
  } catch (error) {
    throw new Failure(1, `cannot read ${name}: ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES") return "permission denied";
  return message ?? String(error);
}

/** Leaves out the first lines, whatever stands in them: exports put titles before the header. */
export async function* dropLines(texts: AsyncIterable<string>, lines: number): AsyncGenerator<string> {
  let left = lines;
  for await (const text of texts) {
    let start = 0;
    while (left > 0) {
      const end = text.indexOf("\n", start);
      start = end < 0 ? text.length : end + 1;
      if (end < 0) break;
      left -= 1;
    }
    if (start < text.length) yield text.slice(start);
  }
}
