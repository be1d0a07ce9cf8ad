import type { CauseType, EpochMs } from "@working-social/kernel";
import type { MovementView, TransferKind } from "../schema.ts";

/** A transfer as an owner's statement reads it. */
export interface MovementRow {
  id: string;
  posted_at: EpochMs;
  kind: TransferKind;
  own: number;
  team: number;
  carried: number;
  person_id: string | null;
  cause_type: CauseType;
  cause_id: string;
  cause_label: string;
  reason: string | null;
  used_at: EpochMs | null;
  /** What was written in one transaction has the same; null: written before this was kept. */
  act: number | null;
}

export type Movement = Omit<MovementRow, "kind" | "act"> & { kind: MovementView["kind"] };

/**
 * What a statement tells as one movement: a change gives everything back and takes it anew, what it keeps of before once
 * more; people did one thing, and want to hear what it came to and why. Only within one act and for one cause, so that
 * nothing is netted that happened twice. Rows come, and movements leave, in the order in which they were written.
 */
export function movementsOf(rows: readonly MovementRow[]): Movement[] {
  // Most acts give nothing back, and most statements hold only such.
  const acts = new Set(rows.flatMap(({ act, kind }) => (act !== null && kind === "refund" ? [act] : [])));
  if (acts.size === 0) return [...rows];
  const groups = Map.groupBy(rows, (row) =>
    isNetted(row, acts) ? `${row.act} ${row.cause_type} ${row.cause_id}` : row.id,
  );
  return [...groups.values()].flatMap((group) => {
    const given = group.find(({ kind }) => kind === "refund");
    return given && group.some(({ kind }) => kind === "consume") ? [netOf(group, given)] : group;
  });
}

function isNetted({ act, kind }: MovementRow, acts: ReadonlySet<number>): boolean {
  return act !== null && acts.has(act) && (kind === "refund" || kind === "consume");
}

/** Told by its end: when it is used after the change, and what it is called now. */
function netOf(group: readonly MovementRow[], given: MovementRow): Movement {
  const taken = group.find(({ kind }) => kind === "consume") ?? given;
  return {
    ...taken,
    id: given.id,
    kind: "change",
    reason: given.reason,
    own: group.reduce((sum, row) => sum + row.own, 0),
    team: group.reduce((sum, row) => sum + row.team, 0),
  };
}
