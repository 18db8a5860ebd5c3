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
    const item = explainer.shadowRoot.getElementById(id);
    sayHeight();
    say({ sentinel: "explainer", type: "reveal", hash, top: item.getBoundingClientRect().top + scrollY });
  });
  hello();
}
