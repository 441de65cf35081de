// Everything that results.mjs computes, with the package imported by its name.
import * as cx from "cx-metrics";
import * as charts from "cx-metrics/charts";
import * as display from "cx-metrics/display";
import * as schemas from "cx-metrics/schemas";
import { results } from "./results.mjs";

export const json = JSON.stringify(results({ cx, schemas, charts, display }));
