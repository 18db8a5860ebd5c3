// The script of the light module: what wasm-bindgen has made.

export * from "glue";
export { default } from "glue";
