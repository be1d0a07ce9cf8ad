import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import { isDeepStrictEqual } from "node:util";
import pg from "pg";
import type { Hosts } from "./hosts.ts";
import { listenForSilence } from "./silence.ts";

/** The roles that connections switch to; see the migrations. */
export type DatabaseRole = "working_social_app" | "working_social_sign_in";

/** What stands between this process and PostgreSQL: nothing, or a pooler that keeps a session to one client. */
export type Pooler = "none" | "session";

export interface Ownership {
  readonly hosts: Hosts;
  readonly role: DatabaseRole;
  readonly pooler: Pooler;
  /** After so long PostgreSQL gives a statement up; the client waits two seconds more, then gives the connection up. */
  readonly statementSeconds: number;
}

/** The server kept this connection, or its role and settings, not to us. The message says what to do. */
export class UnprovenConnection extends Error {
  /** As for a server that is away: whoever asked may ask again. */
  readonly code = "ECONNREFUSED";
}

const CLIENT_GRACE_SECONDS = 2;
const FAREWELL_MS = 2_000;

const SET = `SELECT ARRAY(SELECT set_config(name, value, false)
  FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS wanted (name, value, n) ORDER BY n) AS settings`;
const PROVE = `SELECT pg_backend_pid() AS pid, current_user::text AS role, current_setting('transaction_read_only') = 'on' AS only_reads,
  ARRAY(SELECT current_setting(name, true) FROM unnest($1::text[]) WITH ORDINALITY AS wanted (name, n) ORDER BY n) AS settings`;

/**
 * A connection that serves only after it has proved its role, its settings and that it is one's own, and that gives up
 * when the other side falls silent while it is asked something: a firewall that forgot the connection, or a server that
 * lost its power, never closes it.
 *
 * Nothing travels in the start-up options: a pooler may drop them without a word (`ignore_startup_parameters`), and then
 * every statement would run as the login, outside row-level security. They are set by a statement and read back by
 * another, between which a pooler that lends a server for a transaction shows itself.
 */
export class OwnConnection extends pg.Client {
  readonly #ownership: Ownership;
  readonly #host: string;
  #writtenWhenAnswered = -1;
  #readBefore = 0;
  #silentSeconds = 0;

  constructor(config: pg.ClientConfig & { own: Ownership }) {
    const host = config.own.hosts.current;
    super({ keepAlive: true, keepAliveInitialDelayMillis: 5_000, ...config, connectionString: host });
    this.#ownership = config.own;
    this.#host = host;
    // One that breaks rejects its statement and also emits an error, which without a listener would end the process.
    this.on("error", () => {});
    this.on("drain", () => (this.#writtenWhenAnswered = this.#socket.bytesWritten));
  }

  override connect(): Promise<pg.Client>;
  override connect(callback: ((error: Error) => void) | ((error: null, client: pg.Client) => void)): void;
  override connect(callback?: (error: never, client: pg.Client) => void): Promise<pg.Client> | void {
    const connected = this.#connectAndProve();
    if (!callback) return connected;
    const tell = callback as (error: unknown, client?: pg.Client) => void;
    void connected.then(
      () => queueMicrotask(() => tell(null, this)),
      (error: unknown) => queueMicrotask(() => tell(error)),
    );
  }

  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(callback?: (error: Error) => void): Promise<void> | void {
    const farewell = setTimeout(() => this.#socket.destroy(), FAREWELL_MS).unref();
    this.once("end", () => clearTimeout(farewell));
    return callback ? super.end(callback) : super.end();
  }

  /** Gives the connection up when it has waited for an answer for too long; `silence.ts` asks once a second. */
  listen(): void {
    const socket = this.#socket;
    const isWaiting = socket.bytesWritten !== this.#writtenWhenAnswered;
    const hasHeard = socket.bytesRead !== this.#readBefore;
    this.#readBefore = socket.bytesRead;
    this.#silentSeconds = isWaiting && !hasHeard ? this.#silentSeconds + 1 : 0;
    if (this.#silentSeconds < this.#ownership.statementSeconds + CLIENT_GRACE_SECONDS) return;
    this.#ownership.hosts.passOver(this.#host);
    const silence = new Error(`Connection terminated: the database was silent for ${this.#silentSeconds} seconds.`);
    socket.destroy(Object.assign(silence, { code: "ETIMEDOUT" }));
  }

  get #socket(): Socket {
    return this.connection.stream as Socket;
  }

  async #connectAndProve(): Promise<pg.Client> {
    const stopListening = listenForSilence(this);
    this.once("end", stopListening);
    try {
      await super.connect();
      await this.#prove();
      return this;
    } catch (error) {
      this.#ownership.hosts.passOver(this.#host);
      await this.end();
      stopListening();
      throw error;
    }
  }

  async #prove(): Promise<void> {
    // What a pooler's last client left behind, such as the names of its prepared statements.
    if (this.#ownership.pooler === "session") await this.query("DISCARD ALL");
    const wanted = settingsOf(this.#ownership);
    const names = Object.keys(wanted);
    const set = await this.query<{ settings: string[] }>(SET, [names, Object.values(wanted)]);
    const [found] = (await this.query<Proof>(PROVE, [names])).rows;
    const announced: unknown = Reflect.get(this, "processID");
    if (this.#ownership.pooler === "none" && found?.pid !== announced) throw new UnprovenConnection(NOT_ONES_OWN);
    if (this.#ownership.hosts.mustWrite && found?.only_reads) throw new UnprovenConnection(ONLY_READS);
    if (found?.role !== this.#ownership.role || !isDeepStrictEqual(found.settings, set.rows[0]?.settings))
      throw new UnprovenConnection(NOT_KEPT);
  }
}

interface Proof {
  pid: number;
  role: string;
  only_reads: boolean;
  /** Never null: each of these is a setting of PostgreSQL's own. */
  settings: string[];
}

/**
 * UTC and ISO are what `types.ts` reads; a statement that takes this long is a fault, not work. Compiling a plan to
 * machine code (jit) pays for reports over millions of rows, never for the short statements of a request.
 */
function settingsOf({ role, statementSeconds }: Ownership): Record<string, string> {
  return {
    role,
    TimeZone: "UTC",
    DateStyle: "ISO",
    jit: "off",
    search_path: "public, pg_temp",
    statement_timeout: `${statementSeconds}s`,
    idle_in_transaction_session_timeout: `${statementSeconds}s`,
    "app.organization_id": "",
    // Nobody else's connection has the same: one that is lent to others in between does not pass for this one.
    "app.connection": randomUUID(),
  };
}

const ONLY_READS = "None of the hosts of APP_DATABASE_URL takes writes: start the primary, or promote one.";
const NOT_ONES_OWN =
  "Between this server and PostgreSQL stands a pooler: the connection is not this server's own. Connect to PostgreSQL itself, or let the pooler keep a session to one client (PgBouncer: pool_mode = session) and set DATABASE_POOLER=session.";
export const NOT_KEPT =
  "The connection to PostgreSQL does not keep its role and settings from one statement to the next: a pooler lends it to others. Connect to PostgreSQL itself, or let the pooler keep a session to one client (PgBouncer: pool_mode = session).";
