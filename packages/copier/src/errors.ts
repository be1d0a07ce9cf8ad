import type { RefusalKind } from "@working-social/kernel";
import { DomainError } from "@working-social/kernel";

/** Why a device, or somebody at it, is refused. */
export type CopierRefusal =
  /** No device has this token, or not any more. */
  | { code: "unknown_device" }
  /** A PIN or a code that is nobody's, or over. */
  | { code: "wrong_code" }
  | { code: "too_many_codes"; retryAfterSeconds: number }
  /** The copier has not been heard of lately: a released job might come out at night. */
  | { code: "device_offline"; deviceName: string; lastSeenAt: string | null }
  | { code: "wrong_job_state"; status: string; action: string }
  /** It costs more money than the person saw. */
  | { code: "print_price_changed"; credits: number; moneyMinor: number; currency: string }
  | { code: "no_price"; colour: string; paperSize: string }
  | { code: "price_twice"; colour: string; paperSize: string; isDuplex: boolean };

const KINDS: Record<CopierRefusal["code"], RefusalKind> = {
  unknown_device: "unauthenticated",
  wrong_code: "forbidden",
  too_many_codes: "too_many",
  device_offline: "conflict",
  wrong_job_state: "conflict",
  print_price_changed: "conflict",
  no_price: "conflict",
  price_twice: "bad_input",
};

export function copierError(refusal: CopierRefusal): DomainError<CopierRefusal> {
  return new DomainError(KINDS[refusal.code], refusal);
}
