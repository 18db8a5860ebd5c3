/** What `explainer-ready` tells. */
export interface ExplainerReadyDetail {
  /** Whether it works on prerendered HTML; otherwise the explainer was rendered from a document. */
  prerendered: boolean;
}

/** What `explainer-before-toggle` and `explainer-toggle` tell. */
export interface ExplainerToggleDetail {
  /** The id of the issue. */
  id: string;
  /** Whether it will be open, or is. */
  open: boolean;
}

/** What `explainer-reveal` tells. */
export interface ExplainerRevealDetail {
  /** The id of the item. */
  id: string;
  /** The page's hash for it, with its `#`. */
  hash: string;
}

/** What `explainer-select` tells. */
export interface ExplainerSelectDetail {
  /** The id of the issue or event that was chosen; null where it was let go of. */
  id: string | null;
}

/** What `explainer-error` tells. */
export interface ExplainerErrorDetail {
  /**
   * What went wrong: the document can't be had or is not good, the program can't be had, the stylesheet can't be had, the
   * program has stopped.
   */
  code: "document" | "widget" | "style" | "version" | "panic";
  /** It in words, for developers. */
  message: string;
}

/** The events of the element; all bubble and cross shadow roots. */
export interface ExplainerEventMap {
  "explainer-ready": CustomEvent<ExplainerReadyDetail>;
  "explainer-before-toggle": CustomEvent<ExplainerToggleDetail>;
  "explainer-toggle": CustomEvent<ExplainerToggleDetail>;
  "explainer-reveal": CustomEvent<ExplainerRevealDetail>;
  "explainer-select": CustomEvent<ExplainerSelectDetail>;
  "explainer-error": CustomEvent<ExplainerErrorDetail>;
}

/** The element `<article-explainer>`. */
export interface ArticleExplainer extends HTMLElement {
  /** The address of the document; null for the built-in article. */
  src: string | null;
  /** The colours; null for those of the page's colour scheme. */
  theme: "light" | "dark" | "auto" | null;
  /** The ids of what stands open at first, with spaces between. */
  open: string | null;
  /** The level of the headline; null for `"2"`. */
  headingLevel: "1" | "2" | "3" | "4" | "5" | "6" | null;
  /** How much of a header there is; null for `"full"`. */
  header: "full" | "compact" | "none" | null;
  /** When the widget is loaded; null for `"interaction"` where the text is prerendered, else for `"visible"`. */
  load: "visible" | "idle" | "now" | "interaction" | null;
  /** `"off"`: the page's hash is neither read nor written. */
  deepLinks: "off" | null;
  /** The document itself, which goes before `src`; undefined where there is none. It may be set as JSON. */
  get article(): object | undefined;
  set article(article: object | string | null | undefined);
  /** Whether the explainer answers to its reader. */
  readonly ready: boolean;
  /** Opens an item, scrolls to it and moves the focus there. Resolves to whether there is such an item. */
  reveal(id: string): Promise<boolean>;
  /** Opens every issue. */
  expandAll(): void;
  /** Closes every issue. */
  collapseAll(): void;
  addEventListener<K extends keyof ExplainerEventMap>(
    type: K,
    listener: (this: ArticleExplainer, event: ExplainerEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ArticleExplainer, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Takes in the explainers that stand in the page as plain HTML (`NAME.plain.html`), for pages that put some in later. */
export function adopt(): Promise<void>;

declare global {
  interface HTMLElementTagNameMap {
    "article-explainer": ArticleExplainer;
  }
  interface GlobalEventHandlersEventMap extends ExplainerEventMap {}
}
