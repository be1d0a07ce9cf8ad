import { z } from "zod";
import { BuyPackInput } from "@working-social/charges/schema";
import type { PrintKioskView } from "../devices/schema.ts";
import { PrintSecret } from "../identities/schema.ts";
import { Id, Name } from "../shared.ts";

export const CreatePrintKioskInput = z.strictObject({ deviceId: Id, name: Name });
export type CreatePrintKioskInput = z.infer<typeof CreatePrintKioskInput>;
export const PrintKioskIdInput = z.strictObject({ kioskId: Id });
export type PrintKioskIdInput = z.infer<typeof PrintKioskIdInput>;

/** The token is told this once: afterwards only its hash is there. */
export interface CreatedPrintKiosk extends PrintKioskView {
  token: string;
}

export const KioskPacksInput = z.strictObject({});
export type KioskPacksInput = z.infer<typeof KioskPacksInput>;
/** For the person who shows the PIN or the code; a retry with the same key buys nothing twice. */
export const BuyPackAtKioskInput = z.strictObject({
  secret: PrintSecret,
  ...BuyPackInput.pick({ packId: true, expectedPriceMinor: true, idempotencyKey: true }).shape,
});
export type BuyPackAtKioskInput = z.infer<typeof BuyPackAtKioskInput>;

export const KioskStatusInput = z.strictObject({});
export type KioskStatusInput = z.infer<typeof KioskStatusInput>;

/** What a kiosk knows before anybody stands at it. */
export interface KioskStatus {
  kioskName: string;
  deviceName: string;
  locationName: string;
  timeZone: string;
  currency: string;
  /** What people read at this location; it may be one of a later version. */
  language: string;
  region: string | null;
  /** Whether the copier would print now what is released. */
  isOnline: boolean;
}
