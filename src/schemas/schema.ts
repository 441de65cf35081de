import type * as z from "zod";

/**
 * A zod schema for values that can be anything. Internal, because documentation of the package is not that of zod.
 * @internal
 */
export type Schema<Output> = z.ZodType<Output, unknown>;
