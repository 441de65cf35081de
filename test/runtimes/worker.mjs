// A module worker, bundled before it runs: an import map does not reach workers.
import { json } from "./all.mjs";

postMessage(json);
