import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ArticleExplainer, ExplainerEventMap } from "./explainer.js";

/** `<article-explainer>` in React 19: its properties, and its events as `onexplainer-ready` and so on. */
export type ArticleExplainerProps = DetailedHTMLProps<HTMLAttributes<ArticleExplainer>, ArticleExplainer> &
  Partial<
    Pick<ArticleExplainer, "src" | "theme" | "open" | "headingLevel" | "header" | "load" | "deepLinks"> & {
      article: object | string | null;
    } & { [Type in keyof ExplainerEventMap as `on${Type}`]: (event: ExplainerEventMap[Type]) => void }
  >;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "article-explainer": ArticleExplainerProps;
    }
  }
}
