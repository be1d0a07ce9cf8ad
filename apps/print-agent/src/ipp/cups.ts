import { request } from "node:http";
import type { IppGroup, IppResponse, RequestAttribute } from "./message.ts";
import { decodeResponse, encodeRequest, OPERATIONS, STATUS } from "./message.ts";

/** CUPS does not do what was asked; the message is for whoever runs the print server. */
export class CupsError extends Error {}

/** Where CUPS listens: its socket, or http://host:port. */
export interface CupsAddress {
  cups: string;
  /** Whom the agent is there: over the socket, the account that it runs as. */
  user: string;
}

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 80 * 1024 * 1024;
const DETAILS = [
  "job-id",
  "job-uuid",
  "job-state",
  "job-hold-until",
  "job-printer-uri",
  "job-name",
  "job-originating-user-name",
  "job-billing",
  "job-account-id",
  "time-at-creation",
  "copies",
  "sides",
  "media",
  "print-color-mode",
  "number-up",
  "page-ranges",
  "job-impressions",
  "job-k-octets",
  "number-of-documents",
  "document-format",
];

/** The CUPS of this machine, by IPP: what `lpstat`, `lp -H resume` and `cancel` do, with all that a job says of itself. */
export class CupsServer {
  readonly #address: CupsAddress;
  #requests = 0;

  constructor(address: CupsAddress) {
    this.#address = address;
  }

  /** The jobs that are not over, of all its queues. */
  async openJobs(): Promise<IppGroup[]> {
    const { groups } = await this.#ask(OPERATIONS.getJobs, [
      ["uri", "printer-uri", "ipp://localhost/"],
      this.#me(),
      ["keyword", "which-jobs", "not-completed"],
      ["keyword", "requested-attributes", ...DETAILS],
    ]);
    return groups.filter((group) => group.has("job-id"));
  }

  /** A job of any state; null when CUPS has forgotten it. */
  async job(id: number): Promise<IppGroup | null> {
    const wanted: RequestAttribute = ["keyword", "requested-attributes", ...DETAILS];
    const answer = await this.#ask(OPERATIONS.getJobAttributes, [...this.#of(id), wanted], [STATUS.notFound]);
    return answer.groups.find((group) => group.has("job-id")) ?? null;
  }

  /** Lets a held job print. One that does not wait (any more) is left alone. */
  async release(id: number): Promise<void> {
    await this.#ask(OPERATIONS.releaseJob, this.#of(id), [STATUS.notPossible, STATUS.notFound]);
  }

  /** Takes a job out of its queue. One that is over is left alone. */
  async cancel(id: number): Promise<void> {
    await this.#ask(OPERATIONS.cancelJob, this.#of(id), [STATUS.notPossible, STATUS.notFound]);
  }

  /** The n-th document of a job, from 1. */
  async document(id: number, number: number): Promise<Uint8Array> {
    const wanted: RequestAttribute = ["integer", "document-number", number];
    return (await this.#ask(OPERATIONS.cupsGetDocument, [...this.#of(id), wanted])).data;
  }

  #of(id: number): RequestAttribute[] {
    return [["uri", "job-uri", `ipp://localhost/jobs/${id}`], this.#me()];
  }

  #me(): RequestAttribute {
    return ["name", "requesting-user-name", this.#address.user];
  }

  /** Throws CupsError, but for the refusals that the caller expects. */
  async #ask(
    operation: number,
    attributes: readonly RequestAttribute[],
    expected: readonly number[] = [],
  ): Promise<IppResponse> {
    const bytes = await this.#post(encodeRequest(operation, ++this.#requests, attributes));
    const answer = decodeResponse(bytes);
    // Below 0x100 are the successes, also those that ignored an attribute.
    const isGone = answer.status === STATUS.gone && expected.includes(STATUS.notFound);
    if (answer.status < 0x0100 || isGone || expected.includes(answer.status)) return answer;
    const message = answer.groups[0]?.get("status-message")?.[0];
    throw new CupsError(`CUPS answers 0x${answer.status.toString(16).padStart(4, "0")}: ${String(message ?? "")}`);
  }

  #post(body: Buffer): Promise<Buffer> {
    const { cups, user } = this.#address;
    const isSocket = cups.startsWith("/");
    const where = isSocket ? { socketPath: cups, path: "/" } : { ...hostOf(cups), path: "/" };
    return new Promise((resolve, reject) => {
      const call = request({
        ...where,
        method: "POST",
        timeout: TIMEOUT_MS,
        headers: {
          Host: "localhost",
          "Content-Type": "application/ipp",
          "Content-Length": body.length,
          // Over its socket CUPS knows from the kernel who asks, and only wants to hear the name.
          ...(isSocket ? { Authorization: `PeerCred ${user}` } : {}),
        },
      });
      call.once("timeout", () => call.destroy(new CupsError("CUPS does not answer.")));
      call.once("error", reject);
      call.once("response", (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size > MOST_BYTES) call.destroy(new CupsError("CUPS answers with more than can be read."));
        });
        response.once("error", reject);
        response.once("end", () => {
          if (response.statusCode === 200) return resolve(Buffer.concat(chunks));
          const isRefused = response.statusCode === 401 || response.statusCode === 403;
          const why = isRefused ? `it does not trust the account ${user}: it needs root, or the group lpadmin` : "";
          reject(new CupsError(`CUPS answers ${response.statusCode}${why && `; ${why}`}.`));
        });
      });
      call.end(body);
    });
  }
}

function hostOf(url: string): { host: string; port: string } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: port || "631" };
}
