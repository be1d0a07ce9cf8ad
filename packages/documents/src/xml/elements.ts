import { DOMImplementation, type Document, type Element, Node, XMLSerializer } from "@xmldom/xmldom";
import { resolveName } from "./namespaces.ts";

/** The elements of a name directly below one, in their order. None below none. */
export function childrenNamed(parent: Element | null, name: string): Element[] {
  const { namespace, localName } = resolveName(name);
  return childElements(parent).filter((child) => child.localName === localName && child.namespaceURI === namespace);
}

/** The first of them, or none. */
export function childNamed(parent: Element | null, name: string): Element | null {
  return childrenNamed(parent, name)[0] ?? null;
}

export function childElements(parent: Element | null): Element[] {
  return [...(parent?.childNodes ?? [])].filter(isElement);
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** The text directly in an element, without the white space around it; "" of none. */
export function textOf(element: Element | null): string {
  return element?.textContent?.trim() ?? "";
}

/** A new last child. */
export function append(parent: Element, name: string): Element {
  const { namespace } = resolveName(name);
  const document = parent.ownerDocument;
  if (document === null) throw new Error(`${parent.nodeName} is in no document.`);
  const child = document.createElementNS(namespace, name);
  parent.appendChild(child);
  return child;
}

/** A document with its outermost element: "Invoice" of the namespace that "inv:Invoice" names, and the prefixes declared once. */
export function newDocument(name: string, qualifiedName: string, prefixes: readonly string[]): Element {
  const document: Document = new DOMImplementation().createDocument(resolveName(name).namespace, qualifiedName, null);
  const root = document.documentElement;
  if (root === null) throw new Error(`No document could be made of ${name}.`);
  for (const prefix of prefixes) {
    root.setAttributeNS("http://www.w3.org/2000/xmlns/", `xmlns:${prefix}`, resolveName(`${prefix}:`).namespace);
  }
  return root;
}

/** The document of an element as UTF-8 text with its declaration. Throws where a text has characters that XML has not. */
export function serialize(root: Element): string {
  const text = new XMLSerializer().serializeToString(root, { requireWellFormed: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}
