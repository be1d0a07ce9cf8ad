import type { Element } from "@xmldom/xmldom";
import { childElements } from "./elements.ts";

/** The order in which a schema wants the children of an element, by the element's name; elements that aren't named stay as written. */
export type Sequences = Readonly<Record<string, readonly string[]>>;

/**
 * Puts children into the order of their schema: both syntaxes are sequences (xs:sequence), while the tables of fields name
 * things in the order of the standard. Equal names keep their order.
 */
export function arrange(element: Element, sequences: Sequences): void {
  const children = childElements(element);
  for (const child of children) arrange(child, sequences);
  const order = sequences[element.nodeName];
  if (order === undefined) return;
  const place = (child: Element): number => {
    const index = order.indexOf(child.nodeName);
    if (index === -1) throw new Error(`${element.nodeName} has no place for ${child.nodeName}.`);
    return index;
  };
  for (const child of children.toSorted((a, b) => place(a) - place(b))) element.appendChild(child);
}
