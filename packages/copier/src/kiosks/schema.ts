import { z } from "zod";
import { Id, Name } from "../shared.ts";

export const CreatePrintKioskInput = z.strictObject({ deviceId: Id, name: Name });
export type CreatePrintKioskInput = z.infer<typeof CreatePrintKioskInput>;
export const PrintKioskIdInput = z.strictObject({ kioskId: Id });
export type PrintKioskIdInput = z.infer<typeof PrintKioskIdInput>;

/** A screen beside a copier where people release what waits for them. */
export interface PrintKioskView {
  id: string;
  deviceId: string;
  name: string;
  /** When it last asked for something; null: never. A kiosk that nobody uses is silent. */
  lastSeenAt: string | null;
}
/** The token is told this once: afterwards only its hash is there. */
export interface CreatedPrintKiosk extends PrintKioskView {
  token: string;
}

export const KioskStatusInput = z.strictObject({});
export type KioskStatusInput = z.infer<typeof KioskStatusInput>;

/** What a kiosk knows before anybody stands at it. */
export interface KioskStatus {
  kioskName: string;
  deviceName: string;
  locationName: string;
  timeZone: string;
  currency: string;
  /** Whether the copier would print now what is released. */
  isOnline: boolean;
}
