// A page without a framework, bundled: the import alone makes the element.
import "article-explainer";
import builtIn from "article-explainer/article.json";
import talks from "../document.json";

const explainer = document.querySelector("article-explainer");
const place = document.getElementById("place");

addEventListener("explainer-toggle", ({ detail }) => {
  document.getElementById("log").value = `${detail.id} ${detail.open}`;
});
document.getElementById("other").addEventListener("click", () => {
  explainer.article = explainer.article ? undefined : talks;
});
document.getElementById("remove").addEventListener("click", () => {
  if (explainer.isConnected) explainer.remove();
  else place.append(explainer);
});
document.title = builtIn.headline;
