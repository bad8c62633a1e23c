// Empties the functions of Leptos's streams from a server, of which there is none here. Tables of calls keep them alive, so that
// no tool sees that nobody comes there. The build sends from where to where as JSON.
import binaryen from "binaryen";
import { readFileSync, writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";

const STREAMS = /wasm_streams|js_sys::futures::future_to_promise|futures_util::abortable/;

const { from, to } = JSON.parse(await text(process.stdin));
const module = binaryen.readBinary(readFileSync(from));
let emptied = 0;
for (let index = 0; index < module.getNumFunctions(); index += 1) {
  const found = module.getFunctionByIndex(index);
  const { name, base } = binaryen.getFunctionInfo(found);
  if (base || !STREAMS.test(name)) continue;
  binaryen.Function.setBody(found, module.unreachable());
  emptied += 1;
}
writeFileSync(to, module.emitBinary());
console.log(JSON.stringify(emptied));
