import type { Explained } from "./explained.ts";
import { BILLING } from "./survivors/billing.ts";
import { BOOKING } from "./survivors/booking.ts";
import { COPIER } from "./survivors/copier.ts";
import { CREDITS } from "./survivors/credits.ts";
import { KERNEL } from "./survivors/kernel.ts";

/** What survives in each part, by the name of its target, and why. */
export const EXPLAINED: Readonly<Record<string, readonly Explained[]>> = {
  kernel: KERNEL,
  booking: BOOKING,
  credits: CREDITS,
  copier: COPIER,
  billing: BILLING,
};
