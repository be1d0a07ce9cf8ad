import { requireScope, requireUnit, normalizeScope } from "@working-social/credits";
import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, onConstraint, timestamp } from "@working-social/db";
import { nameTaken } from "@working-social/directory";
import type { Tax } from "@working-social/kernel";
import { authorize, expectDefined, newId } from "@working-social/kernel";
import { chargesError } from "../../errors.ts";
import { emit } from "../../events.ts";
import { requirePack } from "../queries.ts";
import type { CreatePackInput, PackView } from "../schema.ts";

/** Needs managePeople. Throws name_taken, currency_mismatch, pack_tax_unknown, not_found (what the scope names). */
export async function createPack(ctx: Context, keyed: Keyed<CreatePackInput>): Promise<PackView> {
  authorize(ctx, ...createPack.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "credits.createPack", input };
  return withItsName(input.name, () =>
    inTransaction(ctx, (tx) =>
      once(tx, ctx, request, async () => {
        const id = await insertPack(tx, ctx, input);
        const { name, unit, quantity, priceMinor } = input;
        await emit(tx, ctx, {
          name: "pack.created",
          subjectType: "pack",
          subjectId: id,
          data: { created: { name, unit, quantity, priceMinor } },
        });
        return requireSellable(await requirePack(tx, ctx, id, "FOR SHARE"));
      }),
    ),
  );
}
createPack.needs = ["managePeople"] as const;

/** Refuses with pack_tax_unknown a single-purpose pack for places with different taxes. */
export function requireSellable<P extends Pick<PackView, "tax">>(pack: P): P & { tax: Tax } {
  const { tax } = pack;
  if (tax === null) throw chargesError({ code: "pack_tax_unknown" });
  return { ...pack, tax };
}

/** Two packs on offer never share a name. */
export function withItsName<T>(name: string | undefined, work: () => Promise<T>): Promise<T> {
  return onConstraint(
    "credit_packs_one_of_a_name",
    () => nameTaken(expectDefined(name, "A name is taken that nobody gave.")),
    work,
  );
}

export async function insertPack(tx: Sql, ctx: Context, input: CreatePackInput): Promise<string> {
  const currency = requireUnit(input);
  const scope = normalizeScope(input.scope);
  await requireScope(tx, ctx, scope);
  const id = newId();
  await tx.query(
    `INSERT INTO credit_packs (id, organization_id, name, unit, currency, quantity, price_minor, price_currency, valid_days, resource_ids,
       resource_kinds, location_ids, purpose, price_mode, created_at)
     VALUES ($id::uuid, $organizationId::uuid, $name, $unit::credit_unit, $currency, $quantity::bigint, $priceMinor::bigint,
       $priceCurrency, $validDays::int, $resourceIds::uuid[], $resourceKinds::text[], $locationIds::uuid[], $purpose::pack_purpose,
       $priceMode::price_mode, $now::timestamptz)`,
    {
      id,
      organizationId: ctx.organizationId,
      name: input.name,
      unit: input.unit,
      currency,
      quantity: input.quantity,
      priceMinor: input.priceMinor,
      priceCurrency: input.priceCurrency,
      validDays: input.validDays,
      resourceIds: scope.resourceIds,
      resourceKinds: scope.resourceKinds,
      locationIds: scope.locationIds,
      purpose: input.purpose ?? "multi_purpose",
      priceMode: input.priceMode ?? "gross",
      now: timestamp(ctx.clock.now()),
    },
  );
  return id;
}
