import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  aUserWithPassword,
  anInvitedPerson,
  movingClock,
  PASSWORD,
  sessionOf,
  signIn,
  someEmail,
} from "../testing/a-user.ts";
import { codeFor, cookieOf, post, reasonOf, subjectsTo, untilMail } from "../testing/sign-in.ts";
import type { TestServer } from "../testing/test-server.ts";
import { startTestServer } from "../testing/test-server.ts";
import { MOST_WRONG_PASSWORDS, countWrongPassword } from "./wrong-passwords.ts";

const clock = movingClock();
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ trustedProxies: 1 }, clock);
});
afterAll(() => server.close());

let networks = 0;
const aNetwork = () => ({ "x-forwarded-for": `203.0.${Math.floor(++networks / 250)}.${networks % 250}` });
type Headers = Record<string, string>;

const byPassword = (email: string, password: string, headers: Headers) =>
  reasonOf(post(server, "/sign-in/email", { email, password }, headers));
const byCode = (email: string, otp: string, headers: Headers) =>
  reasonOf(post(server, "/sign-in/email-otp", { email, otp }, headers));

const DONE = { status: 200, code: null };
const WRONG_PASSWORD = { status: 401, code: "INVALID_EMAIL_OR_PASSWORD" };
const WRONG_CODE = { status: 400, code: "INVALID_OTP" };
const TOO_MANY = { status: 429, code: "TOO_MANY_REQUESTS" };
const RESTS = { status: 403, code: "PASSWORD_RESTS" };

async function times<T>(count: number, attempt: () => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  for (let index = 0; index < count; index++) answers.push(await attempt());
  return answers;
}
const expectAll = (answers: unknown[], expected: unknown) => expect(answers).toEqual(answers.map(() => expected));

describe("guesses for one address from one network", () => {
  test("of sixteen, ten are tried, however the address is written; the right one has to wait too, elsewhere it does not", async () => {
    const { email } = await aUserWithPassword(server);
    const mixed = (index: number) => [...email].map((c, at) => ((at + index) % 2 ? c : c.toUpperCase())).join("");
    const here = aNetwork();
    const answers: unknown[] = [];
    for (let index = 0; index < 16; index++) answers.push(await byPassword(mixed(index), "a wrong password", here));
    expectAll(answers.slice(0, 10), WRONG_PASSWORD);
    expectAll(answers.slice(10), TOO_MANY);
    const locked = await post(server, "/sign-in/email", { email, password: PASSWORD }, here);
    expect(await reasonOf(locked)).toEqual(TOO_MANY);
    expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(60);
    expect(await byCode(email, await codeFor(server, email, "sign-in", here), here)).toEqual(DONE);
    expect(await byPassword(email, PASSWORD, aNetwork())).toEqual(DONE);
    clock.advanceMinutes(2);
    expect(await byPassword(email, PASSWORD, here)).toEqual(DONE);
  });

  test("an address that is nobody's is locked like one that is somebody's", async () => {
    const [email, here] = [someEmail(), aNetwork()];
    expectAll(await times(10, () => byCode(email, "000000", here)), WRONG_CODE);
    expect(await byCode(email, "000000", here)).toEqual(TOO_MANY);
  });

  test("right ones are no guesses, and reset the count of their own network alone", async () => {
    const { email } = await anInvitedPerson(server);
    const [here, there] = [aNetwork(), aNetwork()];
    expectAll(await times(9, () => byCode(email, "000000", there)), WRONG_CODE);
    for (let round = 0; round < 3; round++) {
      expectAll(await times(6, () => byCode(email, "000000", here)), WRONG_CODE);
      expect(await byCode(email, await codeFor(server, email, "sign-in", here), here)).toEqual(DONE);
    }
    expect(await byCode(email, "000000", there)).toEqual(WRONG_CODE);
    expect(await byCode(email, "000000", there)).toEqual(TOO_MANY);
  });

  test("thirty at once get no more tries than one after the other", async () => {
    const [email, here] = [someEmail(), aNetwork()];
    const answers = await Promise.all(Array.from({ length: 30 }, () => byCode(email, "000000", here)));
    expect(answers.filter(({ code }) => code === WRONG_CODE.code)).toHaveLength(10);
  });
});

