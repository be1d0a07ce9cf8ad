/** Deeper than anything that we ask for, floors with their outlines included; programs that walk deeper run out of stack. */
const MAX_DEPTH = 32;

/** Whether a parsed JSON value has lists or objects within each other beyond what any input of ours has. */
export function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === MAX_DEPTH || Object.values(value).some((part) => isTooDeep(part, depth + 1));
}
