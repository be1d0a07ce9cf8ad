import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { Hosts, isDatabaseUrl } from "./hosts.ts";
import { proveDatabase } from "./prove.ts";
import type { Proxy, TestDatabase } from "./testing/index.ts";
import { createTestDatabase, startProxy } from "./testing/index.ts";

describe("an address", () => {
  test("may be a list, as libpq writes it", () => {
    const { urls, mustWrite } = new Hosts("postgresql://me:p%40ss@db1:5432,db2,[::1]:5433/space?sslmode=disable");
    expect(mustWrite).toBe(true);
    expect(urls).toEqual([
      "postgresql://me:p%40ss@db1:5432/space?sslmode=disable",
      "postgresql://me:p%40ss@db2/space?sslmode=disable",
      "postgresql://me:p%40ss@[::1]:5433/space?sslmode=disable",
    ]);
  });
  test("of one host may ask for one that takes writes", () => {
    expect(new Hosts("postgres://db1/space?target_session_attrs=primary")).toMatchObject({
      urls: ["postgres://db1/space"],
      mustWrite: true,
    });
    expect(new Hosts("postgres://db1/space").mustWrite).toBe(false);
    expect(isDatabaseUrl("postgresql:///space?host=/run/postgresql")).toBe(true);
  });
  test.each([
    "mysql://db1/space",
    "postgresql://db1,db2:port/space",
    "postgresql://db1,/space",
    "postgresql://db1,db2/space?target_session_attrs=standby",
  ])("%s is none", (text) => {
    expect(isDatabaseUrl(text)).toBe(false);
  });
});

describe("two hosts of one database", () => {
  let database: TestDatabase;
  let proxies: [Proxy, Proxy];
  let both: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    proxies = [await startProxy(database.appUrl), await startProxy(database.appUrl)];
    const [first, second] = proxies.map(({ url }) => new URL(url));
    both = String(first).replace(String(first?.host), `${first?.host},${second?.host}`);
  });
  afterAll(async () => {
    await Promise.all(
      proxies.map((proxy) =>
        proxy
          .mend()
          .catch(() => {})
          .then(() => proxy.close()),
      ),
    );
    await database.close();
  });

  test("when one goes the other serves, from the next question on; also at a start, and back again", async () => {
    const db = openDatabase(both, { maxConnections: 2 });
    const isServed = () =>
      db.pool.query("SELECT 1").then(
        () => true,
        () => false,
      );
    try {
      await proveDatabase(db, "none");
      await proxies[0].cut();
      const answers = [await isServed(), await isServed(), await isServed(), await isServed()];
      expect(answers.slice(-1)).toEqual([true]);
      await proveDatabase(db, "none");
      const started = openDatabase(both, { maxConnections: 2 });
      await proveDatabase(started, "none").finally(() => started.close());
      await proxies[0].mend();
      await proxies[1].cut();
      const later = [await isServed(), await isServed(), await isServed(), await isServed()];
      expect(later.slice(-1)).toEqual([true]);
      await proxies[1].mend();
    } finally {
      await db.close();
    }
  });

  test("one that only reads is passed over, and where none takes writes there is no start", async () => {
    const name = new URL(database.ownerUrl).pathname.slice(1);
    await database.owner.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    const db = openDatabase(both, { maxConnections: 2 });
    try {
      await expect(proveDatabase(db, "none")).rejects.toThrow(/^None of the hosts of APP_DATABASE_URL takes writes/);
      await database.owner.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
      await proveDatabase(db, "none");
    } finally {
      await db.close();
    }
  });
});
