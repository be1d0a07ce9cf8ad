import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readEnv } from "./env.ts";

const APP_DATABASE_URL = "postgresql://somebody@127.0.0.1:5432/space";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "working-social-"));
});
afterEach(() => rm(folder, { recursive: true }));

const read = (variables: Record<string, string>) => readEnv({ APP_DATABASE_URL, DATA_DIR: folder, ...variables });

describe("the environment", () => {
  test("has working defaults", async () => {
    expect(await read({})).toMatchObject({
      host: "127.0.0.1",
      port: 4000,
      publicUrl: "http://127.0.0.1:4000",
      origins: ["http://localhost:4000", "http://127.0.0.1:4000", "http://[::1]:4000"],
      hosts: ["127.0.0.1"],
      isLocal: true,
      smtpUrl: null,
      runsJobs: true,
    });
    expect((await read({ HOST: "0.0.0.0" })).publicUrl).toBe("http://localhost:4000");
  });

  test("an address that others open needs a mail server: nobody there could read a sign-in code", async () => {
    for (const given of [{ PUBLIC_URL: "https://space.example" }, { HOST: "192.168.1.5" }]) {
      const error = await read(given).catch((thrown: unknown) => thrown);
      expect((error as Error).message).toMatch(
        /^People who open http.+ sign in by mail: set SMTP_URL to a mail server/,
      );
    }
    const SMTP_URL = "smtp://mail.example";
    expect(
      await read({ PUBLIC_URL: "https://space.example", SMTP_URL, ALLOWED_HOSTS: "Space.LAN, 10.0.0.9:80" }),
    ).toMatchObject({
      hosts: ["space.example", "space.lan", "10.0.0.9"],
      isLocal: false,
    });
  });

  test("a proxy before it makes strangers look like this machine: nothing is for this machine only then", async () => {
    expect(await read({ PUBLIC_URL: "http://localhost:4000", TRUST_PROXY: "1" })).toMatchObject({ isLocal: false });
    expect(await read({ PUBLIC_URL: "http://localhost:4000" })).toMatchObject({ isLocal: true });
  });

  test("keeps its own secret, readable by this account alone, through restarts and races", async () => {
    const secrets = await Promise.all([read({}), read({}), read({})]);
    const { secret } = await read({});
    expect(secrets.map((env) => env.secret)).toEqual([secret, secret, secret]);
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect((await readFile(join(folder, "secret"), "utf8")).trim()).toBe(secret);
    expect((await stat(join(folder, "secret"))).mode & 0o077).toBe(0);
  });

  test.each([
    ["APP_DATABASE_URL", "mysql://localhost/x"],
    ["PORT", "70000"],
    ["PORT", "http"],
    ["SECRET", "short"],
    ["PUBLIC_URL", "space.example"],
    ["ALLOWED_HOSTS", "https://space.example/"],
    ["SMTP_URL", "http://mail.example"],
    ["LOG_LEVEL", "loud"],
    ["WORKER", "yes"],
  ])("%s=%s stops the start with a sentence that never repeats the value", async (name, value) => {
    const error = await read({ [name]: value }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(new RegExp(`^${name} has a wrong value; it should be .+\\.$`));
  });

  test("names every wrong value at once, and a missing one", async () => {
    const error = await readEnv({ DATA_DIR: folder, PORT: "x" }).catch((thrown: unknown) => thrown);
    expect((error as Error).message.split("\n")).toHaveLength(2);
    expect((error as Error).message).toContain("APP_DATABASE_URL is missing: ");
  });

  test("an empty value counts as none, and a slash at the end of the address does not matter", async () => {
    expect((await read({ PUBLIC_URL: "http://localhost:80/", PORT: "" })).publicUrl).toBe("http://localhost:80");
  });
});
