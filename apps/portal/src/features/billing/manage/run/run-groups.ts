import type { Difference, RunPreview } from "@working-social/billing/schema";

const GROUPS = ["new", "ended", "plans", "usage", "held", "same"] as const;
export type GroupId = (typeof GROUPS)[number];

/** One account in one currency, beside the run before. */
export interface RunRow {
  key: string;
  accountId: string;
  name: string;
  currency: string;
  outcome: "invoice" | "credit_note" | "carried" | "none";
  /** Null: there was nothing, or is nothing now. */
  beforeMinor: number | null;
  nowMinor: number | null;
  differences: Difference[];
}

export interface RunGroup {
  id: GroupId;
  rows: RunRow[];
  byMinor: number;
}

/** What people use, and is charged when it is over; the rest was agreed. */
const USAGE = new Set(["room_time", "desk_time", "equipment_time", "copier_pages", "credit_pack", "cancellation_fee"]);

/**
 * Every account of a run in one currency by why it differs, the largest difference first; groups without accounts are left out.
 * The run before and the sums of all groups are this run: what is carried forward or held back counts as nothing now.
 */
export function groupsOf({ accounts, missed }: Pick<RunPreview, "accounts" | "missed">, currency: string): RunGroup[] {
  const billed = accounts.flatMap(({ accountId, name, documents }) =>
    documents.map((document) => ({
      group: groupOf(document),
      row: {
        key: `${accountId} ${document.sellerId}`,
        accountId,
        name,
        currency: document.currency,
        outcome: document.outcome,
        beforeMinor: orNull(document.beforeMinor),
        differences: document.differences,
        nowMinor: document.outcome === "carried" ? null : document.amountMinor,
      },
    })),
  );
  const gone = missed.map(({ isHeldBack, ...one }, index) => ({
    group: isHeldBack ? ("held" as const) : ("ended" as const),
    row: { ...one, key: `missed ${index}`, outcome: "none" as const, nowMinor: null },
  }));
  const all = [...billed, ...gone].filter(({ row }) => row.currency === currency);
  return GROUPS.flatMap((id) => {
    const rows = all.filter(({ group }) => group === id).map(({ row }) => row);
    if (rows.length === 0) return [];
    rows.sort((a, b) => Math.abs(differenceOf(b)) - Math.abs(differenceOf(a)) || a.name.localeCompare(b.name));
    return [{ id, rows, byMinor: rows.reduce((sum, row) => sum + differenceOf(row), 0) }];
  });
}

export function differenceOf({ beforeMinor, nowMinor }: Pick<RunRow, "beforeMinor" | "nowMinor">): number {
  return (nowMinor ?? 0) - (beforeMinor ?? 0);
}

function groupOf(document: RunPreview["accounts"][number]["documents"][number]): GroupId {
  if (document.outcome === "carried") return "held";
  if (document.beforeMinor === 0) return "new";
  if (document.differences.length === 0) return "same";
  return document.differences.every(({ productKind }) => USAGE.has(productKind)) ? "usage" : "plans";
}

function orNull(minor: number): number | null {
  return minor === 0 ? null : minor;
}
