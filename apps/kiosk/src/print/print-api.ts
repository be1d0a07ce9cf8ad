import { isolatedTexts } from "@working-social/kernel";
import type { ChargesRefusal, BoughtPack, PackView } from "@working-social/charges/schema";
import type { CopierRefusal, KioskStatus, PrintJobView, PrintSecret, WaitingJobs } from "@working-social/copier/schema";
import type { Refusal } from "@working-social/kernel";

/** What the kiosk may ask: /api/print/<call>. */
export interface Calls {
  status: { input: Record<never, never>; output: KioskStatus };
  waiting: { input: Record<never, never>; output: WaitingJobs };
  release: { input: { jobId: string; expectedMoneyMinor: number }; output: PrintJobView };
  cancel: { input: { jobId: string }; output: PrintJobView };
  packs: { input: Record<never, never>; output: PackView[] };
  buy: { input: { packId: string; expectedPriceMinor: number; idempotencyKey: string }; output: BoughtPack };
}

/** Whether a call is for whoever shows a PIN or a code; the others are the kiosk's own. */
const IS_SOMEBODYS: Record<keyof Calls, boolean> = {
  status: false,
  packs: false,
  waiting: true,
  release: true,
  cancel: true,
  buy: true,
};

/** The refusals that say more than their code. */
export type KioskRefusal = CopierRefusal | ChargesRefusal | Refusal;

export type Answer<Output> =
  | { kind: "done"; output: Output }
  | { kind: "refused"; refusal: KioskRefusal }
  /** The token of this kiosk opens nothing any more. */
  | { kind: "revoked" }
  /** Nobody answers, or only that it can't now. */
  | { kind: "unreachable" };

/** A hotel's network may swallow a request without a word. */
const PATIENCE_MS = 10_000;

/** For whom, and until when the answer is of use. */
interface Asker {
  secret: PrintSecret | null;
  signal: AbortSignal;
}

export interface PrintApi {
  /** Asks once. Rejects only when the signal says that nobody waits for the answer any more. */
  ask<C extends keyof Calls>(call: C, input: Calls[C]["input"], asker: Asker): Promise<Answer<Calls[C]["output"]>>;
}

/** By the kiosk's token and nothing else: whoever is signed in to the portal in this browser plays no part. */
export function printApi(token: string): PrintApi {
  return {
    async ask(call, input, { secret, signal }) {
      const response = await send(token, call, IS_SOMEBODYS[call] ? { ...input, secret } : input, signal);
      signal.throwIfAborted();
      return response === null ? { kind: "unreachable" } : read(response);
    },
  };
}

interface Received {
  status: number;
  body: unknown;
}

async function send(token: string, call: string, input: object, signal: AbortSignal): Promise<Received | null> {
  try {
    const response = await fetch(`/api/print/${call}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
      body: JSON.stringify(input),
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    // The name of a document ends what it does to the direction of letters.
    return { status: response.status, body: isolatedTexts<unknown>(await response.json()) };
  } catch {
    // No network, no answer in time, or the page of a captive portal instead of JSON.
    return null;
  }
}

/** A body that is not as it should be comes from something between us and the server. */
function read<Output>({ status, body }: Received): Answer<Output> {
  // The server's own types, over its own wire: what arrives with 200 is the output of the call.
  if (status === 200) return { kind: "done", output: body as Output };
  const refusal = refusalIn(body);
  if (status === 401) return refusal?.code === "unknown_device" ? { kind: "revoked" } : { kind: "unreachable" };
  if (status >= 500 || !refusal || refusal.code === "too_many_requests") return { kind: "unreachable" };
  return { kind: "refused", refusal };
}

/** Devices are answered `{error: refusal}`; what stands before them answers in the shape of the portal's client. */
function refusalIn(body: unknown): KioskRefusal | null {
  const error = part(body, "error");
  const refusal = part(part(error, "data"), "refusal") ?? error;
  return typeof part(refusal, "code") === "string" ? (refusal as KioskRefusal) : null;
}

function part(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
