// The custom element <article-explainer>: finds what to show, answers the controls that need no WebAssembly, and loads the widget.
//
// The text comes first: what was prerendered stays as it is, with the widget and without it.

import { FILES } from "addresses";
import { PLAIN, keepPlace } from "./adopt.js";
import { ARTICLE, CHOICE, VERSION, clear, withdrawSearch } from "./contract.js";
import { Content } from "./content.js";
import { Controls } from "./controls.js";
import { needsWidget, whenIdle, whenWanted } from "./intent.js";
import { openItems } from "./items.js";
import { watch } from "./looks.js";
import { ExplainerError, FALL_BACK, loadTools, moduleFor } from "./modules.js";
import { yieldToMain, parsed } from "./page.js";
import { REFLECTED, propertyOf, reflect } from "./reflected.js";

/** How long, in milliseconds, the widget may take before the page is told that it has not come. It is awaited all the same. */
const LOAD_TIMEOUT = 30_000;

/** What the reader is told where nothing can be shown and there are no words of another language (`en.ftl`). */
const FAILED = "This explainer can’t be shown just now.";

/** On a server there are no elements, and the import does nothing. */
const Base = globalThis.HTMLElement ?? class {};

class ArticleExplainer extends Base {
  static observedAttributes = ["src", "lang", "heading-level", "header", "open", "load", "deep-links", "id", "ready"];

  #content;
  #controls;
  /** The module that works for the element, and the widget's handle, while the element is in the page. */
  #module;
  #mounted;
  /** Counts the starts; whoever waited and is no longer the last gives up. */
  #start = 0;
  /** The document that a script handed over, as JSON. */
  #article;
  /** Ends the wait for the reader, and tells whoever asks when something is rendered, or will not be. */
  #begin;
  #settled;
  #settle;
  /** Ends what goes on only while this start is current. */
  #ends = new AbortController();
  /** Equips the static HTML with the controls that need script, now. */
  #equip;
  /** Whether the widget was asked for, which may be before there is a wait to end. */
  #isAsked = false;
  /** Whether the page's hash has been followed since the HTML is there. */
  #isFollowed = false;
  /** Whether the static HTML was found before. */
  #isPrepared = false;
  /** Whether the widget was given up, so that there is nothing to search with. */
  #hasFailed = false;

