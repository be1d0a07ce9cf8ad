import { useState } from "react";

/** Whether this wish could be had at some time while it was looked at: then "taken" is news, and else plain fact. */
export function useWasFree(wish: object, isFreeNow: boolean): boolean {
  const key = JSON.stringify(wish);
  const [freeKey, setFreeKey] = useState<string | null>(null);
  if (isFreeNow && freeKey !== key) setFreeKey(key);
  return isFreeNow || freeKey === key;
}
