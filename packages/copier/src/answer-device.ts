import type { z } from "zod";
import type { Context, Database } from "@working-social/db";
import type { Clock, Refusal, RefusalKind } from "@working-social/kernel";
import { DomainError } from "@working-social/kernel";
import { findDeviceContext } from "./devices/queries.ts";
import { bearerToken } from "./devices/token.ts";
import { cancelAtDevice } from "./jobs/commands/cancel-print-job.ts";
import { releaseAtDevice } from "./jobs/commands/release-job.ts";
import { reportPrintJobs } from "./jobs/commands/report-print-jobs.ts";
import { waitingJobsAtDevice } from "./jobs/queries.ts";
import { CancelAtDeviceInput, DeviceReport, ReleaseAtDeviceInput, WaitingJobsAtDeviceInput } from "./jobs/schema.ts";

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

type Call = (ctx: Context, deviceId: string, body: unknown) => Promise<unknown>;

const CALLS: ReadonlyMap<string, Call> = new Map([
  ["jobs", withInput(DeviceReport, reportPrintJobs)],
  ["waiting", withInput(WaitingJobsAtDeviceInput, waitingJobsAtDevice)],
  ["release", withInput(ReleaseAtDeviceInput, releaseAtDevice)],
  ["cancel", withInput(CancelAtDeviceInput, cancelAtDevice)],
]);

function withInput<Input>(
  schema: z.ZodType<Input>,
  verb: (ctx: Context, deviceId: string, input: Input) => Promise<unknown>,
): Call {
  return (ctx, deviceId, body) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new DomainError<Refusal>("bad_input", { code: "bad_input" });
    return verb(ctx, deviceId, parsed.data);
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
 * All that print servers and copiers may ask, with a device token as Bearer (RFC 6750): `jobs` to report, `waiting`,
 * `release` and `cancel` for whoever shows a PIN or a code. Refusals become a status and `{error: refusal}`; faults throw.
 */
export async function answerDevice(
  { db, clock }: { db: Database; clock: Clock },
  { call, authorization, body }: DeviceRequest,
): Promise<DeviceResponse> {
  const verb = CALLS.get(call);
  if (!verb) return { status: 404, body: { error: { code: "not_found", what: "route" } } };
  const token = bearerToken(authorization);
  const device = token === null ? null : await findDeviceContext(db, clock, token);
  if (!device) return { status: 401, body: { error: { code: "unknown_device" } } };
  try {
    return { status: 200, body: await verb(device.ctx, device.deviceId, body) };
  } catch (error) {
    if (error instanceof DomainError) return { status: STATUS[error.kind], body: { error: error.refusal } };
    throw error;
  }
}
