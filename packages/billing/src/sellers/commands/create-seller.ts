import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireSeller } from "../queries.ts";
import type { CreateSellerInput, SellerView } from "../schema.ts";
import { insertSeller, NEW_SELLER, requireFitting } from "../steps/write-seller.ts";

/**
 * Another legal entity that writes invoices, with numbers of its own. It sells nowhere until a location is given to it. Needs
 * manageBilling. Throws bad_input (half of an electronic address, wrong check digits of the VAT id).
 */
export async function createSeller(ctx: Context, keyed: Keyed<CreateSellerInput>): Promise<SellerView> {
  authorize(ctx, ...createSeller.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "sellers.create", input };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const id = newId();
      const seller = { ...NEW_SELLER, ...input };
      requireFitting(seller);
      await insertSeller(tx, ctx, id, seller);
      const { contactName, contactEmail, contactPhone, ...created } = input;
      const contact = { contactName, contactEmail, contactPhone };
      await emit(tx, ctx, {
        name: "seller.created",
        subjectType: "seller",
        subjectId: id,
        data: { created },
        personal: { created: contact },
      });
      return requireSeller(tx, ctx, id);
    }),
  );
}
createSeller.needs = ["manageBilling"] as const;
