import { z } from "zod";
import { Colour, Id, Name, PaperSizeName } from "../shared.ts";

export const CreatePrintDeviceInput = z.strictObject({
  locationId: Id,
  name: Name,
  defaultColour: Colour,
  defaultPaperSize: PaperSizeName,
});
export type CreatePrintDeviceInput = z.infer<typeof CreatePrintDeviceInput>;
export const PrintDeviceIdInput = z.strictObject({ deviceId: Id });
export type PrintDeviceIdInput = z.infer<typeof PrintDeviceIdInput>;

export interface PrintDeviceView {
  id: string;
  locationId: string;
  name: string;
  defaultColour: "mono" | "colour";
  defaultPaperSize: string;
  lastSeenAt: string | null;
  isOnline: boolean;
}
/** A screen beside a copier where people release what waits for them. */
export interface PrintKioskView {
  id: string;
  deviceId: string;
  name: string;
  /** When it last asked for something; null: never. A kiosk that nobody uses is silent. */
  lastSeenAt: string | null;
}
/** A device with the kiosks that stand beside it. */
export interface ListedPrintDevice extends PrintDeviceView {
  kiosks: PrintKioskView[];
}
/** The token is told this once: afterwards only its hash is there. */
export interface CreatedPrintDevice extends PrintDeviceView {
  token: string;
}
