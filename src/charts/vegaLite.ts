/** Whatever JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonRecord;

/** A record of JSON. */
export interface JsonRecord {
  /** Anything by its name; never `undefined`, which JSON drops. */
  readonly [name: string]: Json;
}

/**
 * A Vega-Lite v5 spec: plain JSON that `vega-embed`, a notebook or any other renderer of Vega-Lite draws. It survives
 * `JSON.stringify`, and holds its data inline.
 */
export interface VegaLiteSpec extends JsonRecord {
  /** The address of the schema it follows, which says that this is Vega-Lite v5. */
  readonly $schema: string;
  /** What the chart shows, in words: for screen readers. */
  readonly description: string;
}
