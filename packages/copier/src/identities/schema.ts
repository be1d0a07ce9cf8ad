import { normalLine } from "@working-social/kernel";
import { z } from "zod";
import { Id } from "../shared.ts";

const UserKey = z
  .string()
  .overwrite(normalLine)
  .toLowerCase()
  .min(1)
  .max(254)
  .refine((text) => !/\p{Cc}/u.test(text) && text.isWellFormed(), { error: "control_character" });

/** Says once and for all who a user of the print systems is; null: the space itself, and nobody pays. */
export const AssignUnknownUserInput = z.strictObject({ userKey: UserKey, personId: Id.nullable() });
export type AssignUnknownUserInput = z.infer<typeof AssignUnknownUserInput>;
export const ForgetPrintUserInput = z.strictObject({ userKey: UserKey });
export type ForgetPrintUserInput = z.infer<typeof ForgetPrintUserInput>;

/** What somebody shows at the copier: the PIN, or the code of the QR on their screen. */
export const PrintSecret = z.union([
  z.strictObject({ pin: z.string().max(10) }),
  z.strictObject({ code: z.string().max(100) }),
]);
export type PrintSecret = z.infer<typeof PrintSecret>;

/** One row of the front desk's queue: a user whom nobody knows, and what waits for them. */
export interface UnknownUserView {
  userKey: string;
  /** As people are shown it: of what looks like a PIN the last two digits. */
  userName: string;
  jobCount: number;
  sides: number;
  firstAt: string;
  lastAt: string;
}
/** A user of the print systems whom somebody has named by hand; no person: the space itself, and nobody pays. */
export interface KnownUserView {
  userKey: string;
  userName: string;
  person: { id: string; name: string } | null;
  since: string;
}
export interface AssignedUser {
  userKey: string;
  personId: string | null;
  settledJobs: number;
}
export interface PrintPin {
  pin: string;
}
export interface ReleaseCode {
  code: string;
  expiresAt: string;
}
