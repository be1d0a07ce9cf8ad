import { logoProblem } from "@working-social/documents";
import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize, badInput } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireSeller } from "../queries.ts";
import { logoType } from "../rules/logo-type.ts";
import type { LogoType, SellerView, SetLogoInput } from "../schema.ts";
import { lockSeller } from "../steps/lock-seller.ts";

const MOST_BYTES = 262_144;

/**
 * The picture on a seller's next invoices, or none. Needs manageBilling. Throws not_found, and bad_input for what is neither PNG nor JPEG
 * by its first bytes, in the colours of a press (which an archive of invoices can't show), or larger than 256 kB.
 */
export async function setLogo(ctx: Context, { sellerId, logo }: SetLogoInput): Promise<SellerView> {
  authorize(ctx, ...setLogo.needs);
  const picture = logo === null ? { bytes: null, type: null } : pictureOf(logo);
  return inTransaction(ctx, async (tx) => {
    const before = await lockSeller(tx, ctx, sellerId);
    const changed = await tx.query(
      `UPDATE sellers SET logo = $3::bytea, logo_type = $4 WHERE organization_id = $1::uuid AND id = $2::uuid AND logo IS DISTINCT FROM $3::bytea
       RETURNING id`,
      [ctx.organizationId, sellerId, picture.bytes, picture.type],
    );
    if (changed.length === 0) return before;
    await emit(tx, ctx, {
      name: "seller.logo_set",
      subjectType: "seller",
      subjectId: sellerId,
      data: { type: picture.type },
    });
    return requireSeller(tx, ctx, sellerId);
  });
}
setLogo.needs = ["manageBilling"] as const;

function pictureOf(base64: string): { bytes: Buffer; type: LogoType } {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length > MOST_BYTES) throw badInput("logo", "too_big");
  const type = logoType(bytes);
  const problem = logoProblem(bytes);
  if (problem === "cmyk") throw badInput("logo", "cmyk");
  if (type === null || problem !== null) throw badInput("logo", "no_picture");
  return { bytes, type };
}
