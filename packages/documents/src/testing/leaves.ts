import type { Element } from "@xmldom/xmldom";
import { childElements, textOf } from "../xml/elements.ts";
import { parseXml } from "../xml/parse.ts";

/** Every text and attribute of a document with the path to it, sorted: what two documents say, whatever the order. */
export function leavesOf(xml: string): string[] {
  return [...leaves(parseXml(xml), "")].sort();
}

function* leaves(element: Element, above: string): Generator<string> {
  const path = `${above}/${element.localName}`;
  for (const { name, value } of element.attributes) {
    if (!/^xmlns|^xsi:/.test(name)) yield `${path}@${name}=${value.trim()}`;
  }
  const children = childElements(element);
  if (children.length === 0 && textOf(element) !== "") yield `${path}=${textOf(element)}`;
  for (const child of children) yield* leaves(child, path);
}
