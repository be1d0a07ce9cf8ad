import { formatInstant } from "@working-social/kernel";
import type { CupsAddress } from "../ipp/cups.ts";
import { CupsError, CupsServer } from "../ipp/cups.ts";
import type { KnownJob } from "../state.ts";
import { countPages } from "./count-pages.ts";
import type { QueuedJob } from "./queued-job.ts";
import { estimateSides, queuedJobOf } from "./queued-job.ts";

/** Larger documents are not fetched to count their pages. */
const MOST_COUNTED_BYTES = 64 * 1024 * 1024;
const MOST_DOCUMENTS = 20;

/** What the server wants done with jobs, by the keys that they were told under. */
export interface Orders {
  /** Their owners let them print. */
  releases: readonly { key: string }[];
  /** Their owners gave them up, or nobody came. */
  removals: readonly { key: string }[];
}

export interface Look {
  events: ({ type: "submitted" | "cancelled"; key: string } & Record<string, unknown>)[];
  /** What to remember: the jobs that were told of and are not over. */
  known: KnownJob[];
}

export interface WatchOptions extends CupsAddress {
  printers: readonly string[] | null;
  identity: "user" | "billing";
  log(message: string): void;
}

/**
 * Watches the jobs that CUPS holds for their owners. Nothing is done from memory: what is held is told (again after a start,
 * which changes nothing), what the server ordered is done to the jobs that are there under the same key, and what is done already
 * can't be done twice, since a released job is not held any more.
 */
export class QueueWatcher {
  readonly #cups: CupsServer;
  readonly #options: WatchOptions;
  /** By key, as of the last look. */
  #open = new Map<string, QueuedJob>();
  #isFirstLook = true;
  /** Complaints are said once: the same orders come again every few seconds. */
  readonly #said = new Set<string>();

  constructor(options: WatchOptions) {
    this.#cups = new CupsServer(options);
    this.#options = options;
  }

  /** What is new in the queues since the last look, and what has left them. Throws when CUPS does not answer. */
  async look(known: readonly KnownJob[]): Promise<Look> {
    this.#open = new Map();
    const jobs = (await this.#cups.openJobs()).flatMap((group) => queuedJobOf(group) ?? []);
    this.#open = new Map(jobs.map((job) => [job.key, job]));
    const before = new Set(this.#isFirstLook ? [] : known.map(({ key }) => key));
    const told = jobs.filter((job) => job.state === "held" && this.#isOurs(job) && this.#hasOwner(job));
    const submitted = [];
    for (const job of told.filter(({ key }) => !before.has(key))) submitted.push(await this.#submitted(job));
    const lost = [];
    const kept = new Map(told.map(({ key, id }) => [key, { key, jobId: id }]));
    for (const job of known) {
      const end = this.#open.has(job.key) ? "open" : await this.#endOf(job);
      if (end === "open") kept.set(job.key, job);
      if (end === "lost") lost.push({ type: "cancelled" as const, key: job.key });
    }
    this.#isFirstLook = false;
    return { events: [...submitted, ...lost], known: [...kept.values()] };
  }

  /** Does what the server wants; returns what there is to say about it. A job that refuses is tried again with the next answer. */
  async obey({ releases, removals }: Orders): Promise<Look["events"]> {
    for (const { key } of releases) {
      const job = this.#open.get(key);
      if (job?.state === "held") await this.#try(job, "print", () => this.#cups.release(job.id));
    }
    const gone: Look["events"] = [];
    for (const { key } of removals) {
      const job = this.#open.get(key);
      if (job) await this.#try(job, "leave the queue", () => this.#cups.cancel(job.id));
      else gone.push({ type: "cancelled", key });
    }
    return gone;
  }

  async #try(job: QueuedJob, what: string, order: () => Promise<void>): Promise<void> {
    try {
      await order();
      this.#open.delete(job.key);
    } catch (error) {
      if (!(error instanceof CupsError)) throw error;
      this.#sayOnce(`Job ${job.printer}-${job.id} does not ${what}: ${error.message}`);
    }
  }

  #sayOnce(complaint: string): void {
    if (!this.#said.has(complaint)) this.#options.log(complaint);
    this.#said.add(complaint);
  }

  #isOurs({ printer }: QueuedJob): boolean {
    return this.#options.printers?.includes(printer) ?? true;
  }

  /** CUPS keeps names to itself unless it is told otherwise, or asked by root. */
  #hasOwner({ user }: QueuedJob): boolean {
    if (user !== null) return true;
    this.#sayOnce(
      `CUPS does not say whose jobs wait: run the agent as root or with the group lpadmin, or set JobPrivateValues in cupsd.conf.`,
    );
    return false;
  }

  async #endOf({ key, jobId }: KnownJob): Promise<"open" | "printed" | "lost"> {
    const group = await this.#cups.job(jobId);
    const job = group && queuedJobOf(group);
    // Forgotten, or its number is another job's: if it was printed after all, the log tells, and that counts.
    if (job?.key !== key) return "lost";
    return job.state === "printed" || job.state === "lost" ? job.state : "open";
  }

  async #submitted(job: QueuedJob): Promise<Look["events"][number]> {
    const { key, printer, title, copies, colour, paperSize, isDuplex } = job;
    return {
      type: "submitted",
      key,
      printer,
      jobId: String(job.id),
      user: (this.#options.identity === "billing" ? job.billing : job.user) ?? "",
      title,
      at: formatInstant(job.createdAt),
      copies,
      colour,
      paperSize,
      isDuplex,
      estimatedSides: estimateSides(job, job.impressions === null ? await this.#pagesOf(job) : null),
    };
  }

  /** null when one of the documents can't be counted, or is not to be had: then its size has to do. */
  async #pagesOf(job: QueuedJob): Promise<number | null> {
    if (job.sizeBytes > MOST_COUNTED_BYTES || job.documents > MOST_DOCUMENTS) return null;
    let pages = 0;
    for (let number = 1; number <= job.documents; number++) {
      try {
        const counted = countPages(await this.#cups.document(job.id, number), job.format);
        if (counted === null) return null;
        pages += counted;
      } catch (error) {
        this.#options.log(`Job ${job.printer}-${job.id} can't be counted, its size has to do: ${String(error)}`);
        return null;
      }
    }
    return pages;
  }
}
