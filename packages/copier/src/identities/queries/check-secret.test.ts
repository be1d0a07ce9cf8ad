import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import type { Copier } from "../../testing/a-copier.ts";
import { aCopier, refusalOf } from "../../testing/a-copier.ts";
import { checkSecret } from "./check-secret.ts";
import { makePrintPin } from "../commands/make-print-pin.ts";
import { makeReleaseCode } from "../commands/make-release-code.ts";
import { hashPin } from "../formats/secrets.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const WRONG = { code: "wrong_code" };

/** A copier where Ana has a PIN, and a guesser who knows only others. */
async function aGuesser() {
  const copier = await aCopier(database);
  const { pin } = await makePrintPin(copier.ana);
  let next = Number(pin);
  const guess = () => check(copier, { pin: String((next = (next + 1) % 1_000_000)).padStart(6, "0") });
  return { copier, own: () => check(copier, { pin }), guess };
}

const check = ({ kiosk, deviceId }: Copier, secret: { pin: string } | { code: string }) =>
  checkSecret(kiosk.ctx, deviceId, secret);

describe("guessing PINs", () => {
  test("a right PIN of one's own between the guesses brings no further guess: of sixty, eight are tried", async () => {
    const { copier, guess, own } = await aGuesser();
    const answers: unknown[] = [];
    for (let index = 0; index < 60; index++) {
      answers.push(await refusalOf(guess()));
      if (index < 8) expect(await own().catch(() => "locked")).toBe(index < 7 ? copier.anaId : "locked");
    }
    const locked = { code: "too_many_codes", retryAfterSeconds: 38 };
    expect(answers).toEqual(answers.map((_, index) => (index < 8 ? WRONG : locked)));
  });

  test("thirty at once get no more tries than one after the other", async () => {
    const { guess } = await aGuesser();
    const answers = await Promise.all(Array.from({ length: 30 }, () => refusalOf(guess())));
    expect(answers.filter(({ code }) => code === "wrong_code")).toHaveLength(8);
  });

  test("while PINs are locked, the code of a QR opens; wrong codes are counted nowhere", async () => {
    const { copier, guess, own } = await aGuesser();
    for (let index = 0; index < 8; index++) await refusalOf(guess());
    expect(await refusalOf(own())).toMatchObject({ code: "too_many_codes" });
    for (let index = 0; index < 20; index++)
      expect(await refusalOf(check(copier, { code: "x".repeat(43) }))).toEqual(WRONG);
    const { code } = await makeReleaseCode(copier.ana);
    expect(await check(copier, { code })).toBe(copier.anaId);
    const other = await aCopier(database);
    const { pin } = await makePrintPin(other.ana);
    expect(await check(other, { pin })).toBe(other.anaId);
  });

  test("what is no PIN at all is wrong, and no guess", async () => {
    const { copier, own } = await aGuesser();
    for (let index = 0; index < 20; index++) expect(await refusalOf(check(copier, { pin: "12" }))).toEqual(WRONG);
    expect(await own()).toBe(copier.anaId);
  });

  test("a locked PIN costs no slow hash: the lock is looked at first", async () => {
    const { copier, guess } = await aGuesser();
    for (let index = 0; index < 8; index++) await refusalOf(guess());
    const locked = await cpuMs(() => refusalOf(guess()));
    const hashing = await cpuMs(() => hashPin("123456", copier.organizationId));
    expect(locked).toBeLessThan(hashing / 2);
  });
});

/** Processor time of ten runs, whatever else the machine does. */
async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let index = 0; index < 10; index++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
