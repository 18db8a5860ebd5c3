// Documents that were not prerendered: loaded, read and rendered. A part of the script of the full module.

import { Document } from "glue";
import { yieldToMain, pageLanguage } from "./page.js";

/** How many bytes a document from outside may have. */
const MOST = 16 * 1024 * 1024;

/** What has been fetched as text, by address: nothing is fetched twice. A failure is forgotten. */
const texts = new Map();

function loadText(url) {
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

/** The words of a language; undefined where they can't be had: the widget knows the English ones by heart. */
async function loadWords(tag, files) {
  const lang = tag.toLowerCase().split("-")[0];
  const address = files[lang];
  if (!address) return {};
  try {
    return JSON.parse(await loadFile(address));
  } catch (error) {
    console.warn(`<article-explainer>: the words of ${lang} could not be loaded, so the interface is in English: ${error.message}`);
  }
}

/** Loads a file of the bundle. Bundlers write small ones into their address, which strict policies forbid to fetch. */
async function loadFile(address) {
  if (!address.startsWith("data:")) return loadText(address);
  const bytes = Uint8Array.from(atob(address.split(",")[1]), (byte) => byte.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

/** An error with the code that pages are told. */
const fault = (message) => Object.assign(new Error(message), { code: "document" });

/**
 * The document of an element: from a script, as JSON, from its `src`, or the built-in one. It is loaded here, and read by `render`.
 * Fails with what is wrong with it. `files` has the addresses of the built-in article (`article`) and of the words of each language.
 */
export async function load(element, json, files) {
  const src = element.getAttribute("src");
  if (json !== undefined) return json;
  try {
    if (src !== null) return await loadText(new URL(src, element.baseURI).href);
    return await loadFile(files.article);
  } catch (error) {
    throw fault(`The document ${src ?? "of the built-in article"} could not be loaded: ${error.message}`);
  }
}

function read(json) {
  try {
    return new Document(json);
  } catch (error) {
    throw fault(error.message);
  }
}

/** Renders a document for an element. Returns the static HTML, null where `isWanted` says that it is not wanted any more. */
export async function render(element, json, files, isWanted) {
  const article = read(json);
  const lang = article.language(element.getAttribute("lang"), pageLanguage(element));
  const words = await loadWords(lang, files);
  await yieldToMain();
  if (!isWanted()) return article.free(), null;
  let rendering;
  const rendered = await new Promise((done) => (rendering = article.render(element, lang, words, done)));
  // What is in the page is a copy, which belongs to nobody but the browser.
  const copy = isWanted() ? rendered.cloneNode(true) : null;
  rendering.destroy();
  return copy;
}

/** What readers are told where there is nothing to read, in the language of the page. */
export async function failed(element, files) {
  const words = await loadWords(element.getAttribute("lang") ?? pageLanguage(element) ?? "en", files);
  return words?.failed;
}

export { handOver } from "./hand_over.js";
