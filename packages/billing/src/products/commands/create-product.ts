import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, onConstraint, timestamp } from "@working-social/db";
import { nameTaken } from "@working-social/directory";
import { authorize, badInput, expectDefined, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireProduct } from "../queries.ts";
import type { CreateProductInput, ProductView } from "../schema.ts";

/** Something that is sold by hand, from now on. Needs manageBilling. Throws name_taken, bad_input (a price without its currency). */
export async function createProduct(ctx: Context, keyed: Keyed<CreateProductInput>): Promise<ProductView> {
  authorize(ctx, ...createProduct.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "products.create", input };
  return withItsName(input.name, () =>
    inTransaction(ctx, (tx) =>
      once(tx, ctx, request, async () => {
        requirePrice(input);
        const id = newId();
        await tx.query(
          `INSERT INTO products (id, organization_id, kind, name, unit_code, revenue_account, tax_class, price_minor, currency, created_at)
           VALUES ($id::uuid, $organizationId::uuid, 'item', $name, $unitCode, $revenueAccount, $taxClass::tax_class, $priceMinor::bigint, $currency,
             $now::timestamptz)`,
          { ...input, id, organizationId: ctx.organizationId, now: timestamp(ctx.clock.now()) },
        );
        const data = { created: input };
        await emit(tx, ctx, { name: "product.created", subjectType: "product", subjectId: id, data });
        return requireProduct(tx, ctx, id);
      }),
    ),
  );
}
createProduct.needs = ["manageBilling"] as const;

/** Two items in use never share a name. */
export function withItsName<T>(name: string | null | undefined, work: () => Promise<T>): Promise<T> {
  return onConstraint(
    "products_one_of_a_name",
    () => nameTaken(expectDefined(name, "A name is taken that nobody gave.")),
    work,
  );
}

/** Throws bad_input for a price without its currency, or a currency without a price. */
export function requirePrice({ priceMinor, currency }: Pick<ProductView, "priceMinor" | "currency">): void {
  if (priceMinor !== null && currency === null) throw badInput("currency", "currency_missing");
  if (priceMinor === null && currency !== null) throw badInput("priceMinor", "price_missing");
}
