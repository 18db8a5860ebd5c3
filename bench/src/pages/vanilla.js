// What one good day's work without a library makes of the same HTML: issues that open all at once, links that open what
// they lead to, and a timeline in proportion to time whose window moves.
class VanillaExplainer extends HTMLElement {
  connectedCallback() {
    this.details = [...this.querySelectorAll("details")];
    this.events = [...this.querySelectorAll(".events > li")];
    const all = document.createElement("button");
    const label = () => (all.textContent = this.details.every((details) => details.open) ? "Close all" : "Open all");
    all.onclick = () => {
      const open = !this.details.every((details) => details.open);
      for (const details of this.details) details.open = open;
    };
    this.addEventListener("toggle", label, true);
    label();
    this.details[0]?.before(all);
    addEventListener("hashchange", () => this.#aim());
    this.#aim();
    this.#strip();
    this.ready = true;
  }

  #aim() {
    const item = location.hash && this.querySelector(`#${CSS.escape(location.hash.slice(1))}`);
    if (!item) return;
    if (item.localName === "details") item.open = true;
    item.scrollIntoView();
  }

  #strip() {
    const times = this.events.map((event) => Date.parse(event.querySelector("time").dateTime));
    const [first, last] = [Math.min(...times), Math.max(...times)];
    let [from, to] = [first, last];
    const strip = document.createElement("div");
    strip.className = "strip";
    strip.tabIndex = 0;
    const marks = this.events.map((event, at) => {
      const mark = document.createElement("a");
      mark.href = `#${event.id}`;
      mark.title = event.querySelector("h3").textContent;
      mark.onclick = () => this.#choose(at);
      strip.append(mark);
      return mark;
    });
    const draw = () => {
      const span = to - from || 1;
      marks.forEach((mark, at) => {
        const place = (times[at] - from) / span;
        mark.hidden = place < 0 || place > 1;
        mark.style.left = `${2 + place * 96}%`;
      });
    };
    strip.onkeydown = ({ key }) => {
      const span = to - from;
      const step = { ArrowLeft: -span / 4, ArrowRight: span / 4 }[key] ?? 0;
      const grow = { "+": -span / 4, "-": span / 4 }[key] ?? 0;
      from = Math.max(first, from + step - grow);
      to = Math.min(last, to + step + grow);
      draw();
    };
    draw();
    this.querySelector(".events")?.before(strip);
  }

  #choose(at) {
    const issues = this.events[at].dataset.issues.split(" ");
    for (const details of this.details) details.classList.toggle("related", issues.includes(details.id));
  }
}

customElements.define("vanilla-explainer", VanillaExplainer);
