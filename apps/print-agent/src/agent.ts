import { createHash } from "node:crypto";
import { appendFile } from "node:fs/promises";
import { decodeLine, decodeLines, NOTHING_UNDECODED } from "@working-social/copier/rules";
import type { LineProblem, LogLine, PrintLogReader, PrintRecord } from "@working-social/copier/rules";
import { formatInstant } from "@working-social/kernel";
import type { Config } from "./config.ts";
import { readerOf } from "./config.ts";
import type { OpenSegment, Segment } from "./follow-log.ts";
import { BEFORE_THE_LOG, findRemaining, openSegment } from "./follow-log.ts";
import { hasPassed, Pauses } from "./pace.ts";
import type { Posted } from "./post-events.ts";
import { postEvents } from "./post-events.ts";
import type { Orders } from "./queue/watch-queue.ts";
import { QueueWatcher } from "./queue/watch-queue.ts";
import type { AgentState, OutboxEntry, Position } from "./state.ts";
import { loadState, resumed, saveState } from "./state.ts";

const CHUNK_BYTES = 262_144;
const BATCH_EVENTS = 100;
/** Further than this the agent does not read ahead of what it could tell. */
const MOST_WAITING = 20_000;
const HEARTBEAT_MS = 60_000;
/** An event at which the server fails is tried again so much later; the others don't wait for it. */
const SET_ASIDE_MS = 300_000;
const HEAD_BYTES = 65_536;

/** The server does not know the token any more: a person must give the agent a new one. */
export class TokenRevokedError extends Error {}

export interface AgentSurroundings {
  now(): number;
  log(message: string): void;
}

/**
 * Reads what is new in the log into an outbox on disk, and tells the server from there. Reading and telling don't wait for
 * each other: while the network is away the log may rotate, and nothing is lost. Telling twice is harmless, by the keys.
 */
export class Agent {
  readonly #config: Config;
  readonly #token: string;
  readonly #around: AgentSurroundings;
  readonly #reader: PrintLogReader<unknown>;
  #state: AgentState;
  readonly #watcher: QueueWatcher | null;
  #queueFault: string | null = null;
  readonly #pauses = new Pauses();
  #lastTold = Number.NEGATIVE_INFINITY;
  /** Since when, by key. */
  readonly #setAside = new Map<string, number>();
  #knowsHead = false;

  private constructor(config: Config, token: string, around: AgentSurroundings, state: AgentState | null) {
    const format = JSON.stringify(config.format);
    this.#config = config;
    this.#token = token;
    this.#around = around;
    this.#reader = readerOf(config);
    const { queue, printers, identity } = config;
    this.#watcher = queue && new QueueWatcher({ ...queue, printers, identity, log: (message) => around.log(message) });
    this.#state = resumed(state, config, format, this.#reader.start);
  }

  static async open(config: Config, token: string, around: AgentSurroundings): Promise<Agent> {
    return new Agent(config, token, around, await loadState(config.stateFile));
  }

  /** How many events wait to be told. */
  get waiting(): number {
    return this.#state.outbox.length;
  }

  /** One look at the queues and the log, and one try to tell what is ready. Throws TokenRevokedError. */
  async cycle(): Promise<void> {
    await this.#lookAtQueues();
    await this.#readLog();
    await this.#tell();
  }

  /** While CUPS is away its log is followed all the same. */
  async #lookAtQueues(): Promise<void> {
    if (!this.#watcher) return;
    try {
      const { events, known } = await this.#watcher.look(this.#state.queue);
      const isSame = JSON.stringify(known) === JSON.stringify(this.#state.queue);
      if (events.length > 0 || !isSame) await this.#save({ ...this.#state, queue: known, outbox: this.#with(events) });
      this.#sayFault(null);
    } catch (error) {
      this.#sayFault(error instanceof Error ? error.message : String(error));
    }
  }

  /** Once, and once when it is over. */
  #sayFault(fault: string | null): void {
    if (fault === this.#queueFault) return;
    this.#queueFault = fault;
    this.#around.log(
      fault === null
        ? "The queues can be watched again."
        : `The queues can't be watched, nothing is released: ${fault}`,
    );
  }

