import type { Node } from "typescript/unstable/ast";

/** What a parameter stands for while the body of a function is read: the argument, read where the call stands. */
export type Scope = ReadonlyMap<Node, () => readonly Value[]>;

/** A value that the code can only have while it runs, or none of those that this reader knows. */
export class Unreadable extends Error {
  readonly node: Node;

  constructor(node: Node, why: string) {
    super(why);
    this.node = node;
  }
}

/** What an expression may be; objects, lists and functions are read further when somebody asks for their parts. */
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | { readonly kind: "object"; readonly node: Node; readonly scope: Scope }
  | { readonly kind: "function"; readonly node: Node; readonly scope: Scope }
  | { readonly kind: "list"; readonly items: () => Item[] }
  | { readonly kind: "pattern"; readonly pattern: RegExp };

type Whole = Extract<Value, object>;
/** An item of a list, read when somebody asks for it. */
export type Item = () => readonly Value[];

export function isWhole<Kind extends Whole["kind"]>(
  value: Value | undefined,
  kind: Kind,
): value is Extract<Whole, { kind: Kind }> {
  return typeof value === "object" && value !== null && value.kind === kind;
}

/** The items of a list; throws `Unreadable` where there is none. */
export function itemsOf(node: Node, list: Value): Item[] {
  if (!isWhole(list, "list")) throw new Unreadable(node, "is no list of constants");
  return list.items();
}

/** More variants than that of one statement nobody has read. */
const MOST = 64;

/** The values without repetition. */
export function distinct(values: readonly Value[]): Value[] {
  return [...new Set(values)].slice(0, MOST);
}

/** Every way to choose one of each: the parts of a template and their variants. */
export function combinations(parts: readonly (readonly Value[])[]): Value[][] {
  return parts
    .reduce<Value[][]>((made, variants) => made.flatMap((one) => variants.map((value) => [...one, value])), [[]])
    .slice(0, MOST);
}

export function textOf(node: Node, value: Value | undefined): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  throw new Unreadable(node, "puts something into the text that is none");
}

/** What reads expressions, handed to the parts that read inside of it. */
export interface Reader {
  values(node: Node, scope: Scope): Value[];
  /** The names and values of an object's properties. */
  properties(node: Node, whole: Value): (readonly [name: string, value: Item])[];
  /** Whether a condition holds; both, where only running tells. */
  truths(condition: Node, scope: Scope): boolean[];
}
