import type { Invariant } from "./invariants.ts";

/** Of print jobs beside the ledger that paid for them. */
export const COPIER_INVARIANTS: Invariant[] = [
  {
    // Credits that arrive late may have covered more of it since, so the ledger may say more than the job, never less.
    name: "A settled print job was paid as it says: by credits of the ledger, and by its charges.",
    sql: `SELECT j.id FROM print_jobs j WHERE j.status = 'settled' AND (
            j.money_minor <> (SELECT coalesce(sum(c.amount_minor), 0) FROM charges c WHERE c.cause_type = 'print_job' AND c.cause_id = j.id::text)
            OR (j.refunded_at IS NULL AND j.credits_used > (SELECT coalesce(sum(u.quantity), 0) FROM credit_usages u
              WHERE u.cause_type = 'print_job' AND u.cause_id = j.id::text)))`,
  },
  {
    name: "A print job that waits holds as many credits as it says, and no other job holds any.",
    sql: `SELECT j.id FROM print_jobs j WHERE j.held_credits <> (SELECT coalesce(sum(p.quantity), 0) FROM credit_hold_parts p WHERE p.hold_id = j.hold_id)
            OR (j.hold_id IS NULL AND EXISTS (SELECT FROM credit_holds h WHERE h.cause_type = 'print_job' AND h.cause_id = j.id::text
              AND NOT EXISTS (SELECT FROM credit_hold_resolutions r WHERE r.hold_id = h.id)))`,
  },
];
