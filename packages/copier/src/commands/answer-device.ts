import type { z } from "zod";
import type { Context, Database } from "@working-social/db";
import type { Clock, Refusal, RefusalKind } from "@working-social/kernel";
import { DomainError, notAllowed } from "@working-social/kernel";
import { findDeviceContext } from "../devices/queries.ts";
import type { TokenKind } from "../devices/formats/token.ts";
import { bearerToken } from "../devices/formats/token.ts";
import { cancelAtKiosk } from "../jobs/commands/cancel-print-job.ts";
import { releaseAtKiosk } from "../jobs/commands/release-job.ts";
import { reportPrintJobs } from "../jobs/commands/report-print-jobs.ts";
import { waitingJobsAtKiosk } from "../jobs/queries.ts";
import { CancelAtKioskInput, DeviceReport, ReleaseAtKioskInput, WaitingAtKioskInput } from "../jobs/schema.ts";
import { buyPackAtKiosk } from "../kiosks/commands/buy-pack-at-kiosk.ts";
import type { Kiosk } from "../kiosks/queries.ts";
import { findKioskContext, kioskStatus, packsAtKiosk } from "../kiosks/queries.ts";
import { BuyPackAtKioskInput, KioskPacksInput, KioskStatusInput } from "../kiosks/schema.ts";

/** What a device sent to /api/print/<call>, JSON already read. */
export interface DeviceRequest {
  call: string;
  authorization: string | undefined;
  body: unknown;
}
export interface DeviceResponse {
  status: number;
  body: unknown;
}

/** One call of an agent or a kiosk: who is at the gate, and what was sent. */
type Call<Speaker> = (ctx: Context, speaker: Speaker, body: unknown) => Promise<unknown>;

/** What the agent on a print server may ask. Its token lies on a machine that many log in to: it releases nothing. */
const AGENT_CALLS: ReadonlyMap<string, Call<string>> = new Map([["jobs", withInput(DeviceReport, reportPrintJobs)]]);

/** What a kiosk may ask. It stands where anybody can open it: it reports nothing. */
const KIOSK_CALLS: ReadonlyMap<string, Call<Kiosk>> = new Map([
  ["status", withInput(KioskStatusInput, kioskStatus)],
  ["waiting", withInput(WaitingAtKioskInput, waitingJobsAtKiosk)],
  ["release", withInput(ReleaseAtKioskInput, releaseAtKiosk)],
  ["cancel", withInput(CancelAtKioskInput, cancelAtKiosk)],
  ["packs", withInput(KioskPacksInput, packsAtKiosk)],
  ["buy", withInput(BuyPackAtKioskInput, buyPackAtKiosk)],
]);

function withInput<Speaker, Input>(
  schema: z.ZodType<Input>,
  verb: (ctx: Context, speaker: Speaker, input: Input) => Promise<unknown>,
): Call<Speaker> {
  return (ctx, speaker, body) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new DomainError<Refusal>("bad_input", { code: "bad_input" });
    return verb(ctx, speaker, parsed.data);
  };
}

const STATUS: Record<RefusalKind, number> = {
  bad_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
};

/**
 * All that print servers and kiosks may ask, with a token as Bearer (RFC 6750): an agent `jobs`, to report; a kiosk `status`
 * and `packs`, and `waiting`, `release`, `cancel` and `buy` for whoever shows a PIN or a code. The other's calls are not_allowed. Refusals become a
 * status and `{error: refusal}`; faults throw.
 */
export async function answerDevice(
  services: { db: Database; clock: Clock },
  { call, authorization, body }: DeviceRequest,
): Promise<DeviceResponse> {
  if (!AGENT_CALLS.has(call) && !KIOSK_CALLS.has(call)) return answer(404, { code: "not_found", what: "route" });
  const bearer = bearerToken(authorization);
  const asked = bearer && (await findSpeaker(services, bearer, call));
  if (!asked) return answer(401, { code: "unknown_device" });
  try {
    return { status: 200, body: await asked(body) };
  } catch (error) {
    if (error instanceof DomainError) return answer(STATUS[error.kind], error.refusal);
    throw error;
  }
}

/** Who holds the token, as the call that they make; null for a token that is unknown or over. */
async function findSpeaker(
  { db, clock }: { db: Database; clock: Clock },
  { kind, token }: { kind: TokenKind; token: string },
  call: string,
): Promise<((body: unknown) => Promise<unknown>) | null> {
  if (kind === "kiosk") {
    const found = await findKioskContext(db, clock, token);
    return found && ((body) => allowed(KIOSK_CALLS, call)(found.ctx, found.kiosk, body));
  }
  const found = await findDeviceContext(db, clock, token);
  return found && ((body) => allowed(AGENT_CALLS, call)(found.ctx, found.deviceId, body));
}

function allowed<Speaker>(calls: ReadonlyMap<string, Call<Speaker>>, call: string): Call<Speaker> {
  const verb = calls.get(call);
  if (!verb) return () => Promise.reject(notAllowed(`print_${call}`));
  return verb;
}

function answer(status: number, error: unknown): DeviceResponse {
  return { status, body: { error } };
}
