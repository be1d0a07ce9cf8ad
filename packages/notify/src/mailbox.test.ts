import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixedClock } from "@working-social/kernel";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openMailbox } from "./mailbox.ts";

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "working-social-")), "mail");
});
afterEach(() => rm(join(folder, ".."), { recursive: true }));

const clock = fixedClock("2026-11-25T09:00:00Z");
const message = (to: string, subject: string) => ({ to, subject, text: subject, html: `<p>${subject}</p>` });

test("shows the newest first, and survives a restart", async () => {
  expect(await openMailbox(folder, clock).messages()).toEqual([]);
  for (const subject of ["one", "two", "three"])
    await openMailbox(folder, clock).send(message("ana@example.test", subject));
  const subjects = (await openMailbox(folder, clock).messages()).map(({ subject }) => subject);
  expect(subjects).toEqual(["three", "two", "one"]);
});

test("finds the mail of one address, in whatever case", async () => {
  const mailbox = openMailbox(folder, clock);
  await mailbox.send(message("ana@example.test", "for Ana"));
  await mailbox.send(message("ben@example.test", "for Ben"));
  expect(await mailbox.messages("ANA@example.test")).toMatchObject([
    { subject: "for Ana", at: "2026-11-25T09:00:00.000Z" },
  ]);
});

test("keeps the last 200, for this account's eyes only", async () => {
  const mailbox = openMailbox(folder, clock);
  for (let i = 1; i <= 205; i++) await mailbox.send(message("ana@example.test", String(i)));
  const messages = await mailbox.messages();
  expect([messages.length, messages[0]?.subject, messages.at(-1)?.subject]).toEqual([200, "205", "6"]);
  const files = await readdir(folder);
  expect(files).toHaveLength(200);
  expect((await stat(join(folder, files[0] ?? ""))).mode & 0o077).toBe(0);
});
