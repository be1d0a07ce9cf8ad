import { formatInstant } from "@working-social/kernel";
import type { CreditScope, CreditSource, CreditUnit, LotView } from "../schema.ts";

/** A lot beside its balance, as `lotColumns` selects it. */
export interface LotRow {
  id: string;
  unit: CreditUnit;
  currency: string | null;
  team_id: string | null;
  source: CreditSource;
  label: string;
  starts_at: number | null;
  expires_at: number | null;
  resource_ids: string[];
  resource_kinds: CreditScope["resourceKinds"];
  location_ids: string[];
  created_at: number;
  balance: number;
  held: number;
  floor: number;
  /** Held for holds whose time is over: nobody has said so yet. */
  stale: number;
}

/** What a hold past its time keeps counts as free. Of an overdraft, what may be owed counts only when it may be used. */
export function lotView(row: LotRow, mayOverdraw = false): LotView {
  const held = row.held - row.stale;
  const free = row.balance - held;
  const iso = (instant: number | null) => (instant === null ? null : formatInstant(instant));
  return {
    id: row.id,
    unit: row.unit,
    currency: row.currency,
    owner: row.team_id === null ? "person" : "team",
    source: row.source,
    label: row.label,
    left: row.source === "overdraft" && !mayOverdraw ? Math.max(free, 0) : free - row.floor,
    held,
    startsAt: iso(row.starts_at),
    expiresAt: iso(row.expires_at),
    scope: { resourceIds: row.resource_ids, resourceKinds: row.resource_kinds, locationIds: row.location_ids },
    createdAt: formatInstant(row.created_at),
    isPlanned: false,
  };
}
