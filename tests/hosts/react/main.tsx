// React 19 sets properties of elements and listens to their events.
import "article-explainer";
import type {} from "article-explainer/react";
import type { ArticleExplainer } from "article-explainer";
import { StrictMode, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import talks from "../document.json";

function App() {
  const explainer = useRef<ArticleExplainer>(null);
  const [log, setLog] = useState("");
  const [shown, setShown] = useState(true);
  const [other, setOther] = useState(false);
  return (
    <>
      <button id="other" onClick={() => setOther(!other)}>Another article</button>
      <button id="remove" onClick={() => setShown(!shown)}>Remove, bring back</button>
      <button id="reveal" onClick={() => explainer.current?.reveal("syria")}>Syria</button>
      <output id="log">{log}</output>
      {shown && (
        <article-explainer
          ref={explainer}
          lang="de"
          theme={other ? "dark" : "light"}
          article={other ? talks : undefined}
          onexplainer-toggle={({ detail }) => setLog(`${detail.id} ${detail.open}`)}
        />
      )}
    </>
  );
}

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
