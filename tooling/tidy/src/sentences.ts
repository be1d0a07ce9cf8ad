import { parseSync } from "vite";

/** Attributes and properties that somebody reads or hears. */
const SAID =
  /^(?!enterKeyHint$)(label|title|placeholder|alt|description|text|detail|term|message|aria-label|aria-description|aria-roledescription|\w+Label|\w+Message|\w+Title|\w+Hint)$/;

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value): Node[] =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

function* walk(node: Node): Generator<Node> {
  if (node.type === "JSXElement" && CODE.includes(nameOf((node["openingElement"] as Node)["name"]))) return;
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

function parsed(file: string, text: string): Node {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  return program as unknown as Node;
}

/** Letters, but neither the product's name, a file's, nor the end of an id. */
const hasLetters = (text: unknown): text is string =>
  typeof text === "string" && /\p{L}/u.test(text) && !/^\s*Working Social\s*$|^[\w-]+\.json$|^-/.test(text);

/** What stands on a key, or in a file, says no sentence. */
const CODE = ["code", "kbd", "Kbd"];

/** The literal words of an expression, through what chooses between them or joins them; what is handed to a function is not said by it. */
function wordsOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case "Literal":
      return hasLetters(node["value"]) ? [node["value"]] : [];
    case "TemplateLiteral": {
      const quasis = node["quasis"] as readonly { value: { cooked: string } }[];
      return quasis.map(({ value }) => value.cooked).filter(hasLetters);
    }
    case "JSXExpressionContainer":
      return wordsOf(node["expression"]);
    case "ConditionalExpression":
      return [...wordsOf(node["consequent"]), ...wordsOf(node["alternate"])];
    case "LogicalExpression":
    case "BinaryExpression":
      return /^(\+|&&|\|\||\?\?)$/.test(String(node["operator"]))
        ? [...wordsOf(node["left"]), ...wordsOf(node["right"])]
        : [];
    default:
      return [];
  }
}

const nameOf = (node: unknown): string => (isNode(node) ? String(node["name"] ?? node["value"] ?? "") : "");

/** Sentences that a screen says by itself, past every catalog. */
export function spokenIn(file: string, text: string): string[] {
  return [...walk(parsed(file, text))].flatMap((node) => {
    if (node.type === "JSXText") return hasLetters(node["value"]) ? [node["value"].trim()] : [];
    if (node.type === "JSXAttribute") return SAID.test(nameOf(node["name"])) ? wordsOf(node["value"]) : [];
    if (node.type === "JSXElement" || node.type === "JSXFragment")
      return (node["children"] as Node[]).filter(({ type }) => type === "JSXExpressionContainer").flatMap(wordsOf);
    if (node.type === "Property") return SAID.test(nameOf(node["key"])) ? wordsOf(node["value"]) : [];
    return [];
  });
}

/** What a catalog does by itself that Intl knows better, as code. */
export function bentByHand(file: string, text: string): string[] {
  return [...walk(parsed(file, text))].flatMap((node) => {
    const code = () => text.slice(Number(node["start"]), Number(node["end"])).replaceAll(/\s+/g, " ").slice(0, 80);
    if (node.type === "NewExpression" || node.type === "CallExpression") {
      const callee = node["callee"] as Node;
      const [first] = node["arguments"] as unknown[];
      const method = nameOf(callee["property"]);
      const isIntl = nameOf(callee["object"]) === "Intl" || method.startsWith("toLocale");
      if (isIntl && wordsOf(first).length > 0) return [`${code()}: a locale is the reader's, from lib/locale.ts.`];
      if (method === "join" && wordsOf(first).length > 0) return [`${code()}: a list is formatList's.`];
    }
    if (node.type === "ConditionalExpression" && countsOne(node["test"]) && wordsOf(node).length > 0)
      return [`${code()}: counting is plural's.`];
    return [];
  });
}

function countsOne(test: unknown): boolean {
  return isNode(test) && test["operator"] === "===" && isNode(test["right"]) && test["right"]["value"] === 1;
}
