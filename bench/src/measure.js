// Runs in a page before anything of the page's own, and keeps what the browser tells of it in `__seen`. OPENERS and ANSWERS
// stand for expressions of the page that is measured.
(() => {
  const seen = { first: null, largest: null, opens: null, answers: null, arrived: 0, blocked: 0, longest: 0, shift: 0, last: 0, memory: null, reactions: [] };
  Object.defineProperty(globalThis, "__seen", { value: seen });
  const observe = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  const busy = (until) => (seen.last = Math.max(seen.last, until));
  observe("paint", (entry) => {
    if (entry.name === "first-contentful-paint") seen.first = entry.startTime;
    busy(entry.startTime);
  });
  observe("largest-contentful-paint", (entry) => (seen.largest = entry.startTime));
  observe("longtask", (entry) => {
    seen.blocked += entry.duration - 50;
    seen.longest = Math.max(seen.longest, entry.duration);
    busy(entry.startTime + entry.duration);
  });
  observe("layout-shift", (entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value;
  });
  observe("resource", (entry) => busy(entry.responseEnd));

  seen.openers = () => OPENERS;
  const answers = () => ANSWERS;
  const look = () => {
    const now = performance.now();
    if (document.body) {
      if (seen.opens === null && seen.openers()[0]?.getClientRects().length) seen.opens = now;
      if (seen.answers === null && answers()) {
        busy((seen.answers = now));
        seen.arrived = Math.max(...performance.getEntriesByType("resource").map((entry) => entry.responseEnd));
      }
    }
    requestAnimationFrame(look);
  };
  look();

  /** The page has loaded, does what it is awaited for, and has done nothing more for a second. */
  seen.isQuiet = (awaited) => document.readyState === "complete" && (!awaited || seen.answers !== null) && performance.now() - seen.last > 1000;

  // A program's memory is none of the scripts' own.
  const start = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...all) => {
    const made = await start(...all);
    seen.memory = Object.values(made.instance.exports).find((each) => each instanceof WebAssembly.Memory);
    return made;
  };

  /**
   * From an event until the frame that follows it has been handed over; and how long of that the main thread was at work, in
   * the event's listeners, whose promises are settled before the window hears of the event last, and in the frame.
   */
  for (const type of ["click", "input"]) {
    let handled;
    addEventListener(type, () => (handled = performance.now()), { passive: true });
    addEventListener(type, (event) => {
      const begun = performance.now();
      requestAnimationFrame(() => {
        const frame = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const now = performance.now();
          seen.reactions.push({ type, took: now - event.timeStamp, worked: handled - begun + (now - frame) });
        };
        port2.postMessage(0);
      });
    }, { capture: true, passive: true });
  }
})();
