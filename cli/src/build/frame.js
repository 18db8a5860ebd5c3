// Inside a frame: says to the page around it how tall the explainer is, and hands links to items to it and back.
// Heights are said as AMP and Pym say them, so that pages with the scripts of either need no other.

const explainer = document.querySelector("article-explainer");
const prefix = `#${explainer.id || "explainer"}-`;
const pym = new URLSearchParams(location.search).get("childId");

if (parent !== window) {
  // Nothing of this is secret, and who frames the page is not known.
  const say = (message) => parent.postMessage(message, "*");
  const sayHeight = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    say({ sentinel: "amp", type: "embed-size", height });
    if (pym) say(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
  };
  const hello = () => {
    sayHeight();
    say({ sentinel: "explainer", type: "hello" });
  };
  // A sheet at the lower edge of a frame as tall as its page would be out of sight: it opens where the reader is.
  let place = 0;
  for (const type of ["pointerdown", "focusin"]) {
    addEventListener(type, ({ target }) => (place = target.getBoundingClientRect().bottom + scrollY), true);
  }
  const put = ({ target, newState }) => {
    if (newState !== "open" || !target.popover) return;
    const room = document.documentElement.scrollHeight - target.offsetHeight;
    Object.assign(target.style, { position: "absolute", inset: `${Math.max(0, Math.min(place + 8, room))}px 0 auto`, maxBlockSize: "480px" });
  };
  document.addEventListener("toggle", put, true);

  new ResizeObserver(sayHeight).observe(document.body);

  addEventListener("message", ({ data, source }) => {
    if (source !== parent || data?.sentinel !== "explainer") return;
    if (data.type === "hello") hello();
    const { hash } = data;
    if (data.type !== "hash" || typeof hash !== "string" || !hash.startsWith(prefix)) return;
    // An id that is none of the article's is found to be none; nothing else is done with it.
    customElements.whenDefined("article-explainer").then(() => explainer.reveal(hash.slice(prefix.length)));
  });
  addEventListener("explainer-reveal", ({ detail: { id, hash } }) => {
    const item = document.getElementById(hash.slice(1)) ?? explainer.shadowRoot?.getElementById(id);
    if (!item) return;
    sayHeight();
    // An issue may have no box of its own; its summary has one.
    const { top } = (item.querySelector("summary") ?? item).getBoundingClientRect();
    say({ sentinel: "explainer", type: "reveal", hash, top: top + scrollY });
  });
  hello();
}
