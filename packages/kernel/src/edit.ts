import { holdsSame, isSameJson } from "./canonical-json.ts";
import { DomainError, type CommonRefusal } from "./errors.ts";

/** Some fields of something: what is absent stays as it is, null clears. A list is one field, an object's fields are several. */
export type Edit<T> = {
  [K in keyof T]?: T[K] extends object ? (T[K] extends readonly unknown[] ? T[K] : Edit<T[K]>) : T[K];
};

/** What the editor showed of the edited fields when it was opened. */
export type Seen = Record<string, unknown>;

/** The fields in which `after` differs from `before`; a field that `after` does not have is none. */
export function editBetween<T extends object>(before: object, after: T): Edit<T> {
  return differences(before as Seen, after as Seen, after as Seen) as Edit<T>;
}

/** The same of a form: touched is what was `typed` other than it was `opened` with, and it says what the schema `read` of it. */
export function touchedOf<T extends object>(opened: object, typed: object, read: T): Edit<T> {
  return differences(opened as Seen, typed as Seen, read as Seen) as Edit<T>;
}

/** What was there of the edited fields. */
export function seenOf(opened: object, edit: object): Seen {
  return Object.fromEntries(Object.entries(opened).filter(([field]) => Object.hasOwn(edit, field)));
}

export function isUntouched(edit: object): boolean {
  return Object.keys(edit).length === 0;
}

/** `whole` with the fields of `edit` in it. */
export function withEdit<T extends object>(whole: T, edit: Edit<T>): T {
  return merged(whole as Seen, edit as Seen) as T;
}

/**
 * What somebody's edit makes of a thing as it is now, under the lock of its row: others' edits of other fields stay. Throws
 * edited_meanwhile where a field says neither what the editor saw nor what it is to say; a field that was not seen is not asked.
 */
export function mergeEdit<T extends object>(now: T, edit: Edit<T>, seen: Seen = {}): T {
  const theirs = conflicts(now as Seen, edit as Seen, seen);
  if (!isUntouched(theirs)) throw new DomainError<CommonRefusal>("conflict", { code: "edited_meanwhile", now: theirs });
  return withEdit(now, edit);
}

function differences(before: Seen, after: Seen, said: Seen): Seen {
  const edit: Seen = {};
  for (const [field, value] of Object.entries(after)) {
    const [earlier, saying] = [before[field], said[field]];
    if (isFields(value) && isFields(earlier) && isFields(saying)) {
      const inner = differences(earlier, value, saying);
      if (!isUntouched(inner)) edit[field] = inner;
    } else if (!isSameJson(earlier, value)) edit[field] = saying;
  }
  return edit;
}

function merged(whole: Seen, edit: Seen): Seen {
  const after = { ...whole };
  for (const [field, value] of Object.entries(edit)) {
    const inner = whole[field];
    if (value !== undefined) after[field] = isFields(value) && isFields(inner) ? merged(inner, value) : value;
  }
  return after;
}

/** The edited fields that somebody else changed, as they are now. */
function conflicts(now: Seen, edit: Seen, seen: Seen): Seen {
  const theirs: Seen = {};
  for (const [field, value] of Object.entries(edit)) {
    if (value === undefined || !Object.hasOwn(seen, field)) continue;
    const [current, shown] = [now[field], seen[field]];
    if (isFields(value) && isFields(current) && isFields(shown)) {
      const inner = conflicts(current, value, shown);
      if (!isUntouched(inner)) theirs[field] = inner;
    } else if (!isSameJson(current, shown) && !isSameInAnyOrder(current, value)) theirs[field] = current;
  }
  return theirs;
}

function isFields(value: unknown): value is Seen {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A try that is sent again after a lost answer finds its own list, in the order in which it is kept. */
function isSameInAnyOrder(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) ? holdsSame(one, other) : isSameJson(one, other);
}
