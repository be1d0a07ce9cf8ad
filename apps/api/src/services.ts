import type { VatRegister } from "@working-social/billing";
import type { Database } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import type { JobQueue, Mailbox, Mailer } from "@working-social/notify";
import type { Env } from "./env.ts";
import type { JobDependencies } from "./jobs/jobs.ts";
import type { Live } from "./live.ts";
import type { Log } from "./log.ts";
import type { SessionGate } from "./session.ts";
import type { Auth } from "./sign-in/auth.ts";
import type { SharedLimits } from "./sign-in/limits.ts";
import type { Streams } from "./streams.ts";
import type { RequestLimits } from "./trpc/request-limits.ts";

/** What the running server is made of; `start.ts` makes it, and everything else receives it. */
export interface Services {
  readonly env: Env;
  readonly clock: Clock;
  readonly log: Log;
  readonly db: Database;
  readonly auth: Auth;
  readonly gate: SessionGate;
  readonly live: Live;
  readonly streams: Streams;
  readonly jobs: Jobs;
  readonly mailer: Mailer;
  /** Null when mail really goes out. */
  readonly mailbox: Mailbox | null;
  readonly sharedLimits: SharedLimits;
  readonly requestLimits: RequestLimits;
  readonly vatRegister: VatRegister;
}

export interface Jobs extends JobQueue {
  /** Makes the queues, and works on them where this process does. */
  start(dependencies: JobDependencies): Promise<void>;
  /** Puts an organization's jobs that were given up back into their queues, each once however often it is asked; says how many. */
  retryFailed(organizationId: string): Promise<number>;
  /** Whether workers run, here or in a process of their own, and the queues exist. */
  isReady(): Promise<boolean>;
  stop(): Promise<void>;
}
