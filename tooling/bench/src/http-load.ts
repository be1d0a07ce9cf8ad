import autocannon from "autocannon";
import type { Timing } from "./statistics.ts";
import { timingOf } from "./statistics.ts";

export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

export interface HttpLoad {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** Called once for each request. */
  next(): HttpRequest;
  /** 200 unless told otherwise. */
  readonly expected?: number;
}

/**
 * Keeps all connections busy for some seconds, each sending its next request when the last one is answered. Throws when
 * an answer has another status: a refusal is quick, and would pass for speed.
 */
export async function loadHttp({ url, connections, seconds, next, expected = 200 }: HttpLoad): Promise<Timing> {
  const latenciesMs: number[] = [];
  const failures = new Map<number, number>();
  const started = performance.now();
  const instance = autocannon({
    url,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
  });
  let ended = started;
  instance.on("response", (_client, statusCode, _bytes, responseMs) => {
    ended = performance.now();
    if (statusCode === expected) latenciesMs.push(responseMs);
    else failures.set(statusCode, (failures.get(statusCode) ?? 0) + 1);
  });
  const { errors, timeouts } = await instance;
  if (failures.size > 0 || errors + timeouts > 0) {
    const statuses = [...failures].map(([status, count]) => `${count} × ${status}`).join(", ");
    throw new Error(`Requests failed: ${statuses || "none by status"}, ${errors} broken, ${timeouts} timed out.`);
  }
  return timingOf(latenciesMs, ended - started);
}
