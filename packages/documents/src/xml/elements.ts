import { DOMImplementation, type Document, type Element, Node, XMLSerializer } from "@xmldom/xmldom";
import { resolveName } from "./namespaces.ts";

/** The elements of a name directly below one, in their order. None below none. */
export function childrenNamed(parent: Element | null, name: string): Element[] {
  return childElements(parent).filter((child) => isNamed(child, name));
}

/** The first of them, or none. */
export function childNamed(parent: Element | null, name: string): Element | null {
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (isElement(node) && isNamed(node, name)) return node;
  }
  return null;
}

/** From sibling to sibling: the list of children that the library keeps is counted anew whenever it is asked. */
export function childElements(parent: Element | null): Element[] {
  const elements: Element[] = [];
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (isElement(node)) elements.push(node);
  }
  return elements;
}

/** Whether an element is what a name such as "cbc:ID" means, whatever its prefix. */
export function isNamed(element: Element, name: string): boolean {
  const { namespace, localName } = resolveName(name);
  return element.localName === localName && element.namespaceURI === namespace;
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

/** The document of an element as text with its declaration. Throws where it is not well-formed, which codecs see to. */
export function serialize(root: Element): string {
  const text = new XMLSerializer().serializeToString(root, { requireWellFormed: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}
