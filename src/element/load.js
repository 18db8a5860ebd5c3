// What the element loads: the widget, documents, words; each once for the whole page.

// Where the widget's files are, and what they have to be (subresource integrity): the build writes it (`xtask/src/tasks/seal.rs`).
import { GLUE, INTEGRITY, WASM, WORDS } from "addresses";

/** What is checked. Vite's development server writes into scripts, which are then not what was built. */
export const CHECKED = import.meta.env?.DEV ? { GLUE: "", WASM: "", CSS: "" } : INTEGRITY;

/** How many bytes a document from outside may have. */
const MOST = 16 * 1024 * 1024;

/** What went wrong, with a code that pages can act on: "document", "widget", "version" or "panic". */
export class ExplainerError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The widget's module, loaded once for all elements of the page; a failure is forgotten, so that a later element tries anew. */
let widget;
/** Why the widget has stopped, once it has panicked: its memory can't be trusted from then on. */
let stopped;
/** What an element does when the widget can't help it; not for pages, and so not a name. */
export const FALL_BACK = Symbol("fall back");
/** The elements that the widget has hold of. */
export const live = new Set();

/** Fails where the widget has panicked, for another element perhaps. */
export function expectAlive() {
  if (stopped) throw stopped;
}

/** Loads the widget. */
export function loadWidget() {
  widget ??= (async () => {
    preload();
    const [module, wasm] = await Promise.all([import(/* webpackIgnore: true */ /* @vite-ignore */ GLUE), fetch(WASM, { integrity: CHECKED.WASM })]);
    if (!wasm.ok) throw new Error(`${WASM}: the server answered ${wasm.status}`);
    await module.default({ module_or_path: wasm });
    module.on_panic((message) => {
      stopped = new ExplainerError("panic", message);
      for (const element of [...live]) element[FALL_BACK](stopped);
    });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(module.style());
    return { Document: module.Document, mount: module.mount, sheet };
  })().catch((error) => {
    widget = undefined;
    throw new ExplainerError("widget", `The explainer's program could not be loaded: ${error.message}`);
  });
  return widget;
}

/** Has the browser check the glue before it runs: `import` can't be told what to expect, what it has preloaded can. */
function preload() {
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", href: GLUE, integrity: CHECKED.GLUE });
  document.head.append(link);
}

/** What has been fetched as text, by address: nothing is fetched twice. A failure is forgotten. */
const texts = new Map();

/** Loads a text. */
export function loadText(url) {
  if (!texts.has(url)) {
    const loading = fetchText(url);
    loading.catch(() => texts.delete(url));
    texts.set(url, loading);
  }
  return texts.get(url);
}

async function fetchText(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const decoder = new TextDecoder();
  let [text, size] = ["", 0];
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MOST) {
      reader.cancel();
      throw new Error(`it is larger than ${MOST / 1024 / 1024} MiB`);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** What the reader is told where nothing can be shown and there are no words of another language (`en.ftl`). */
export const FAILED = "This explainer can’t be shown just now.";

/** The words of a language; undefined where they can't be had: the widget knows the English ones by heart. */
export async function loadWords(tag) {
  const lang = tag.toLowerCase().split("-")[0];
  const address = WORDS[lang];
  if (!address) return {};
  try {
    return JSON.parse(address.startsWith("data:") ? inlined(address) : await loadText(address));
  } catch (error) {
    console.warn(`<article-explainer>: the words of ${lang} could not be loaded, so the interface is in English: ${error.message}`);
  }
}

/** A text that a bundler wrote into its address, as they do with small files. Strict policies forbid to fetch it. */
function inlined(address) {
  const bytes = Uint8Array.from(atob(address.split(",")[1]), (byte) => byte.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

/** Reads a document, and makes an error of it out of what the widget throws. */
export function read(module, json) {
  try {
    return new module.Document(json);
  } catch (error) {
    throw new ExplainerError("document", error.message);
  }
}
