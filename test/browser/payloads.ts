import { AWKWARD_NAMES } from "../support/charts.ts";

const RUN = "globalThis.__pwned='pwn'";
const ADDRESS = "https://pwn.invalid/x.png";

/** Texts that run, fetch or break something in places that take text for code. */
export const PAYLOADS: readonly string[] = [
  ...AWKWARD_NAMES,
  // HTML: elements, and ways out of attributes, comments, titles, scripts and styles.
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload="${RUN}">`,
  `</title><svg onload=${RUN}>`,
  `</td></tr></table><h1 onclick="${RUN}">pwn`,
  `</text></svg><iframe srcdoc="<script>parent.__pwned='pwn'</script>">`,
  `"><img src=x onerror=${RUN}>`,
  `' onmouseover='${RUN}' x='`,
  `" onmouseover="${RUN}" style="position:fixed;inset:0" x="`,
  `" autofocus tabindex=0 onfocus=${RUN} x="`,
  `\`><img src=x onerror=${RUN}>`,
  `--><script>${RUN}</script><!--`,
  `]]><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `<style>@import "${ADDRESS}";* { display: none }</style>pwn`,
  `<link rel=stylesheet href="${ADDRESS}">`,
  `<base href="${ADDRESS}">`,
  `<meta http-equiv=refresh content="0;url=${ADDRESS}">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">`,
  // Text that is markup only once it has been decoded, or decoded twice.
  `&lt;img src=x onerror="${RUN}"&gt;`,
  `&amp;lt;script&amp;gt;${RUN}&amp;lt;/script&amp;gt;`,
  `&#60;img src=x onerror=${RUN}&#62;`,
  `\\u003cimg src=x onerror=${RUN}\\u003e`,
  `\uff1cscript\uff1e${RUN}\uff1c/script\uff1e`,
  // Templates and expressions.
  `\${${RUN}}`,
  `{{constructor.constructor("${RUN}")()}}`,
  `<%= ${RUN} %>pwn`,
  `'+(${RUN})+'`,
  `datum["x"]+(${RUN})`,
  `event.view.setTimeout("${RUN}")`,
  `signal: ${RUN}`,
  `{"signal":"${RUN}"}`,
  `{"expr":"${RUN}"}`,
  `{"url":"${ADDRESS}"}`,
  // Addresses.
  ADDRESS,
  "//pwn.invalid/x.png",
  `javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `url(${ADDRESS})`,
  // Markdown: pictures, links, automatic links, definitions, markup, cells, fences, headings.
  `![pwn](${ADDRESS})`,
  `[pwn](${ADDRESS})`,
  `[pwn](javascript:${RUN})`,
  `[pwn]: ${ADDRESS}`,
  `<${ADDRESS}>`,
  `www.pwn.invalid pwn@pwn.invalid`,
  `\\<img src=x onerror=${RUN}>`,
  `\\| pwn | \\\\| pwn |`,
  `\`pwn | pwn\` | <img src=x onerror=${RUN}>`,
  "pwn |\n|---|---|\n# pwn",
  "```\n<h1>pwn</h1>\n```",
  "**pwn** __pwn__ ~~pwn~~ # pwn\n- pwn\n1. pwn\n> pwn",
  // Spreadsheets.
  "=cmd|' /C calc'!A0 pwn",
  "+pwn-1",
  "-pwn+1",
  "@SUM(pwn)",
  "\t=pwn",
  "\r=pwn",
  '=IMPORTXML("https://pwn.invalid","//a")',
  'pwn","=1+1","',
  "pwn\r\n=1+1",
  // Terminals, and text that turns around or hides.
  "\u001b]8;;https://pwn.invalid\u0007pwn\u001b]8;;\u0007",
  "\u001b[2J\u001b[1;1Hpwn",
  "\u009b31mpwn",
  "\u0000pwn\u0008\u0008\u0008",
  "\u202epwn\u2066\u2067\u2069",
  "p\u200bw\u2060n\ufeff pwn",
  "pwn\u2028pwn\u2029pwn",
];

/** Names of columns that mean something to one tool or another. */
export const COLUMNS: readonly string[] = [
  ...new Set([
    "__proto__",
    "constructor",
    "href",
    "url",
    "image",
    "title",
    "signal",
    "expr",
    "datum.x",
    "a[0]",
    "a'b\"c\\d",
    ...PAYLOADS.filter((payload) => payload !== "" && payload.length < 60),
  ]),
];

/** Records where text should be. Each is refused, or is shown as text. */
export const OBJECTS: readonly object[] = [
  { signal: RUN },
  { expr: RUN },
  { href: ADDRESS },
  { url: ADDRESS },
  { image: ADDRESS, title: `<img src=x onerror=${RUN}>` },
  { toString: `${RUN}pwn`, valueOf: 1 },
  ["pwn", { signal: RUN }],
];
