import { describe, expect, it } from "vitest";
import { textsOf } from "../../lib/texts/catalog.ts";
import { signInTexts } from "./sign-in-texts.ts";
import { failureText, tryStep } from "./sign-in-failure.ts";

const texts = textsOf(signInTexts);
const refused = (error: { code?: string; status: number; retryAfterSeconds?: number }) => async () => ({ error });

describe("a step of signing in that is refused", () => {
  it.each([
    ["PASSWORD_RESTS", 403, /is locked after too many wrong tries\. Sign in with a code/],
    ["PASSWORD_TOO_COMMON", 400, /one of the first passwords/],
    ["CODE_USED", 401, /used already/],
    ["CODE_REPLACED", 400, /^A newer mail has another code/],
    ["USER_VERIFICATION_MISSING", 403, /did not ask who you are/],
    ["PROOF_NEEDED", 403, /show first that it is you/],
    ["SOMETHING_NEW", 400, /^That did not work/],
  ])("says why: %s", async (code, status, sentence) => {
    const failure = await tryStep(refused({ code, status }));
    expect(failure).not.toBeNull();
    expect(failure && failureText(failure, texts)).toMatch(sentence);
  });

  it.each([
    [undefined, /Wait a minute or two/],
    [90, /Wait a minute or two/],
    [121, /in 3 minutes, or get in another way/],
    [5_940, /in 99 minutes/],
    [9_000, /in 3 hours/],
  ])("says when to come back after too many: %s seconds", async (seconds, sentence) => {
    const error = { status: 429, ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }) };
    const failure = await tryStep(refused(error));
    expect(failure && failureText(failure, texts)).toMatch(sentence);
  });

  it("is no failure when it worked, and one when nothing answered", async () => {
    expect(await tryStep(async () => ({ error: null }))).toBeNull();
    expect(await tryStep(() => Promise.reject(new TypeError("Failed to fetch")))).toBe("offline");
  });
});
