export { InvalidInputError } from "../errors.ts";
export { type InstantOptions, instantSchema } from "./instantSchema.ts";
export {
  type ParsedScoreRows,
  parseScoreRows,
  type ScoreRowIssue,
  safeParseScoreRows,
} from "./parseScoreRows.ts";
export type { ScoreFields, ScoreRecord, ScoreRowOptions } from "./scoreRecord.ts";
export { scoreRowSchema } from "./scoreRowSchema.ts";
