import type { BookingView } from "@working-social/booking/schema";
import type { Interval } from "@working-social/kernel";
import { formatInstant, parseInstant } from "@working-social/kernel";
import type { Answer, Attempt } from "./history.ts";

/** A signed-in member at one of the server processes, who writes down everything that happens. */
export interface Member {
  cookie: string;
  history: Attempt[];
}

interface Call {
  url: string;
  verb: Attempt["verb"];
  input: Record<string, unknown> & { idempotencyKey: string };
  wish: Attempt["wish"];
  bookingId: string | null;
}

const PATHS: Record<Attempt["verb"], string> = {
  book: "bookings.book",
  hold: "bookings.hold",
  confirm: "bookings.confirmHold",
  release: "bookings.releaseHold",
  change: "bookings.change",
  cancel: "bookings.cancel",
};

/** Signs in by password over HTTP; returns the Cookie header. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`Sign-in failed: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
}

/** Sends one request and records it; resolves with the booking it was answered with, if any. */
export async function attempt(
  member: Member,
  { url, verb, input, wish, bookingId }: Call,
): Promise<BookingView | null> {
  const invokedMs = performance.now();
  const { answer, booking } = await send(`${url}/api/trpc/${PATHS[verb]}`, member.cookie, input);
  member.history.push({
    verb,
    key: `${member.cookie} ${input.idempotencyKey}`,
    wish,
    bookingId,
    invokedMs,
    answeredMs: performance.now(),
    answer,
  });
  return booking;
}

/** Letting a hold go can be repeated by nature, so it takes no key. */
interface TrpcBody {
  result?: { data: BookingView };
  error?: { data: { refusal: { code: string; refusals?: { code: string }[] } | null } };
}

async function send(
  url: string,
  cookie: string,
  input: Record<string, unknown>,
): Promise<{ answer: Answer; booking: BookingView | null }> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(input),
  }).catch(() => null);
  if (!response) return { answer: { kind: "unknown" }, booking: null };
  const body = (await response.json()) as TrpcBody;
  const booking = body.result?.data ?? null;
  if (booking) return { answer: okAnswer(booking), booking };
  const refusal = body.error?.data.refusal;
  const isOurFault = !refusal || response.status >= 500 || refusal.code === "internal" || refusal.code === "bad_input";
  if (isOurFault)
    return { answer: { kind: "fault", text: `${response.status} ${JSON.stringify(body)}` }, booking: null };
  return {
    answer: { kind: "refused", code: refusal.code, refusals: (refusal.refusals ?? []).map((one) => one.code) },
    booking: null,
  };
}

function okAnswer(booking: BookingView): Answer {
  const { id: bookingId, resourceId, status, sequence } = booking;
  return { kind: "ok", bookingId, resourceId, slot: slotOf(booking), status, sequence };
}

export function slotOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Interval {
  return { start: parseInstant(startsAt), end: parseInstant(endsAt) };
}

export function slotInput(slot: Interval): { startsAt: string; endsAt: string } {
  return { startsAt: formatInstant(slot.start), endsAt: formatInstant(slot.end) };
}
