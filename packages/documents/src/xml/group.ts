import type { Codec } from "./codec.ts";

/** How each field of a group stands: a field that is missing here does not compile. */
export type Fields<T> = { readonly [K in keyof T]-?: Codec<Present<T[K]>> };

/** An optional field may be absent or null; where it stands in an element it is null. */
type Present<V> = undefined extends V ? Exclude<V, undefined> | null : V;

/** The fields of a group, all of them from one element. What was not there is left out. */
export function group<T extends object>(fields: Fields<T>): Codec<T> {
  const keys = Object.keys(fields) as (keyof T & string)[];
  return {
    read: (at, wire) => {
      const entries = keys.map((key) => [key, fields[key].read(at, wire)] as const);
      // Each value is of its field, by the type of `fields`; that only entries of null are left out, optional ones, is too.
      return Object.fromEntries(entries.filter(([, value]) => value !== null)) as T;
    },
    write: (at, value, wire) => {
      for (const key of keys) {
        const given = value[key] ?? null;
        if (given !== null) fields[key].write(at, given as Present<T[typeof key]>, wire);
      }
    },
  };
}

/** Null where nothing of the group is there: for groups whose fields stand in several elements. */
export function whole<T extends object>(inner: Codec<T>): Codec<T | null> {
  return {
    read: (at, wire) => {
      const value = inner.read(at, wire);
      return hasSomething(value) ? value : null;
    },
    write: (at, value, wire) => {
      if (value !== null) inner.write(at, value, wire);
    },
  };
}

function hasSomething(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(hasSomething);
  return value !== null && value !== undefined && value !== "";
}

/** `{ [key]: value }`, or nothing where the value is null. */
export function leftOutIfNull<K extends string, V>(key: K, value: V | null): { readonly [P in K]?: V } {
  return value === null ? {} : ({ [key]: value } as { readonly [P in K]: V });
}
