/** An element of a page: its name, its attributes and what it holds. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:="([^"]*)")?/y;

/**
 * Reads HTML as strictly as our own writers must write it: every `<` begins a tag, every element is closed in order,
 * attributes stand in double quotes, every `&` begins a numbered character. Whatever else comes is an error.
 */
export function parseHtml(html: string): readonly (Element | string)[] {
  const root: Element = { name: "", attributes: new Map(), children: [] };
  const open: Element[] = [root];
  for (const [token, close, name = "", rest = ""] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:[^"<>]|"[^"]*")*)>|[^<]+|</g,
  )) {
    const parent = open.at(-1) ?? root;
    if (token === "<") throw new Error(`a stray < in ${html}`);
    if (!token.startsWith("<")) parent.children.push(decoded(token));
    else if (close === "/") {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      const element: Element = { name, attributes: attributesOf(rest), children: [] };
      parent.children.push(element);
      if (!rest.endsWith("/")) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name} is not closed`);
  return root.children;
}

/** All elements of a name, however deep. */
export function elementsOf(nodes: readonly (Element | string)[], name: string): Element[] {
  return nodes.flatMap((node) =>
    typeof node === "string"
      ? []
      : [...(node.name === name ? [node] : []), ...elementsOf(node.children, name)],
  );
}

/** The text that an element shows. */
export function textOf(node: Element | string): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", value = ""] of text.replace(/\/$/, "").matchAll(new RegExp(ATTRIBUTE, "g")))
    attributes.set(name, value);
  return attributes;
}

function decoded(text: string): string {
  if (/&(?!#\d+;)/.test(text)) throw new Error(`a stray & in ${text}`);
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
