// The widget's WebAssembly modules: a light one for prerendered pages, and a full one that renders documents, too. Each is loaded once
// for the whole page, and only where it is needed.

// Where their files are, and what they have to be (subresource integrity): the build writes it (`xtask/src/tasks/seal.rs`).
import { FULL, FULL_WASM, INTEGRITY, LIGHT, LIGHT_WASM, TOOLS } from "addresses";

/** What is checked. Vite's development server writes into scripts, which are then not what was built. */
export const CHECKED = import.meta.env?.DEV ? {} : INTEGRITY;

/** What went wrong, with a code that pages can act on: "document", "widget", "version" or "panic". */
export class ExplainerError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** What an element does when the widget can't help it; not for pages, and so not a name. */
export const FALL_BACK = Symbol("fall back");

/** Has the browser check a script before it runs: `import` can't be told what to expect, what it has preloaded can. */
function preload(name, address, fetchPriority = "auto") {
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", href: address, integrity: CHECKED[name] ?? "", fetchPriority });
  document.head.append(link);
}

/** How often each address was imported in vain. */
const failures = new Map();

/** Imports a script. */
async function importChecked(name, address) {
  // Some browsers remember that an address could not be imported.
  const failed = failures.get(address) ?? 0;
  const fresh = failed ? `${address}?${failed}` : address;
  preload(name, fresh);
  try {
    return await import(/* webpackIgnore: true */ /* @vite-ignore */ fresh);
  } catch (error) {
    failures.set(address, failed + 1);
    throw error;
  }
}

let tools;

/** Loads the controls that need script, once for the whole page. A failure is forgotten. */
export function loadTools() {
  tools ??= importChecked("TOOLS", TOOLS).catch((error) => {
    tools = undefined;
    throw new ExplainerError("widget", `The script of the explainer's controls could not be loaded: ${error.message}`);
  });
  return tools;
}

class Module {
  /** The elements that it works for. */
  live = new Set();
  /** Its script, as soon as that is there. */
  script;
  #importing;
  #name;
  #addresses;
  #loading;
  /** What was fetched before it was needed. */
  #fetched;
  /** Why it has stopped, once it has panicked: its memory can't be trusted from then on. */
  #stopped;

  constructor(name, addresses) {
    this.#name = name;
    this.#addresses = addresses;
  }

  get isLoading() {
    return Boolean(this.#loading) && !this.#stopped;
  }

  /** Fails where it has panicked, for another element perhaps. */
  expectAlive() {
    if (this.#stopped) throw this.#stopped;
  }

  /** Loads it. A failure is forgotten, so that a later element tries again. */
  load() {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = this.#importing = this.#fetched = undefined;
      throw new ExplainerError("widget", `The explainer's program could not be loaded: ${error.message}`);
    });
    return this.#loading;
  }

  async #load() {
    const [script, wasm] = await Promise.all([this.imported(), this.#fetched ?? this.#fetch()]);
    this.#fetched = undefined;
    await script.default({ module_or_path: wasm });
    script.on_panic((message) => {
      this.#stopped = new ExplainerError("panic", message);
      for (const element of [...this.live]) element[FALL_BACK](this.#stopped);
    });
    return script;
  }

  /** Its script, before the program that it is for. */
  imported() {
    this.#importing ??= importChecked(this.#name, this.#addresses[0]).then((script) => (this.script = script));
    return this.#importing;
  }

  async #fetch(priority) {
    const address = this.#addresses[1];
    const response = await fetch(address, { integrity: CHECKED[`${this.#name}_WASM`], priority });
    if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
    return response;
  }

  /** Fetches its files, so that they are there when the reader needs them; nothing is started. */
  prefetch() {
    if (this.#loading || this.#fetched || navigator.connection?.saveData) return;
    preload(this.#name, this.#addresses[0], "low");
    this.#fetched = this.#fetch("low").then(async (response) => {
      const kept = response.clone();
      await response.arrayBuffer();
      return kept;
    });
    // Whoever needs it tries again, and says what is wrong.
    this.#fetched.catch(() => (this.#fetched = undefined));
  }
}

/** For prerendered pages: the widget. */
const light = new Module("LIGHT", [LIGHT, LIGHT_WASM]);
/** The widget, and what renders documents. */
const full = new Module("FULL", [FULL, FULL_WASM]);

/** The module to load; one that is there already serves for both. */
export const moduleFor = (isRendering) => (isRendering || full.isLoading ? full : light);
