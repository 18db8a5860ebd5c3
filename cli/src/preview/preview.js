// The preview's page: shows the next version when the document is saved, and puts each problem beside its place.

const panel = document.querySelector(".problems");
const explainer = document.querySelector("article-explainer");

const versions = new EventSource("events");
versions.addEventListener("message", (event) => {
  if (event.data !== document.body.dataset.version) location.reload();
});
const ended = panel.querySelector(".ended");
versions.addEventListener("open", () => (ended.hidden = true));
versions.addEventListener("error", () => (ended.hidden = false));

/** Where a note about a problem goes: called with the note, it puts it there. */
function placeOf({ item, section, block }) {
  const root = explainer.shadowRoot;
  if (item !== undefined) {
    const found = root.getElementById(item);
    const after = found?.closest("p, summary .title, .row") ?? found;
    if (!after) return undefined;
    // What stands in a closed issue would not be seen, so its note comes before it.
    if (after.matches("details")) return (note) => after.before(note);
    return after.matches("li") ? (note) => after.append(note) : (note) => after.after(note);
  }
  if (section === undefined) return undefined;
  const whole = section === "0" ? root.querySelector(".lead") : root.querySelectorAll(".section")[section - 1];
  if (!whole) return undefined;
  if (block === undefined) return (note) => whole.before(note);
  const text = whole.querySelector(":scope > .answer") ?? whole;
  const blocks = [...text.children].filter((child) => !child.matches(".problem"));
  const found = blocks[Math.min(block, blocks.length - 1)];
  return (note) => (found ? found.after(note) : text.append(note));
}

/** A note about a problem, with the way to it in the list. */
function noteOf(problem) {
  const note = document.createElement("p");
  note.className = `problem ${problem.className}`;
  note.lang = "en";
  note.dir = "ltr";
  note.setAttribute("role", "note");
  const severity = document.createElement("strong");
  severity.textContent = problem.querySelector(".severity").textContent;
  const words = [".message", ".mend"].map((part) => problem.querySelector(part).textContent);
  note.append(severity, `, ${problem.querySelector(".line").textContent}: ${words.join("; ")}`);
  note.tabIndex = -1;
  return note;
}

/** Makes the place in the list a button that leads to the note. */
function leadTo(note, problem) {
  const line = problem.querySelector(".line");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = line.textContent;
  button.addEventListener("click", () => {
    for (let parent = note; parent; parent = parent.parentElement) if (parent.matches("details")) parent.open = true;
    note.scrollIntoView({ block: "center" });
    note.focus({ preventScroll: true });
  });
  line.replaceChildren(button);
}

/** Puts every problem beside its place, in the HTML that stays as it is. */
function annotate() {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("preview.css", document.baseURI);
  explainer.shadowRoot.append(style);
  for (const problem of panel.querySelectorAll("li")) {
    const put = placeOf(problem.dataset);
    if (!put) continue;
    const note = noteOf(problem);
    put(note);
    leadTo(note, problem);
  }
  document.body.dataset.annotated = "";
}

if (explainer) annotate();
