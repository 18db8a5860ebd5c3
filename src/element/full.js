// The script of the full module: what wasm-bindgen has made, and what loads and renders documents.

export * from "glue";
export { default } from "glue";
export { failed, handOver, load, render } from "./documents.js";
