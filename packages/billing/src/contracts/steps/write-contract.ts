import type { Context, Sql } from "@working-social/db";
import { onConstraint, timestamp } from "@working-social/db";
import { billingError } from "../../errors.ts";
import type { ContractWrites } from "../rules/change.ts";
import type { Contract, Pause, Term } from "../schema.ts";

/** A new contract with its lines and terms. Throws membership_overlaps. */
export async function insertContract(tx: Sql, ctx: Context, contract: Contract): Promise<void> {
  await onConstraint(
    "contracts_one_membership",
    () => billingError({ code: "membership_overlaps" }),
    () =>
      tx.query(
        `INSERT INTO contracts (id, organization_id, kind, person_id, team_id, billing_account_id, location_id, currency, price_mode, starts_on, ends_on,
           interval_months, billing_day, bill_from, notice_days, notice_months, minimum_months, continues_id, created_at)
         VALUES ($id::uuid, $organizationId::uuid, $kind::contract_kind, $personId::uuid, $teamId::uuid, $billingAccountId::uuid, $locationId::uuid,
           $currency, $priceMode::price_mode, $startsOn::date, $endsOn::date, $intervalMonths::int, $billingDay::int, $billFrom::date,
           $noticeDays::int, $noticeMonths::int, $minimumMonths::int, $continuesId::uuid, $now::timestamptz)`,
        {
          id: contract.id,
          organizationId: ctx.organizationId,
          kind: contract.kind,
          personId: contract.personId,
          teamId: contract.teamId,
          billingAccountId: contract.billingAccountId,
          locationId: contract.locationId,
          currency: contract.currency,
          priceMode: contract.priceMode,
          startsOn: contract.startsOn,
          endsOn: contract.endsOn,
          intervalMonths: contract.intervalMonths,
          billingDay: contract.billingDay,
          billFrom: contract.billFrom,
          noticeDays: contract.noticeDays,
          noticeMonths: contract.noticeMonths,
          minimumMonths: contract.minimumMonths,
          continuesId: contract.continuesId,
          now: timestamp(ctx.clock.now()),
        },
      ),
  );
  for (const [position, line] of contract.lines.entries()) {
    await tx.query(
      `INSERT INTO contract_lines (id, organization_id, contract_id, position, kind)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4::int, $5::contract_line_kind)`,
      [line.id, ctx.organizationId, contract.id, position, line.kind],
    );
    await insertTerms(
      tx,
      ctx,
      line.terms.map((term) => ({ ...term, lineId: line.id })),
    );
  }
}

/** What a decided change writes, in the order in which the constraints allow it. */
export async function writeChange(tx: Sql, ctx: Context, contractId: string, writes: ContractWrites): Promise<void> {
  const now = timestamp(ctx.clock.now());
  await tx.query(
    "UPDATE contract_terms SET withdrawn_at = $3::timestamptz WHERE organization_id = $1::uuid AND id = ANY($2::uuid[])",
    [ctx.organizationId, writes.withdrawnTermIds, now],
  );
  await insertTerms(tx, ctx, writes.newTerms);
  await tx.query(
    "UPDATE contract_pauses SET withdrawn_at = $3::timestamptz WHERE organization_id = $1::uuid AND id = ANY($2::uuid[])",
    [ctx.organizationId, writes.withdrawnPauseIds, now],
  );
  for (const pause of writes.pauses) await upsertPause(tx, ctx, contractId, pause);
  if (writes.withdrawnFollower)
    await tx.query(
      "UPDATE contracts SET withdrawn_at = $3::timestamptz WHERE organization_id = $1::uuid AND continues_id = $2::uuid AND withdrawn_at IS NULL",
      [ctx.organizationId, contractId, now],
    );
  if (writes.isWithdrawn)
    await tx.query(
      "UPDATE contracts SET withdrawn_at = $3::timestamptz WHERE organization_id = $1::uuid AND id = $2::uuid",
      [ctx.organizationId, contractId, now],
    );
  await updateFields(tx, ctx, contractId, writes.fields);
  if (writes.follower) await insertContract(tx, ctx, writes.follower);
}

async function insertTerms(tx: Sql, ctx: Context, terms: readonly (Term & { lineId: string })[]): Promise<void> {
  if (terms.length === 0) return;
  await tx.query(
    `INSERT INTO contract_terms (id, organization_id, line_id, valid_from, plan_version_id, plan_id, unit_price_minor, quantity, created_at)
     SELECT t.id, $1::uuid, t."lineId", t."validFrom", t."planVersionId", t."planId", t."unitPriceMinor", t.quantity, $3::timestamptz
     FROM jsonb_to_recordset($2::jsonb) AS t (id uuid, "lineId" uuid, "validFrom" date, "planVersionId" uuid, "planId" uuid, "unitPriceMinor" bigint, quantity int)`,
    [ctx.organizationId, JSON.stringify(terms), timestamp(ctx.clock.now())],
  );
}

async function upsertPause(tx: Sql, ctx: Context, contractId: string, pause: Pause): Promise<void> {
  const known = await tx.query(
    "UPDATE contract_pauses SET until_day = $3::date WHERE organization_id = $1::uuid AND id = $2::uuid RETURNING id",
    [ctx.organizationId, pause.id, pause.untilDay],
  );
  if (known.length > 0) return;
  await tx.query(
    `INSERT INTO contract_pauses (id, organization_id, contract_id, starts_on, until_day, created_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::date, $5::date, $6::timestamptz)`,
    [pause.id, ctx.organizationId, contractId, pause.startsOn, pause.untilDay, timestamp(ctx.clock.now())],
  );
}

/** A field that is absent stays; the end alone can be cleared, so it is told apart. */
async function updateFields(
  tx: Sql,
  ctx: Context,
  contractId: string,
  fields: ContractWrites["fields"],
): Promise<void> {
  if (Object.keys(fields).length === 0) return;
  await onConstraint(
    "contracts_one_membership",
    () => billingError({ code: "membership_overlaps" }),
    () =>
      tx.query(
        `UPDATE contracts SET ends_on = CASE WHEN $hasEnd::boolean THEN $endsOn::date ELSE ends_on END,
           cancelled_at = CASE WHEN $isCancelled::boolean IS NULL THEN cancelled_at WHEN $isCancelled::boolean THEN coalesce(cancelled_at, $now::timestamptz) END,
           bill_from = coalesce($billFrom::date, bill_from), billing_day = CASE WHEN $hasBillingDay::boolean THEN $billingDay::int ELSE billing_day END,
           notice_days = coalesce($noticeDays::int, notice_days), notice_months = coalesce($noticeMonths::int, notice_months),
           minimum_months = coalesce($minimumMonths::int, minimum_months), interval_months = coalesce($intervalMonths::int, interval_months)
         WHERE organization_id = $organizationId::uuid AND id = $id::uuid`,
        {
          organizationId: ctx.organizationId,
          id: contractId,
          hasEnd: "endsOn" in fields,
          endsOn: fields.endsOn ?? null,
          isCancelled: fields.isCancelled ?? null,
          billFrom: fields.billFrom ?? null,
          hasBillingDay: "billingDay" in fields,
          billingDay: fields.billingDay ?? null,
          noticeDays: fields.noticeDays ?? null,
          noticeMonths: fields.noticeMonths ?? null,
          minimumMonths: fields.minimumMonths ?? null,
          intervalMonths: fields.intervalMonths ?? null,
          now: timestamp(ctx.clock.now()),
        },
      ),
  );
}
