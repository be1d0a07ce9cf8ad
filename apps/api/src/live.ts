import { setTimeout as sleep } from "node:timers/promises";
import { OwnConnection, ownConnections } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { formatInstant, parseInstant } from "@working-social/kernel";
import { z } from "zod";
import type { Env } from "./env.ts";
import type { Log } from "./log.ts";
import type { Heard } from "./remember-changes.ts";
import { rememberChanges } from "./remember-changes.ts";
import type { Streams } from "./streams.ts";

/** A change of a booking, as the database announced it: where and when, never whose. */
interface BookingChange {
  readonly kind: "changed";
  readonly locationId: string;
  readonly resourceId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}
/** Credits of the reader, or of the reader's team, moved, or a document of the reader's did. */
interface CreditsChange {
  readonly kind: "credits";
}
/** First of all unless nothing was missed, and again after the listener was away: fetch anew what is on the screen. */
interface Connected {
  readonly kind: "connected";
}
export type LiveChange = BookingChange | CreditsChange | Connected;

export interface Live {
  readonly isListening: boolean;
  /**
   * Changes of one location of one organization, and of the credits of `ownerIds` (a person, a team), until `signal` aborts or the server stops. `since`: how old what the reader
   * has may be at most; when nothing has changed there since, there is nothing to fetch anew.
   */
  changes(
    organizationId: string,
    locationId: string,
    signal: AbortSignal,
    since?: EpochMs | null,
    ownerIds?: readonly string[],
  ): AsyncGenerator<LiveChange, void>;
  close(): Promise<void>;
}

const Announcement = z.object({
  organizationId: z.uuid(),
  locationId: z.uuid(),
  resourceId: z.uuid(),
  startsAt: z.string(),
  endsAt: z.string(),
});

/** How often the listening connection is asked whether it is still there, and for how long its answer is awaited. */
const HEARTBEAT_MS = 3_000;
const PATIENCE_SECONDS = 2;

/** More than this unread means that the reader is too slow: it is told to fetch anew instead. */
const MAX_UNREAD = 500;

interface Subscriber {
  /** Of the location, and of owners of credits. */
  readonly keys: readonly string[];
  push(change: LiveChange): void;
}

/** One connection that listens for all subscribers and streams of this process; it reconnects by itself. */
export function openLive(
  { databaseUrl, pooler }: Pick<Env, "databaseUrl" | "pooler">,
  streams: Pick<Streams, "accessChanged">,
  log: Log,
): Live {
  const subscribers = new Set<Subscriber>();
  const heard = rememberChanges();
  const closing = new AbortController();
  let isListening = false;

  const listenOnce = async () => {
    const client = new OwnConnection(
      ownConnections(databaseUrl, "working_social_app", { pooler, statementSeconds: PATIENCE_SECONDS }),
    );
    const ended = new AbortController();
    client.on("end", () => ended.abort());
    const isOver = AbortSignal.any([ended.signal, closing.signal]);
    client.on("notification", ({ channel, payload = "" }) => {
      if (channel === "access") streams.accessChanged(payload);
      else if (channel === "credits") tell(payload, { kind: "credits" }, subscribers, heard);
      else announce(payload, subscribers, heard);
    });
    try {
      await client.connect();
      await client.query("LISTEN access");
      await client.query("LISTEN bookings");
      await client.query("LISTEN credits");
      isListening = true;
      heard.listening();
      streams.accessChanged(null);
      for (const subscriber of subscribers) subscriber.push({ kind: "connected" });
      // Until it is lost, which rejects: nobody else would notice a connection that was dropped without being closed.
      while (!closing.signal.aborted) {
        await sleep(HEARTBEAT_MS, undefined, { signal: isOver }).catch(() => {});
        const { rowCount } = await client.query("SELECT FROM pg_listening_channels() AS c WHERE c = 'bookings'");
        if (rowCount !== 1) throw new Error("The connection listens no longer.");
      }
    } finally {
      isListening = false;
      await client.end();
    }
  };

  const keepListening = async () => {
    for (let failures = 0; !closing.signal.aborted;) {
      failures = await listenOnce().then(
        () => 0,
        () => failures + 1,
      );
      if (closing.signal.aborted) return;
      log.warn({ failures }, "live updates lost the database; connecting again");
      await sleep(Math.min(5_000, 100 * 2 ** failures), undefined, { signal: closing.signal }).catch(() => {});
    }
  };
  const listening = keepListening();

  return {
    get isListening() {
      return isListening;
    },
    changes: (organizationId, locationId, signal, since = null, ownerIds = []) => {
      const keys = [locationId, ...ownerIds].map((id) => keyOf(organizationId, id));
      const isFresh = isListening && since !== null && !keys.some((key) => heard.isMissed(key, since));
      return changesOf(subscribers, keys, AbortSignal.any([signal, closing.signal]), isFresh);
    },
    async close() {
      closing.abort();
      await listening;
    },
  };
}

/** Tells the subscribers of a location what the database announced of it. */
function announce(payload: string, subscribers: ReadonlySet<Subscriber>, heard: Heard): void {
  const parsed = Announcement.safeParse(JSON.parse(payload));
  if (!parsed.success) return;
  const { organizationId, locationId, resourceId, startsAt, endsAt } = parsed.data;
  const change: LiveChange = {
    kind: "changed",
    locationId,
    resourceId,
    startsAt: utc(startsAt),
    endsAt: utc(endsAt),
  };
  tell(keyOf(organizationId, locationId), change, subscribers, heard);
}

function tell(key: string, change: LiveChange, subscribers: ReadonlySet<Subscriber>, heard: Heard): void {
  heard.changed(key);
  for (const subscriber of subscribers) if (subscriber.keys.includes(key)) subscriber.push(change);
}

async function* changesOf(
  subscribers: Set<Subscriber>,
  keys: readonly string[],
  signal: AbortSignal,
  isFresh: boolean,
): AsyncGenerator<LiveChange, void> {
  let unread: LiveChange[] = isFresh ? [] : [{ kind: "connected" }];
  let wake = () => {};
  const push = (change: LiveChange) => {
    unread = unread.length < MAX_UNREAD ? [...unread, change] : [{ kind: "connected" }];
    wake();
  };
  const subscriber = { keys, push };
  subscribers.add(subscriber);
  signal.addEventListener("abort", () => wake(), { once: true });
  try {
    while (!signal.aborted) {
      const changes = unread;
      unread = [];
      yield* changes;
      if (unread.length === 0 && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    subscribers.delete(subscriber);
  }
}

/** Of a location, or of an owner of credits as the database announces one. */
function keyOf(organizationId: string, id: string): string {
  return `${organizationId} ${id}`;
}

function utc(instant: string): string {
  return formatInstant(parseInstant(instant));
}
