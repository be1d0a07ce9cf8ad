import type { Context, Sql } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { changesBetween } from "@working-social/directory";
import { authorize, badInput, editBetween, isUntouched, mergeEdit, notFound } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireProduct } from "../queries.ts";
import type { ProductView, UpdateProductInput } from "../schema.ts";
import { requirePrice, withItsName } from "./create-product.ts";

/**
 * Sells something otherwise from the next line of an invoice on; issued ones keep what they said. Needs manageBilling. Throws
 * edited_meanwhile, name_taken, not_found (also an archived one), bad_input (a price without its currency; a name or a price of what is no
 * item).
 */
export async function updateProduct(ctx: Context, { id, seen, ...edit }: UpdateProductInput): Promise<ProductView> {
  authorize(ctx, ...updateProduct.needs);
  return withItsName(edit.name, () =>
    inTransaction(ctx, async (tx) => {
      const before = await lockProduct(tx, ctx, id);
      const after = mergeEdit<ProductView>(before, edit, seen);
      const fields = editBetween(before, after);
      if (isUntouched(fields)) return before;
      requireWhole(after);
      const { name, unitCode, revenueAccount, taxClass, priceMinor, currency } = after;
      await tx.query(
        `UPDATE products SET name = $name, unit_code = $unitCode, revenue_account = $revenueAccount, tax_class = $taxClass::tax_class,
           price_minor = $priceMinor::bigint, currency = $currency WHERE organization_id = $organizationId::uuid AND id = $id::uuid`,
        { organizationId: ctx.organizationId, id, name, unitCode, revenueAccount, taxClass, priceMinor, currency },
      );
      const data = { changes: changesBetween(before, fields) };
      await emit(tx, ctx, { name: "product.updated", subjectType: "product", subjectId: id, data });
      return after;
    }),
  );
}
updateProduct.needs = ["manageBilling"] as const;

/** The product as it is once nobody else changes it. Throws not_found, also for an archived one. */
export async function lockProduct(tx: Sql, ctx: Context, id: string): Promise<ProductView> {
  await tx.query("SELECT id FROM products WHERE organization_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE", [
    ctx.organizationId,
    id,
  ]);
  const product = await requireProduct(tx, ctx, id);
  if (product.isArchived) throw notFound("product");
  return product;
}

/** An item has a name, and whatever a kind has one of has none, nor a price: its prices stand elsewhere. */
function requireWhole(product: ProductView): void {
  const isItem = product.kind === "item";
  if (isItem && product.name === null) throw badInput("name", "too_small");
  if (!isItem && product.name !== null) throw badInput("name", "named_by_its_kind");
  if (!isItem && product.priceMinor !== null) throw badInput("priceMinor", "priced_elsewhere");
  requirePrice(product);
}
