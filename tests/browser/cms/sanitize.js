// What sanitize-html makes of the HTML on standard input: as it comes, or widened by what editors of web pages usually
// allow (`wide`). The first argument is the folder of the npm packages.
const [packages, how] = process.argv.slice(2);
const sanitize = require(require.resolve("sanitize-html", { paths: [packages] }));
const { allowedTags, allowedAttributes } = sanitize.defaults;
const wide = {
  allowedTags: [...allowedTags, "details", "img", "summary"],
  allowedAttributes: {
    ...allowedAttributes,
    "*": ["class", "data-*", "dir", "id", "lang", "title"],
    details: ["open"],
    ol: ["start"],
  },
};
const html = require("node:fs").readFileSync(0, "utf8");
process.stdout.write(sanitize(html, how === "wide" ? wide : undefined));
