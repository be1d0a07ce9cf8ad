import { v7 } from "uuid";

/** A new UUID version 7: unique, and sorted by time of creation, which keeps indexes compact. */
export function newId(): string {
  return v7();
}