  async #obey(orders: Orders): Promise<void> {
    const events = (await this.#watcher?.obey(orders)) ?? [];
    if (events.length > 0) await this.#save({ ...this.#state, outbox: this.#with(events) });
  }

  /** The outbox and these: what is said last of a key is what counts. */
  #with(events: readonly OutboxEntry["event"][]): OutboxEntry[] {
    const outbox = new Map(this.#state.outbox.map((entry) => [entry.event.key, entry]));
    for (const event of events) this.#keep(outbox, event);
    return [...outbox.values()];
  }

  async #readLog(): Promise<void> {
    const { segments, isGap } = await findRemaining(this.#config.log, this.#state.position, this.#config.startAt);
    if (isGap)
      this.#around.log(
        "The log was cut off before it was read to its end, and no rotated file holds the rest: some jobs may be missing.",
      );
    if (segments.length === 0 && this.#state.position === null)
      await this.#save({ ...this.#state, position: BEFORE_THE_LOG });
    for (const segment of segments) {
      if (!(await this.#readSegment(segment))) return;
    }
  }

  /** False when it was not read to its end: then what comes after it must wait. */
  async #readSegment(segment: Segment): Promise<boolean> {
    const file = await openSegment(segment);
    if (!file) return false;
    try {
      return await this.#readFile(file, segment);
    } finally {
      await file.close();
    }
  }

  async #readFile(file: OpenSegment, { inode, isCurrent, ...from }: Segment): Promise<boolean> {
    let { offset, encoding } = from;
    if (offset > 0 && !this.#knowsHead) await this.#learnHead(file, offset);
    this.#knowsHead = true;
    while (this.waiting < MOST_WAITING) {
      const bytes = await file.read(offset, CHUNK_BYTES);
      const { lines, rest } = decodeLines({ bytes: new Uint8Array(), offset, encoding }, bytes);
      const isLast = bytes.length < CHUNK_BYTES;
      // Without an end of line in a whole chunk, the chunk is a line that will be refused as too long. In a file that
      // was rotated away, no end will come any more.
      const isCut = rest.bytes.length > 0 && (isLast ? !isCurrent : lines.length === 0);
      if (isCut) lines.push({ text: decodeLine(rest.bytes, rest.encoding), offset: rest.offset });
      encoding = rest.encoding;
      offset = isCut ? offset + bytes.length : rest.offset;
      if (lines.length > 0 || this.#state.position?.inode !== inode)
        await this.#take(lines, await file.positionAt(offset, encoding));
      if (isLast) return true;
    }
    return false;
  }

  /** Once after a start: what begins in the middle of a file needs its header all the same. */
  async #learnHead(file: OpenSegment, offset: number): Promise<void> {
    const { lines } = decodeLines(NOTHING_UNDECODED, await file.read(0, Math.min(offset, HEAD_BYTES)));
    this.#state = { ...this.#state, reader: this.#reader.withHead(this.#state.reader, lines) };
  }

  /** Puts what the lines say into the outbox, and moves the position past them: both or neither. */
  async #take(lines: readonly LogLine[], position: Position): Promise<void> {
    const outbox = new Map(this.#state.outbox.map((entry) => [entry.event.key, entry]));
    let { reader } = this.#state;
    for (const line of lines) {
      const step = this.#reader.read(reader, line);
      reader = step.state;
      for (const record of step.records) this.#keep(outbox, this.#eventOf(record));
      for (const problem of step.problems) this.#keep(outbox, problemEvent(problem));
    }
    await this.#save({ ...this.#state, position, reader, outbox: [...outbox.values()] });
  }

  #keep(outbox: Map<string, OutboxEntry>, event: OutboxEntry["event"] | null): void {
    if (event) outbox.set(event.key, { event, changedAt: this.#around.now() });
  }

  #eventOf({ at, host: _, billing, ...record }: PrintRecord): OutboxEntry["event"] | null {
    const { printers, identity } = this.#config;
    if (printers && !printers.includes(record.printer)) return null;
    const user = identity === "billing" ? (billing ?? "") : record.user;
    const copies = record.copies !== null && record.copies >= 1 ? record.copies : null;
    return { type: "printed", ...record, copies, user, at: formatInstant(at) };
  }

  async #tell(): Promise<void> {
    const now = this.#around.now();
    if (!this.#pauses.isOver(now)) return;
    const ready = this.#state.outbox.filter((entry) => this.#isReady(entry, now));
    // Who waits for releases asks each time.
    const everyMs = this.#watcher ? this.#config.pollSeconds * 1000 : HEARTBEAT_MS;
    if (ready.length === 0 && !hasPassed(this.#lastTold, everyMs, now)) return;
    let rest: readonly OutboxEntry[] = ready;
    let size = BATCH_EVENTS;
    do {
      const batch = rest.slice(0, size);
      const posted = await this.#post(batch);
      if (posted.kind === "later") return this.#pause(posted.reason, posted.retryAfterMs);
      if (posted.kind === "rejected") {
        if (batch.length > 1) {
          size = Math.ceil(batch.length / 2);
          continue;
        }
        if (!(await this.#isToBlame(batch[0], posted.status))) return;
      } else await this.#told(batch, posted.refused);
      rest = rest.slice(batch.length);
      if (posted.kind === "taken" && rest.length === 0) await this.#obey(posted.orders);
    } while (rest.length > 0);
  }

  async #post(batch: readonly OutboxEntry[]): Promise<Exclude<Posted, { kind: "revoked" }>> {
    const events = batch.map(({ event }) => event);
    const posted = await postEvents(this.#config.server, this.#token, events);
    if (posted.kind === "revoked")
      throw new TokenRevokedError("The server does not know this device token (any more).");
    return posted;
  }

  /**
   * One event was rejected. When the server rejects an empty report as well, it is not the event's fault, and all wait;
   * else it is put out of the way of the others: for good what can't be taken, for a while what the server fails at.
   */
  async #isToBlame(entry: OutboxEntry | undefined, status: number): Promise<boolean> {
    const empty = entry ? await this.#post([]) : null;
    if (!entry || empty?.kind !== "taken") {
      this.#pause(`the server answers ${status}, also to nothing`, null);
      return false;
    }
    if (status < 500) await this.#told([entry], [{ key: entry.event.key, issues: `status ${status}` }]);
    else {
      this.#setAside.set(entry.event.key, this.#around.now());
      this.#around.log(
        `The server fails at ${entry.event.key}; it is tried again in ${SET_ASIDE_MS / 60_000} minutes.`,
      );
    }
    return true;
  }

  /** More pages of a job may still come; what happens to a queue is told at once. */
  #isReady({ event, changedAt }: OutboxEntry, now: number): boolean {
    const setAsideAt = this.#setAside.get(event.key);
    if (setAsideAt !== undefined && !hasPassed(setAsideAt, SET_ASIDE_MS, now)) return false;
    if (event.type === "submitted" || event.type === "cancelled") return true;
    return hasPassed(changedAt, this.#config.quietSeconds * 1000, now);
  }

  async #told(batch: readonly OutboxEntry[], refused: readonly { key: string; issues: unknown }[]): Promise<void> {
    this.#pauses.end();
    this.#lastTold = this.#around.now();
    for (const { key, issues } of refused) {
      const entry = batch.find(({ event }) => event.key === key);
      this.#around.log(`The server can't take ${key}; it is kept in ${this.#config.stateFile}.refused.`);
      await appendFile(`${this.#config.stateFile}.refused`, `${JSON.stringify({ ...entry, issues })}\n`, {
        mode: 0o600,
      });
    }
    if (batch.length === 0) return;
    const gone = new Set(batch);
    await this.#save({ ...this.#state, outbox: this.#state.outbox.filter((entry) => !gone.has(entry)) });
  }

  #pause(reason: string, retryAfterMs: number | null): void {
    const pauseMs = this.#pauses.begin(this.#around.now(), retryAfterMs);
    this.#around.log(`Not told (${reason}): ${this.waiting} wait, next try in ${Math.round(pauseMs / 1000)} s.`);
  }

  async #save(state: AgentState): Promise<void> {
    await saveState(this.#config.stateFile, state);
    this.#state = state;
  }
}

function problemEvent({ offset, code, text, repeats }: LineProblem): OutboxEntry["event"] {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 24);
  return { type: "problem", key: `line@${offset}#${hash}`, code, line: text, ...(repeats && { repeats }) };
}
