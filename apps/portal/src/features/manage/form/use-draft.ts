import { withEdit } from "@working-social/kernel";
import { useState } from "react";

/** What is to be, and what was there when somebody began to change it. */
export interface Versions<Whole> {
  now: Whole;
  from: Whole;
}

export interface Draft<Whole> extends Versions<Whole> {
  isBegun: boolean;
  change: (to: Partial<Whole>) => void;
  /** Back to what is saved, whatever that is by now. */
  drop: () => void;
  /** Over what somebody else saved meanwhile, having been told. */
  over: (theirs: object) => Versions<Whole>;
  /** Theirs where the two differ; whatever else was changed stays. */
  take: (theirs: object) => void;
}

/** An editor beside no form: what somebody else saves shows until something is changed here, and never slips under that. */
export function useDraft<Whole extends object>(saved: Whole): Draft<Whole> {
  const [begun, setBegun] = useState<Versions<Whole> | null>(null);
  const versions = begun ?? { now: saved, from: saved };
  const { now, from } = versions;
  function over(theirs: object) {
    const next = { now, from: withEdit<Whole>(from, theirs) };
    setBegun(next);
    return next;
  }
  return {
    ...versions,
    isBegun: begun !== null,
    change: (to) => setBegun({ now: { ...now, ...to }, from }),
    drop: () => setBegun(null),
    over,
    take: (theirs) => setBegun({ ...over(theirs), now: withEdit<Whole>(now, theirs) }),
  };
}
