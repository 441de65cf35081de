// Prints what the installed package gives in this runtime: node smoke.mjs > node.json
import { json } from "./all.mjs";

console.log(json);
