import { createServer } from "node:net";
import { expect, test } from "vitest";
import { checkMail, readEnvironment } from "./environment.ts";
import { checkPort } from "./port.ts";

test("everything has a default, and an empty value counts as none", () => {
  expect(readEnvironment({ PORT: "", DATABASE_URL: "" })).toMatchObject({
    port: 4000,
    host: "127.0.0.1",
    databaseUrl: null,
    isDemoWanted: true,
    publicUrl: "http://localhost:4000",
    sendsMail: false,
  });
});

test("what is given is taken", () => {
  const given = {
    PORT: "8080",
    HOST: "0.0.0.0",
    DEMO: "off",
    PUBLIC_URL: "https://space.example/",
    SMTP_URL: "smtp://mail.example",
  };
  expect(readEnvironment(given)).toMatchObject({
    port: 8080,
    isDemoWanted: false,
    publicUrl: "https://space.example",
    sendsMail: true,
  });
});

test.each([
  ["PORT", "70000", "a port from 1 to 65535"],
  ["PORT", "4000a", "a port from 1 to 65535"],
  ["DATABASE_URL", "mysql://localhost/x", "postgresql://"],
  ["DEMO", "maybe", "on or off"],
  ["SMTP_URL", "mail.example", "smtp://"],
  ["LOG_LEVEL", "loud", "fatal, error"],
])("%s=%s is refused with a sentence", (name, value, meaning) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(meaning);
});

test("the login that serves is not of our own database, which makes one itself", () => {
  const APP_DATABASE_URL = "postgresql://login:geheim@host/x";
  expect(() => readEnvironment({ APP_DATABASE_URL })).toThrow(/^APP_DATABASE_URL goes with DATABASE_URL/);
  const DATABASE_URL = "postgresql://owner:geheim@host/x";
  expect(readEnvironment({ DATABASE_URL, APP_DATABASE_URL })).toMatchObject({
    databaseUrl: DATABASE_URL,
    appDatabaseUrl: APP_DATABASE_URL,
  });
});

test("a secret in a wrong address is not repeated", () => {
  expect(() => readEnvironment({ DATABASE_URL: "postgre://me:geheim@host/x" })).toThrow(/^(?!.*geheim)/s);
});

test("an address that others open needs a mail server, the machine's own does not", () => {
  const check = (given: Record<string, string>) => () => checkMail(readEnvironment(given));
  expect(check({ PUBLIC_URL: "https://space.example" })).toThrow("set SMTP_URL to a mail server");
  expect(check({ HOST: "192.168.1.5" })).toThrow("set SMTP_URL to a mail server");
  expect(check({ PUBLIC_URL: "https://space.example", SMTP_URL: "smtp://mail.example" })).not.toThrow();
  for (const given of [{}, { HOST: "0.0.0.0" }, { PUBLIC_URL: "http://127.0.0.1:8080" }])
    expect(check(given)).not.toThrow();
});

test("a port that is taken is named, with what to do", async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  await expect(checkPort("127.0.0.1", port)).rejects.toThrow(`PORT=${port + 1} npm start`);
  await new Promise((resolve) => server.close(resolve));
  await expect(checkPort("127.0.0.1", port)).resolves.toBeUndefined();
});
