/**
 * PostgreSQL's own text of a parsed statement (`pg_node_tree`): {NAME :field value …}, (lists), "<>" for nothing, and
 * numbers and words. Its names are those of src/include/nodes/{parsenodes,primnodes}.h.
 */
export type Tree = TreeNode | readonly Tree[] | string | null;

export interface TreeNode {
  readonly is: string;
  readonly fields: ReadonlyMap<string, Tree>;
}

/** Reads the text; words and numbers stay texts. */
export function parseTree(text: string): Tree {
  const tokens = text.match(/\{|\}|\(|\)|(?:\\.|[^\s(){}\\])+/g) ?? [];
  let at = 0;
  const next = () => tokens[at++] ?? "";
  const peek = () => tokens[at] ?? "";

  const parse = (): Tree => {
    const token = next();
    if (token === "{") return parseNode();
    if (token === "(") return parseList();
    return token === "<>" ? null : token.replaceAll(/\\(.)/g, "$1");
  };
  const parseList = (): Tree[] => {
    const items: Tree[] = [];
    while (peek() !== ")") items.push(parse());
    next();
    return items;
  };
  const parseNode = (): TreeNode => {
    const is = next();
    const fields = new Map<string, Tree>();
    while (peek() !== "}") {
      const name = next().replace(/^:/, "");
      const values: Tree[] = [];
      while (peek() !== "}" && !peek().startsWith(":")) values.push(parse());
      fields.set(name, values.length === 1 ? (values[0] ?? null) : values);
    }
    next();
    return { is, fields };
  };
  return parse();
}

export function isNode(tree: Tree | undefined): tree is TreeNode {
  return typeof tree === "object" && tree !== null && "fields" in tree;
}

/** A field that is a node; fails when PostgreSQL's trees look otherwise than this reader believes. */
export function nodeIn(node: TreeNode, field: string): TreeNode | null {
  const found = node.fields.get(field);
  if (found === null || found === undefined) return null;
  if (!isNode(found)) throw new Error(`${node.is} has no node :${field}.`);
  return found;
}

/** The nodes of a list; none where there is no list. */
export function nodesIn(node: TreeNode, field: string): TreeNode[] {
  const found = node.fields.get(field);
  return Array.isArray(found) ? found.filter(isNode) : isNode(found) ? [found] : [];
}

export function numberIn(node: TreeNode, field: string): number {
  return Number(node.fields.get(field));
}

export function textIn(node: TreeNode, field: string): string {
  const found = node.fields.get(field);
  return typeof found === "string" ? found.replace(/^"(.*)"$/s, "$1") : "";
}

/** Sets of numbers are lists that begin with "b"; of nothing, "(b)". */
export function setIn(node: TreeNode, field: string): number[] {
  const found = node.fields.get(field);
  return Array.isArray(found) ? found.slice(1).map(Number) : [];
}

/** The text of a constant: its bytes without the header of a text, or without the end of a C string. */
export function bytesIn(node: TreeNode): string {
  const found = node.fields.get("constvalue");
  const bytes = Array.isArray(found) ? found.slice(2, -1).map(Number) : [];
  const isText = Number(node.fields.get("constlen")) === -1;
  return Buffer.from(isText ? bytes.slice(4) : bytes.slice(0, -1)).toString("utf8");
}
