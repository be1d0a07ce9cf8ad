/** The values of a statement: in the order of $1, $2, …, or, of more than a few, by name: `$bookingId` in the text. */
export type Values = readonly unknown[] | Readonly<Record<string, unknown>>;

/** A text with names as PostgreSQL takes it: $1 is the first of `names`. */
export interface NumberedText {
  readonly text: string;
  readonly names: readonly string[];
}

const NAME = /(?<![\w$])\$([a-z]\w*)/gi;

/** Gives each name of a text its number; one that comes again keeps it. A text without names stays as it is. */
export function numbered(text: string): NumberedText {
  const names: string[] = [];
  const withNumbers = text.replaceAll(NAME, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text: withNumbers, names };
}

/** Values in the order that PostgreSQL wants. Throws on a name without a value: null would be a value. */
export function inOrder({ names, text }: NumberedText, values: Values): unknown[] {
  if (isList(values)) return [...values];
  return names.map((name) => {
    if (values[name] === undefined) throw new TypeError(`A statement names $${name}, which is not given: ${text}`);
    return values[name];
  });
}

function isList(values: Values): values is readonly unknown[] {
  return Array.isArray(values);
}
