export { InvalidInputError } from "../errors.ts";
export { type Display, type DisplayOptions, display, type MimeBundle } from "./display.ts";
export type { TableOptions } from "./tableOptions.ts";
export { toCsv } from "./toCsv.ts";
export { toHtml } from "./toHtml.ts";
export { toMarkdown } from "./toMarkdown.ts";
export { toTable } from "./toTable.ts";
