// For pages that show explainers in frames: gives each frame the height of what is in it, and hands links to items to it
// and back. Only what a frame itself says is heard, and only from the site that it was loaded from.

(() => {
  if (globalThis.articleExplainerFrames) return;
  globalThis.articleExplainerFrames = true;

  const MOST = 100_000;
  const frames = () => document.querySelectorAll("iframe.article-explainer-frame");
  const origin = (frame) => new URL(frame.src, document.baseURI).origin;
  // Ids may be of any script; browsers write them percent-encoded.
  const isOurs = (hash) => typeof hash === "string" && /^#[\p{L}\p{N}_-]+-[\p{L}\p{M}\p{N}_-]+$/u.test(hash);
  const asked = () => {
    try {
      return decodeURIComponent(location.hash);
    } catch {
      return location.hash;
    }
  };

  const sayHash = (frame) => {
    const hash = asked();
    if (isOurs(hash)) frame.contentWindow.postMessage({ sentinel: "explainer", type: "hash", hash }, origin(frame));
  };

  const hear = {
    hello: sayHash,
    reveal(frame, { hash, top }) {
      if (!isOurs(hash) || !Number.isFinite(top)) return;
      // The address, as a whole: a page may have a <base>.
      if (asked() !== hash) history.replaceState(history.state, "", location.href.split("#")[0] + hash);
      const y = frame.getBoundingClientRect().top + scrollY + top;
      scrollTo({ top: Math.max(0, y - innerHeight / 8) });
    },
  };

  addEventListener("message", ({ data, source, origin: from }) => {
    const frame = [...frames()].find((frame) => frame.contentWindow === source && origin(frame) === from);
    if (!frame || typeof data !== "object" || data === null) return;
    const { sentinel, type, height } = data;
    if (sentinel === "amp" && type === "embed-size" && height > 0 && height < MOST) frame.height = Math.ceil(height);
    if (sentinel === "explainer" && Object.hasOwn(hear, type)) hear[type](frame, data);
  });
  addEventListener("hashchange", () => frames().forEach(sayHash));
  // Frames may have spoken before this script came. There is nothing in this that may not be heard.
  for (const frame of frames()) frame.contentWindow?.postMessage({ sentinel: "explainer", type: "hello" }, "*");
})();