  connectedCallback() {
    // A framework may have set a property before the element was defined.
    for (const property of [...REFLECTED.map(propertyOf), "article"]) {
      if (!Object.hasOwn(this, property)) continue;
      const value = this[property];
      delete this[property];
      this[property] = value;
    }
    this.#content ??= new Content(this);
    this.#controls ??= new Controls(this, this.#content, () => this.#want());
    // A move is a disconnect and a connect: what is still mounted stays.
    if (!this.#mounted) this.#show();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#takeOut();
    });
  }

  attributeChangedCallback(name, before, after) {
    // A clone has the attributes of an element that is ready, and nothing mounted.
    if (name === "ready") {
      if (after !== null && !this.#mounted) this.removeAttribute("ready");
      return;
    }
    if (before === after || !this.isConnected || this.#start === 0) return;
    if (name === "open") return openItems(after, this.#content.find);
    // Once the widget is on its way there is nothing to wait for.
    if (name === "load" && !this.#begin) return;
    if (name === "src") this.#forget();
    // The HTML that is there is readable, and says something else than what is asked for now.
    else if (name !== "load" && name !== "deep-links") this.#content.isStale = true;
    this.#again();
  }

  /** The document itself, as an object or as JSON, in place of `src`; undefined where there is none. */
  get article() {
    return this.#article === undefined ? undefined : JSON.parse(this.#article);
  }

  set article(article) {
    this.#article = typeof article === "string" || article == null ? (article ?? undefined) : JSON.stringify(article);
    if (this.#start === 0 || !this.isConnected) return;
    this.#forget();
    this.#again();
  }

  /** Whether the widget is there. */
  get ready() {
    return this.hasAttribute("ready");
  }

  /** Opens, scrolls to and focuses an item. Resolves to false where there is none of this id. */
  async reveal(id) {
    for (let waited; (!this.#content?.article || this.#content.isStale) && waited !== this.#settled; ) {
      this.#want();
      await (waited = this.#settled);
    }
    return this.#controls?.reveal(String(id)) ?? false;
  }

  /** Opens every issue. */
  expandAll() {
    for (const details of this.#content?.details() ?? []) details.open = true;
  }

  /** Closes every issue. */
  collapseAll() {
    for (const details of this.#content?.details() ?? []) details.open = false;
  }

  /** Shows what is asked for. Where the page has been read before, what the reader does meanwhile finds somebody who answers. */
  async #show(isAgain = false) {
    const start = ++this.#start;
    const current = () => start === this.#start && this.isConnected;
    const settle = this.#settle;
    this.#settled = new Promise((done) => (this.#settle = done));
    // Who waited for the start before waits for this one.
    settle?.();
    this.#hasFailed = false;
    this.#ends.abort();
    this.#ends = new AbortController();
    let late;
    let isTold = false;
    let awaited = ["widget", "The explainer's program"];
    try {
      const reading = parsed();
      if (reading || !isAgain) await reading;
      if (!current()) return;
      this.#prepare();
      await this.#wanted();
      if (!current()) return;
      late = setTimeout(() => {
        if (!current()) return;
        isTold = true;
        const [code, what] = awaited;
        this.#reportError(code, `${what} has not come within ${LOAD_TIMEOUT / 1000} s; it is still awaited`);
      }, LOAD_TIMEOUT);
      const isRendering = this.#isRendering;
      const module = (this.#module = moduleFor(isRendering));
      const loading = module.load();
      // The document is on its way beside the program. What fails is said below, in this order.
      const json = isRendering ? module.imported().then((script) => script.load(this, this.#article, FILES)) : undefined;
      json?.catch(() => {});
      const [script, tools] = await Promise.all([loading, loadTools()]);
      // Starting the program, reading and rendering are tasks of their own, so that the reader's own acts need not wait for all.
      await yieldToMain();
      if (!current()) return;
      if (isRendering) {
        awaited = ["document", `The document ${this.getAttribute("src")}`];
        const text = await json;
        if (!current()) return;
        awaited = ["widget", "The file of the explainer's words"];
        module.expectAlive();
        module.live.add(this);
        const rendered = await script.render(this, text, FILES, current);
        if (!current()) return;
        module.expectAlive();
        this.#replace(rendered, script);
        await yieldToMain();
        if (!current()) return;
      }
      module.expectAlive();
      this.#equip();
      await yieldToMain();
      if (!current()) return;
      const { article, idPrefix, prefix } = this.#content;
      await new Promise((ready) => {
        module.live.add(this);
        this.#mounted = script.mount(article, idPrefix, prefix, ready);
      });
      await yieldToMain();
      if (current() && this.#mounted) this.#ready(tools);
    } catch (error) {
      if (current()) this[FALL_BACK](error, isTold);
    } finally {
      clearTimeout(late);
    }
  }

  /** Finds the static HTML, and answers the reader from now on. */
  #prepare() {
    const content = this.#content;
    keepPlace(() => content.prepare(this.#article !== undefined));
    if (!this.#isPrepared) {
      this.#isPrepared = true;
      // A clone, and a copy that was saved, have what was rendered, and nobody who answers for it.
      if (content.article) for (const does of [clear, withdrawSearch]) does(content.article);
      watch(content.place, () => this.#styled(), (address) => this.#reportError("style", `The stylesheet ${address} could not be loaded`));
    }
    if (content.plain) openItems(this.getAttribute("open"), content.find);
    this.#controls.listen(this.#ends.signal);
    this.#answer();
    this.#expectVersion();
  }

  /** WebKit waits for stylesheets before it goes to what the hash names, and may forget about it. */
  #styled() {
    const { plain } = this.#content;
    if (plain && scrollY === 0 && this.#controls.asked !== undefined) plain.querySelector(":target")?.scrollIntoView();
  }

  /** Fails where the HTML is of another version of the contract than this script: its text and all that needs no widget stay. */
  #expectVersion() {
    const version = this.#content.article?.getAttribute(ARTICLE) ?? VERSION;
    if (version === VERSION) return;
    const what = `The HTML is of version ${version} and this script of version ${VERSION}`;
    throw new ExplainerError("version", `${what}; prerender the page again, or load the script of the same release`);
  }

  /** Fits the static HTML to the page, has it equipped with the controls that need script, and follows the page's hash, once. */
  #answer() {
    const { article, isStale, root } = this.#content;
    if (!article || isStale) return;
    this.#controls.fit();
    const { signal } = this.#ends;
    // Where the widget is on its way, its start says what is wrong.
    const fail = (error) => void (signal.aborted || this.#module || this.#reportError(error.code, error.message));
    const equip = async () => {
      const tools = await loadTools().catch(fail);
      if (!tools || signal.aborted) return;
      tools.equip(this, this.#content, signal);
      if (this.#hasFailed) withdrawSearch(article);
    };
    this.#equip = whenWanted(this, root, "idle", () => true, signal, equip);
    if (this.#isFollowed) return;
    this.#isFollowed = true;
    this.#controls.follow();
    // A clone, and a page that is loaded again, may have a choice already.
    if (article.querySelector(`input[${CHOICE}]:checked`)) this.#want();
  }

  /** Puts what was rendered into the page. */
  #replace(rendered, script) {
    const content = this.#content;
    const isAimed = this.#controls.asked !== undefined;
    const handed = content.plain && script.handOver(content.plain, content.prefix, isAimed);
    // Where the page asks for an item, the reader is led there again; else they stay where they are.
    this.#isFollowed = Boolean(handed) && !isAimed;
    content.place.replaceChildren(...rendered.childNodes);
    content.isStale = content.isPrerendered = false;
    this.#controls.note();
    this.#answer();
    handed?.(this.shadowRoot);
    content.plain = undefined;
  }

  /** Whether something has to be rendered. */
  get #isRendering() {
    return this.#content.isStale || !this.#content.article;
  }

  /**
   * Waits until the widget is wanted. Where the article is there to read, that is when the reader means to use what needs it; where it is
   * not, when they come near. `load` may say otherwise.
   */
  #wanted() {
    const content = this.#content;
    const isRendering = this.#isRendering;
    const chosen = this.getAttribute("load");
    const hasText = !isRendering || !content.isEmpty || Boolean(content.plain);
    const known = ["visible", "idle", "now"].includes(chosen) || (chosen === "interaction" && hasText);
    const when = known ? chosen : isRendering ? "visible" : "interaction";
    if (when === "now" || this.#isAsked || (isRendering && this.#controls.asked !== undefined)) return undefined;
    if (!isRendering && when === "interaction") this.#prefetch();
    const { signal } = this.#ends;
    return new Promise((done) => {
      const begun = () => {
        this.#begin = undefined;
        this.#isAsked = true;
        done();
      };
      this.#begin = whenWanted(this, content.root, when, (element) => isRendering || needsWidget(element), signal, begun);
      addEventListener("hashchange", () => isRendering && this.#controls.asked !== undefined && this.#begin?.(), { signal });
    });
  }

  /** Fetches the widget when the page is there and the browser idle, for the case that the reader uses it. */
  #prefetch() {
    whenIdle(this.#ends.signal, () => moduleFor(false).prefetch());
  }

  /** Loads the widget now. */
  #want() {
    this.#isAsked = true;
    this.#begin?.();
  }

  #ready(tools) {
    this.#settle();
    // Whoever has used the widget has it again when the element comes back or changes.
    this.#isAsked = true;
    this.toggleAttribute("ready", true);
    tools.makeSteps(this.#content.article);
    this.#tell("explainer-ready", { prerendered: this.#content.isPrerendered });
  }

  #again() {
    this.#takeOut();
    this.#show(true);
  }

  #takeOut() {
    this.#start++;
    this.#ends.abort();
    this.#begin?.();
    this.#settle?.();
    const mounted = this.#mounted;
    this.#mounted = undefined;
    mounted?.destroy();
    this.#unmounted();
  }

  /** Lets go of what shows another document than the one that is asked for now. */
  #forget() {
    this.#takeOut();
    this.#isFollowed = false;
    this.#content.clear();
  }

  /** Leaves the static HTML as it was without the widget. */
  #unmounted() {
    this.#module?.live.delete(this);
    this.toggleAttribute("ready", false);
    const article = this.#content?.article;
    if (article) clear(article);
  }

  /** Gives up on comfort and keeps the text: what was prerendered, or what the page wrote inside the element. */
  [FALL_BACK]({ code = "widget", message }, isTold) {
    // Whatever was waited for is not needed any more.
    this.#start++;
    this.#hasFailed = true;
    this.#settle?.();
    this.#begin?.();
    // What has panicked is not called any more, not even to be freed.
    this.#mounted = undefined;
    this.#unmounted();
    const { article } = this.#content;
    if (article) withdrawSearch(article);
    if (this.#content.place && this.#content.isEmpty && !this.#content.plain) this.#showLoadError();
    if (!isTold) this.#reportError(code, message);
  }

  /** Says that nothing can be shown; why, the developer hears. */
  async #showLoadError() {
    const start = this.#start;
    const note = document.createElement("p");
    note.className = "error";
    note.setAttribute("role", "alert");
    note.textContent = (await this.#module?.script?.failed?.(this, FILES)) ?? FAILED;
    // Something else may be shown by now.
    if (start !== this.#start) return;
    this.#content.place.prepend(note);
  }

  #reportError(code, message) {
    console.error(`<article-explainer>: ${message}`);
    this.#tell("explainer-error", { code, message });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

reflect(ArticleExplainer.prototype);

if (globalThis.customElements && !customElements.get("article-explainer")) {
  customElements.define("article-explainer", ArticleExplainer);
}

/** Takes in the explainers that stand in the page as plain HTML; for pages that put some in later. */
export async function adopt() {
  if (document.querySelector(PLAIN)) (await loadTools()).takeIn([...REFLECTED, "id", "lang"]);
}

// The plain HTML stays where its script can't be had.
if (globalThis.customElements) Promise.resolve(parsed()).then(adopt).catch(console.error);
