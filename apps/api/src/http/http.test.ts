import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aBooking, aSpace } from "../testing/a-space.ts";
import { latestMail } from "../testing/sign-in.ts";
import type { TestServer } from "../testing/test-server.ts";
import { aCaller, startTestServer } from "../testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`${server.url}${path}`, { method, headers });

describe("calendar feeds", () => {
  async function aFeed() {
    const space = await aSpace(server.database);
    const member = await aCaller(server, space.organizationId);
    const place = { ...space, personId: member.personId };
    await aBooking(server.database.owner, place, 20);
    const created = (
      await member.call("feeds.create", { name: "Phone", resourceId: null, idempotencyKey: crypto.randomUUID() })
    ).data as {
      id: string;
      path: string;
    };
    return { member, place, ...created };
  }

  test("answer with the calendar, 304 while nothing changed, and anew after a change", async () => {
    const { path, place } = await aFeed();
    const first = await get(path);
    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(first.headers.get("cache-control")).toMatch(/^private, max-age=\d+$/);
    expect(first.headers.get("referrer-policy")).toBe("no-referrer");
    expect(first.headers.get("x-robots-tag")).toContain("noindex");
    const calendar = new ICAL.Component(ICAL.parse(await first.text()) as unknown[] as never);
    expect(calendar.getAllSubcomponents("vevent")).toHaveLength(1);

    const etag = first.headers.get("etag") ?? "";
    const unchanged = await get(path, { "if-none-match": etag });
    expect([unchanged.status, await unchanged.text(), unchanged.headers.get("etag")]).toEqual([304, "", etag]);
    await aBooking(server.database.owner, place, 22);
    const changed = await get(path, { "if-none-match": etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(etag);
  });

  test("answer HEAD with the headers alone", async () => {
    const { path } = await aFeed();
    const head = await get(path, {}, "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("etag")).toBe((await get(path)).headers.get("etag"));
  });

  test("a revoked, an unknown and a broken address answer all the same", async () => {
    const { path, member, id } = await aFeed();
    expect((await get(path)).status).toBe(200);
    expect((await member.call("feeds.revoke", { feedId: id, idempotencyKey: crypto.randomUUID() })).status).toBe(200);
    const answers = await Promise.all(
      [path, `/calendar/${"x".repeat(43)}.ics`, "/calendar/short.ics", "/calendar/..%2f.ics", "/calendar/"].map(
        async (address) => {
          const response = await get(address);
          return [response.status, await response.text()];
        },
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toEqual([404, expect.stringContaining('"refusal":{"code":"not_found","what":"route"}')]);
  });

  test("of a suspended person are gone", async () => {
    const { path, member } = await aFeed();
    expect((await get(path)).status).toBe(200);
    await server.database.owner.query("UPDATE people SET status = 'suspended' WHERE id = $1", [member.personId]);
    expect((await get(path)).status).toBe(404);
  });
});

describe("the built apps", () => {
  beforeAll(async () => {
    for (const [folder, name] of [
      [server.env.portalDist, "portal"],
      [server.env.kioskDist, "kiosk"],
    ] as const) {
      await mkdir(join(folder, "assets"), { recursive: true });
      await writeFile(join(folder, "index.html"), `<!doctype html><title>${name}</title>`);
      await writeFile(join(folder, "assets/main-abc123.js"), `export const name = "${name}";${" ".repeat(2_000)}`);
    }
  });

  test("the page answers every address of the app, asked for anew each time", async () => {
    for (const [path, name] of [
      ["/", "portal"],
      ["/book?date=2026-12-01", "portal"],
      ["/manage/resources", "portal"],
      ["/kiosk/", "kiosk"],
      ["/kiosk/check-in", "kiosk"],
    ] as const) {
      const response = await get(path, { accept: "text/html" });
      expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-cache"]);
      expect(await response.text()).toContain(`<title>${name}</title>`);
    }
  });

  test("files with a hash stay for a year, compressed; missing ones are missing", async () => {
    const file = await get("/assets/main-abc123.js", { "accept-encoding": "br, gzip" });
    expect(file.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(file.headers.get("content-encoding")).toBe("br");
    expect((await get("/assets/gone-123.js")).status).toBe(404);
    for (const path of [
      "/assets/..%2f..%2f..%2f..%2fetc%2fpasswd",
      "/..%2f..%2f..%2fpackage.json",
      "/.env",
      "/assets/%00.js",
    ]) {
      expect(await (await get(path)).text(), path).not.toMatch(/root:|dependencies|DATABASE_URL/);
    }
  });

  test("every answer carries the headers of a careful server", async () => {
    for (const path of ["/", "/api/trpc/session.needsSetup", "/healthz", "/mail/", "/nothing.js"]) {
      const { headers } = await get(path);
      expect(headers.get("content-security-policy")).toContain("script-src 'self';");
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-powered-by")).toBeNull();
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe("mail", () => {
  test("an invitation arrives after its transaction, and markup in a name stays text", async () => {
    const space = await aSpace(server.database);
    const owner = await aCaller(server, space.organizationId, { role: "owner" });
    const email = `${crypto.randomUUID()}@example.test`;
    const name = `<img src=x onerror=alert(1)> & "Zoë"`;
    expect(
      (
        await owner.call("people.invite", {
          name,
          email,
          role: "member",
          teamId: null,
          planId: null,
          homeLocationId: null,
          idempotencyKey: crypto.randomUUID(),
        })
      ).status,
    ).toBe(200);
    const mail = await latestMail(server, email);
    expect(mail?.text).toContain(`Hello ${name},`);
    expect((mail as { html?: string } | null)?.html).not.toContain("<img");
    const page = await (await get("/mail/")).text();
    expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(page).not.toContain("<img");
  });

  test("a refused invitation sends none", async () => {
    const space = await aSpace(server.database);
    const owner = await aCaller(server, space.organizationId, { role: "owner" });
    const refused = await owner.call("people.invite", {
      name: "Ben",
      email: owner.email,
      role: "member",
      teamId: null,
      planId: null,
      homeLocationId: null,
      idempotencyKey: crypto.randomUUID(),
    });
    expect(refused.refusal?.code).toBe("email_taken");
    expect(await latestMail(server, owner.email, 300)).toBeNull();
  });
});
