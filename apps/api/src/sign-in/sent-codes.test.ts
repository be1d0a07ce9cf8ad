import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anInvitedPerson, aUserWithPassword, movingClock, someEmail } from "../testing/a-user.ts";
import { codeFor, post, reasonOf } from "../testing/sign-in.ts";
import type { TestServer } from "../testing/test-server.ts";
import { startTestServer } from "../testing/test-server.ts";

const clock = movingClock();
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({}, clock);
});
afterAll(() => server.close());

const DONE = { status: 200, code: null };
const REPLACED = { status: 400, code: "CODE_REPLACED" };
const WRONG = { status: 400, code: "INVALID_OTP" };
const TOO_MANY = { status: 429, code: "TOO_MANY_REQUESTS" };

const enter = (email: string, otp: string) => reasonOf(post(server, "/sign-in/email-otp", { email, otp }));

/** A code that is none of these. */
const neverSent = (...codes: string[]) =>
  ["111111", "222222", "333333", "444444"].find((code) => !codes.includes(code)) ?? "";

/** Two codes that differ, which chance does not promise. */
async function twoCodes(email: string): Promise<[earlier: string, newer: string]> {
  const earlier = await codeFor(server, email);
  const newer = await codeFor(server, email);
  return earlier === newer ? twoCodes(email) : [earlier, newer];
}

describe("a code that a newer mail replaced", () => {
  test("is told so, in whatever case the address is typed, and the newer one still opens", async () => {
    const { email } = await anInvitedPerson(server);
    const [earlier, newer] = await twoCodes(email);
    expect(await enter(email, earlier)).toEqual(REPLACED);
    expect(await enter(email.toUpperCase(), earlier)).toEqual(REPLACED);
    expect(await enter(email, newer)).toEqual(DONE);
  });

  test("stays a guess that is counted", async () => {
    const { email } = await anInvitedPerson(server);
    const [earlier] = await twoCodes(email);
    for (let tries = 0; tries < 10; tries++) expect(await enter(email, earlier)).toEqual(REPLACED);
    expect(await enter(email, earlier)).toEqual(TOO_MANY);
  });

  test("tells a guesser nothing: not a code never sent, not somebody else's, not one of another purpose", async () => {
    const [ana, ben] = [await aUserWithPassword(server), await anInvitedPerson(server)];
    const [ofAna, ofBen] = [await twoCodes(ana.email), await twoCodes(ben.email)];
    expect(await enter(ana.email, neverSent(...ofAna))).toEqual(WRONG);
    expect(await enter(someEmail(), ofAna[0])).toEqual(WRONG);
    if (!ofAna.includes(ofBen[0])) expect(await enter(ana.email, ofBen[0])).toEqual(WRONG);
    await codeFor(server, ana.email, "forget-password");
    const reset = { email: ana.email, otp: ofAna[0], password: "a new long password" };
    expect(await reasonOf(post(server, "/email-otp/reset-password", reset))).toEqual(WRONG);
    expect(await enter(ana.email, ofAna[0])).toEqual(REPLACED);
  });

  test("is just wrong once it has expired, while the newer one has not", async () => {
    const { email } = await anInvitedPerson(server);
    const earlier = await codeFor(server, email);
    clock.advanceMinutes(6);
    const newer = await codeFor(server, email);
    expect(await enter(email, earlier)).toEqual(earlier === newer ? DONE : REPLACED);
    clock.advanceMinutes(5);
    expect(await enter(email, earlier)).toEqual(WRONG);
    expect(await enter(email, newer)).toEqual(DONE);
  });

  test("a used one is just wrong, also when a third was sent; with the newest used, so is the one before it", async () => {
    const { email } = await anInvitedPerson(server);
    const [earlier, newer] = await twoCodes(email);
    expect(await enter(email, newer)).toEqual(DONE);
    expect(await enter(email, earlier)).toEqual(WRONG);
    const third = await codeFor(server, email);
    if (third !== newer) expect(await enter(email, newer)).toEqual(WRONG);
    if (third !== earlier) expect(await enter(email, earlier)).toEqual(REPLACED);
  });

  test("nobody is told of a newer mail that never went out", async () => {
    const { email, personId } = await anInvitedPerson(server);
    const earlier = await codeFor(server, email);
    await server.database.owner.query("UPDATE people SET status = 'suspended' WHERE id = $1", [personId]);
    const ask = { email, type: "sign-in" };
    expect(await reasonOf(post(server, "/email-otp/send-verification-otp", ask))).toEqual(DONE);
    expect(await enter(email, earlier)).toEqual(WRONG);
  });
});
