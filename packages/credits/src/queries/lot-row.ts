/** Of credit_lots l and credit_balances b; now: a fragment of SQL. */
export function lotColumns(now: string): string {
  return `l.id, l.unit, l.currency, l.team_id, l.source, l.label, l.starts_at, l.expires_at, l.resource_ids, l.resource_kinds,
  l.location_ids, l.created_at, b.balance, b.held, b.floor,
  CASE WHEN b.held = 0 THEN 0 ELSE (SELECT coalesce(sum(p.quantity), 0)::bigint FROM credit_hold_parts p JOIN credit_holds h ON h.id = p.hold_id
    WHERE p.lot_id = l.id AND h.expires_at <= ${now}
      AND NOT EXISTS (SELECT FROM credit_hold_resolutions r WHERE r.hold_id = p.hold_id)) END AS stale`;
}
/** The same where $2 is now. */
export const LOT_COLUMNS = lotColumns("$2::timestamptz");

/** A LotRow as JSON, of what `lotColumns` selected as w: instants are epoch milliseconds there as well. */
export const LOT_JSON = `jsonb_build_object('id', w.id, 'unit', w.unit, 'currency', w.currency, 'team_id', w.team_id, 'source', w.source,
  'label', w.label, 'starts_at', ${epochMs("w.starts_at")}, 'expires_at', ${epochMs("w.expires_at")},
  'resource_ids', w.resource_ids, 'resource_kinds', w.resource_kinds, 'location_ids', w.location_ids,
  'created_at', ${epochMs("w.created_at")}, 'balance', w.balance, 'held', w.held, 'floor', w.floor, 'stale', w.stale)`;

/** An instant inside JSON, where timestamps would become text. */
export function epochMs(column: string): string {
  return `floor(extract(epoch FROM ${column}) * 1000)`;
}
