import type { Element } from "@xmldom/xmldom";
import { append, childNamed, childrenNamed, textOf } from "./elements.ts";

/** What stands for the whole document while it is read or written. */
interface Wire {
  /** BT-5: every amount that says no other is of it. */
  readonly currency: string;
}

/**
 * How a value stands in an element, in both directions: what is written is read again because one line says both. Who reads
 * may be given no element, and finds nothing; who writes leaves out what is null or "".
 */
export interface Codec<T> {
  read(from: Element | null, wire: Wire): T;
  write(to: Element, value: T, wire: Wire): void;
}

/** Every character that XML 1.0 has none for, such as a vertical tab: https://www.w3.org/TR/xml/#charsets */
const NO_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Such a character is a blank in the XML: nobody sees one, and no invoice may wait for a note to be typed again. */
const writable = (value: string): string => value.replaceAll(NO_CHARACTER, " ");

/** The text of the element itself. */
export const content: Codec<string> = {
  read: (from) => textOf(from),
  write: (to, value) => {
    if (value !== "") to.textContent = writable(value);
  },
};

export function attribute(name: string): Codec<string> {
  return {
    read: (from) => from?.getAttribute(name)?.trim() ?? "",
    write: (to, value) => {
      if (value !== "") to.setAttribute(name, writable(value));
    },
  };
}

/** In a child. What stands at one child in several fields shares it; a child that stays empty is not written. */
export function at<T>(name: string, inner: Codec<T>): Codec<T> {
  return {
    read: (parent, wire) => inner.read(childNamed(parent, name), wire),
    write: (parent, value, wire) => {
      const child = childNamed(parent, name) ?? append(parent, name);
      inner.write(child, value, wire);
      if (isEmpty(child)) parent.removeChild(child);
    },
  };
}

/** Through several children, the outermost first. */
export function within<T>(names: readonly string[], inner: Codec<T>): Codec<T> {
  return names.reduceRight((deeper, name) => at(name, deeper), inner);
}

const isEmpty = (element: Element): boolean => element.childNodes.length === 0 && element.attributes.length === 0;

/** Every element, whatever is in it. */
const UNMARKED: Mark = { isOn: () => true, put: () => undefined };

export const text = (name: string): Codec<string> => at(name, content);

/** A text that may be missing: null where there is none. */
export const optional = (inner: Codec<string>): Codec<string | null> => ({
  read: (from, wire) => inner.read(from, wire) || null,
  write: (to, value, wire) => {
    if (value !== null) inner.write(to, value, wire);
  },
});

/**
 * BT-20. XRechnung asks that a line about a cash discount (#SKONTO#…#) ends with the end of a line, also where it is the last
 * (BR-DE-18); who reads takes it away again.
 */
export const paymentTerms = (name: string): Codec<string | null> => ({
  read: optionalText(name).read,
  write: (to, value, wire) => optionalText(name).write(to, value?.trimEnd().endsWith("#") ? `${value}\n` : value, wire),
});

export const optionalText = (name: string): Codec<string | null> => optional(text(name));

/** Null where the child is missing, even if what would be in it may be missing too. */
export function maybe<T>(name: string, inner: Codec<T>, mark: Mark = UNMARKED): Codec<T | null> {
  return {
    read: (parent, wire) => {
      const child = childrenNamed(parent, name).find((one) => mark.isOn(one));
      return child === undefined ? null : inner.read(child, wire);
    },
    write: (parent, value, wire) => {
      if (value !== null) many(name, inner, mark).write(parent, [value], wire);
    },
  };
}

/** A child for each of a list; with a mark, those that carry it. */
export function many<T>(name: string, inner: Codec<T>, mark: Mark = UNMARKED): Codec<readonly T[]> {
  return {
    read: (parent, wire) =>
      childrenNamed(parent, name)
        .filter((child) => mark.isOn(child))
        .map((child) => inner.read(child, wire)),
    write: (parent, values, wire) => {
      for (const value of values) {
        const child = append(parent, name);
        inner.write(child, value, wire);
        if (isEmpty(child)) parent.removeChild(child);
        else mark.put(child);
      }
    },
  };
}

/** What tells elements of one name apart: an allowance from a charge, the invoiced object from an attachment. */
export interface Mark {
  isOn(element: Element): boolean;
  put(element: Element): void;
}

/** A certain text in a certain place. */
export function marked(place: Codec<string>, value: string): Mark {
  return {
    isOn: (element) => place.read(element, NOWHERE) === value,
    put: (element) => place.write(element, value, NOWHERE),
  };
}

const NOWHERE: Wire = { currency: "" };

/** None of these marks; what is written like this carries what `put` says, or nothing. */
export const unmarked = (marks: readonly Mark[], put: Mark["put"] = () => undefined): Mark => ({
  isOn: (element) => !marks.some((mark) => mark.isOn(element)),
  put,
});