describe("strangers from everywhere", () => {
  const strangersGuess = (email: string) => times(41, () => byCode(email, "000000", aNetwork()));

  test("are stopped for the address, but neither take its code away nor lock out a browser that signed in before", async () => {
    const { email } = await aUserWithPassword(server);
    const known = { cookie: await signIn(server, email, aNetwork()), ...aNetwork() };
    const otp = await codeFor(server, email, "sign-in", known);
    const answers = await strangersGuess(email);
    expectAll(answers.slice(0, 40), WRONG_CODE);
    expect(answers.at(-1)).toEqual(TOO_MANY);
    expect(await byCode(email, otp, aNetwork())).toEqual(TOO_MANY);
    // A session that is open shows the same, also without that cookie.
    const session = { cookie: `session=${sessionOf(known.cookie)}`, ...aNetwork() };
    const proof = { email, otp: await codeFor(server, email, "email-verification", known) };
    expect(await reasonOf(post(server, "/email-otp/verify-email", proof, session))).toEqual(DONE);
    expect(await byCode(email, otp, known)).toEqual(DONE);
  });

  test("ask for mails until a limit; a known browser still gets its own", async () => {
    const { email } = await aUserWithPassword(server);
    const known = { cookie: await signIn(server, email, aNetwork()), ...aNetwork() };
    const ask = (headers: Headers) =>
      reasonOf(post(server, "/email-otp/send-verification-otp", { email, type: "sign-in" }, headers));
    expect((await times(21, () => ask(aNetwork()))).at(-1)).toEqual(TOO_MANY);
    expectAll(await times(6, () => ask(known)), DONE);
    expect(await ask(known)).toEqual(TOO_MANY);
  });

  test("a known browser is limited by itself; its cookie is good for no other account, and nobody makes one up", async () => {
    const [ana, ben] = [await aUserWithPassword(server), await aUserWithPassword(server)];
    const session = await post(server, "/sign-in/email", { email: ana.email, password: PASSWORD }, aNetwork());
    const cookie = /known-browser=[^;]+/.exec(cookieOf(session))?.[0] ?? "";
    expectAll(await times(10, () => byCode(ana.email, "000000", { cookie, ...aNetwork() })), WRONG_CODE);
    expect(await byCode(ana.email, "000000", { cookie, ...aNetwork() })).toEqual(TOO_MANY);
    expect(await byCode(ana.email, "000000", aNetwork())).toEqual(WRONG_CODE);

    await strangersGuess(ben.email);
    for (const forged of [cookie, cookie.replace(/.$/, (last) => (last === "A" ? "B" : "A")), "known-browser=a.b.c"])
      expect(await byCode(ben.email, "000000", { cookie: forged, ...aNetwork() })).toEqual(TOO_MANY);
  });
});

describe("a hundred wrong passwords in a row", () => {
  /** One short of resting, without a hundred slow hashes. */
  async function almostResting(address: string): Promise<void> {
    const { signInPool } = server.server.services.db;
    const network = aNetwork()["x-forwarded-for"];
    const reached = await Promise.all(
      Array.from({ length: MOST_WRONG_PASSWORDS - 1 }, () =>
        countWrongPassword(signInPool, clock, { address, network, browserId: null }),
      ),
    );
    expectAll(reached, false);
  }

  test("make the password rest for everybody; code and passkey go on, the owner is told once, and a reset by mail ends it", async () => {
    const { email } = await aUserWithPassword(server);
    const known = { cookie: await signIn(server, email, aNetwork()), ...aNetwork() };
    await almostResting(email);
    expect(await byPassword(email, PASSWORD, known)).toEqual(DONE);
    expect(await byPassword(email.toUpperCase(), "a wrong password", aNetwork())).toEqual(WRONG_PASSWORD);
    for (const headers of [known, aNetwork()]) expect(await byPassword(email, PASSWORD, headers)).toEqual(RESTS);
    await untilMail(server, email, "The password of your account rests");

    expect(await byCode(email, await codeFor(server, email, "sign-in", known), known)).toEqual(DONE);
    expect(await byPassword(email, PASSWORD, known)).toEqual(RESTS);
    const otp = await codeFor(server, email, "forget-password", known);
    const password = "quite another password";
    expect(await reasonOf(post(server, "/email-otp/reset-password", { email, otp, password }, known))).toEqual(DONE);
    expect(await byPassword(email, password, aNetwork())).toEqual(DONE);
    const subjects = await subjectsTo(server, email);
    expect(subjects.filter((subject) => subject === "The password of your account rests")).toHaveLength(1);
  });

  test("an address that is nobody's rests as well, so that the answer tells nothing", async () => {
    const email = someEmail();
    await almostResting(email);
    expect(await byPassword(email, "a wrong password", aNetwork())).toEqual(WRONG_PASSWORD);
    expect(await byPassword(email, "a wrong password", aNetwork())).toEqual(RESTS);
    expect(await subjectsTo(server, email)).toEqual([]);
  });

  test("a hash that is compared shows itself here: behind a lock, or at rest, none is", async () => {
    const { email, userId } = await aUserWithPassword(server);
    await server.database.owner.query("UPDATE accounts SET password = 'no hash at all' WHERE user_id = $1", [userId]);
    const here = aNetwork();
    const compared = await reasonOf(post(server, "/sign-in/email", { email, password: PASSWORD }, here));
    expect(compared.status).toBe(500);
    for (let index = 0; index < 9; index++) await byPassword(email, PASSWORD, here);
    expect(await byPassword(email, PASSWORD, here)).toEqual(TOO_MANY);
    await almostResting(email);
    const { signInPool } = server.server.services.db;
    expect(await countWrongPassword(signInPool, clock, { address: email, network: "x", browserId: null })).toBe(true);
    expect(await byPassword(email, PASSWORD, aNetwork())).toEqual(RESTS);
  });
});
