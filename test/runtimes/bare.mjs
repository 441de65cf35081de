// Runs a bundle where there is nothing but the language, no console, URL or process, as an edge runtime might:
// node bare.mjs bundle.js > bare.json
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
console.log(runInContext(`${readFileSync(process.argv[2], "utf8")};smoke.json`, context));
