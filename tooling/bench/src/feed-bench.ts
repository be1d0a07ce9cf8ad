import type { Bench } from "./bench.ts";
import { loadHttp } from "./http-load.ts";
import type { Line } from "./report.ts";
import { mutation, send } from "./trpc-request.ts";

/**
 * An unchanged calendar feed, asked for by one program after the other. The whole round trip is held against the goal for
 * the server's part of it.
 */
export async function benchFeed({ api, space, options, progress }: Bench): Promise<Line[]> {
  const cookie = space.members[0]?.cookie ?? "";
  const { path } = await send<{ path: string }>(
    api.url,
    mutation("feeds.create", { name: "Mine", resourceId: null, idempotencyKey: crypto.randomUUID() }, cookie),
  );
  const first = await fetch(api.url + path);
  const etag = first.headers.get("etag");
  if (!first.ok || !etag) throw new Error(`The feed was answered ${first.status} with ETag ${etag}.`);
  const request = { method: "GET" as const, path, headers: { "if-none-match": etag } };
  const timing = await progress.step("unchanged feed", () =>
    loadHttp({ url: api.url, connections: 1, seconds: options.roundSeconds, expected: 304, next: () => request }),
  );
  return [
    {
      what: "unchanged calendar feed (304), p95",
      timing,
      floor: null,
      figure: { value: timing.p95Ms, unit: "ms" },
      goal: { atMost: 3 },
    },
  ];
}
