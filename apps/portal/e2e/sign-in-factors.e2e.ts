import type { Page } from "@playwright/test";
import { totp } from "@working-social/api/testing/totp";
import { codeFor, control, expect, test, untilMail } from "./support/test.ts";
import type { TestPerson } from "./support/make-space.ts";

const password = "four lanterns at the quay";

test("a passkey is added after a proof by mail, opens the account without a code, and is removed", async ({
  ana,
  space,
}) => {
  await plugInAuthenticator(ana);
  await ana.goto("/account");
  await expect(ana.getByText("No passkey yet.")).toBeVisible();
  await ana.getByRole("button", { name: "Add a passkey" }).click();

  await test.step("whoever closes the question changes nothing", async () => {
    const question = ana.getByRole("dialog", { name: "Is it you?" });
    await question.getByRole("button", { name: "Close" }).click();
    await expect(ana.getByRole("alert").getByText(/Nothing was changed/)).toBeVisible();
    await expect(ana.getByText("No passkey yet.")).toBeVisible();
    await expect(ana.getByRole("region", { name: "Second factor" }).getByText("Off", { exact: true })).toBeVisible();
  });

  await ana.getByRole("button", { name: "Add a passkey" }).click();
  await proveByCode(ana, space.ana);
  await untilMail(space.ana.email, "A passkey was added to your account");
  await expect(ana.getByRole("region", { name: "Second factor" }).getByText("Off", { exact: true })).toBeVisible();
  await expect(ana.getByText("The passkey works from now on.")).toBeVisible();

  await test.step("signs in without an address", async () => {
    await signOut(ana);
    await ana.getByRole("button", { name: "Use a passkey" }).click();
    await expect(ana.getByRole("heading", { level: 1, name: /, Ana$/ })).toBeVisible();
  });

  await test.step("opens nothing any more once it is removed", async () => {
    await ana.goto("/account");
    await control("/sessions/age-proofs", space.ana);
    await ana.getByRole("button", { name: /^Remove Passkey of/ }).click();
    await ana.getByRole("dialog").getByRole("button", { name: "Use a passkey" }).click();
    await expect(ana.getByText("No passkey yet.")).toBeVisible();
    await signOut(ana);
    await ana.getByRole("button", { name: "Use a passkey" }).click();
    await expect(ana.getByRole("alert").getByText(/it may have been removed/)).toBeVisible();
    await expect(ana.getByRole("button", { name: "Send me a code" })).toBeVisible();
  });
});

test("a passkey that the person does not confirm is no way in, and says so", async ({ ana, space }) => {
  const authenticator = await plugInAuthenticator(ana);
  await ana.goto("/account");
  await ana.getByRole("button", { name: "Add a passkey" }).click();
  await proveByCode(ana, space.ana);
  await expect(ana.getByText("The passkey works from now on.")).toBeVisible();
  await signOut(ana);
  await authenticator.refuse();
  await ana.getByRole("button", { name: "Use a passkey" }).click();
  await expect(ana.getByRole("alert").getByText(/No passkey came from your device/)).toBeVisible();
});

test("a second factor is asked for after the password, and a backup code works once", async ({ ana, space }) => {
  const { usedCode, secret, backupCode } = await test.step("set up", async () => {
    await ana.goto("/account");
    const codeOfPassword = await setPassword(ana, space.ana);
    return { usedCode: codeOfPassword, ...(await setUpFactor(ana)) };
  });

  await test.step("a wrong code is refused in place, the right one signs in", async () => {
    await signOut(ana);
    await signInByPassword(ana, space.ana);
    const code = ana.getByLabel("Code from the app");
    await code.fill(differentFrom(totp(secret)));
    await signInButton(ana).click();
    await expect(ana.getByRole("alert").getByText(/This code is not right/)).toBeVisible();
    await code.fill(totp(secret));
    await signInButton(ana).click();
    await expect(ana.getByRole("heading", { level: 1, name: /, Ana$/ })).toBeVisible();
  });

  await test.step("the code by mail alone does not open the account", async () => {
    await signOut(ana);
    await ana.getByLabel("E-mail").fill(space.ana.email);
    await ana.getByRole("button", { name: "Send me a code" }).click();
    await ana.getByLabel("Code", { exact: true }).fill(await codeFor(space.ana.email, usedCode));
    await expect(ana.getByRole("alert").getByText(/You have set up a second factor/)).toBeVisible();
  });

  await test.step("a backup code signs in", async () => {
    await ana.goto("/sign-in");
    await signInByPassword(ana, space.ana);
    await useBackupCode(ana, backupCode);
    await expect(ana.getByRole("heading", { level: 1, name: /, Ana$/ })).toBeVisible();
  });

  await test.step("but not twice", async () => {
    await signOut(ana);
    await signInByPassword(ana, space.ana);
    await useBackupCode(ana, backupCode);
    await expect(ana.getByRole("alert").getByText(/This code is not right/)).toBeVisible();
    await expect(ana.getByLabel("Backup code")).toHaveValue(backupCode);
  });
});

test("the second factor is turned off after a code of the app: no password alone, no code by mail", async ({
  ana,
  space,
}) => {
  await ana.goto("/account");
  await setPassword(ana, space.ana);
  const { secret } = await setUpFactor(ana);
  await control("/sessions/age-proofs", space.ana);
  const factor = ana.getByRole("region", { name: "Second factor" });
  await factor.getByRole("button", { name: "Turn off" }).click();
  await factor.getByLabel("Confirm with your password").fill(password);
  await factor.getByRole("button", { name: "Save" }).click();
  const question = ana.getByRole("dialog", { name: "Is it you?" });
  await expect(question.getByRole("button", { name: "Use my password" })).toBeHidden();
  const code = question.getByLabel("Code from your authenticator app");
  await code.fill(differentFrom(totp(secret)));
  await question.getByRole("button", { name: "Go on" }).click();
  await expect(question.getByRole("alert").getByText(/This code is not right/)).toBeVisible();
  await code.fill(totp(secret));
  await question.getByRole("button", { name: "Go on" }).click();
  await expect(factor.getByText("Off", { exact: true })).toBeVisible();
  await untilMail(space.ana.email, "The second factor of your account was turned off");
});

/** Answers "Is it you?" with a code from the mail. */
async function proveByCode(page: Page, { email }: TestPerson): Promise<void> {
  const question = page.getByRole("dialog", { name: "Is it you?" });
  await question.getByRole("button", { name: "Send me a code" }).click();
  await question.getByLabel("Code from the mail").fill(await codeFor(email));
  await question.getByRole("button", { name: "Go on" }).click();
  await expect(question).toBeHidden();
}

/** A security key that Chromium makes up, with a person who confirms at once. */
async function plugInAuthenticator(page: Page): Promise<{ refuse: () => Promise<void> }> {
  const chromium = await page.context().newCDPSession(page);
  await chromium.send("WebAuthn.enable");
  const { authenticatorId } = await chromium.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const refuse = async () => {
    await chromium.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  };
  return { refuse };
}

async function signOut(page: Page): Promise<void> {
  await page.goto("/account");
  await page.getByRole("main").getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("button", { name: "Send me a code" })).toBeVisible();
}

/** Answers the code from the mail, so that nobody takes it for the next one. */
async function setPassword(page: Page, { email }: TestPerson): Promise<string> {
  await page.getByRole("button", { name: "I have none, or forgot it" }).click();
  await page.getByRole("button", { name: "Send me a code" }).click();
  const code = await codeFor(email);
  await page.getByLabel("Code from the mail").fill(code);
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText(/^Your password is set/)).toBeVisible();
  return code;
}

/** Reads secret and backup codes from the page, as a person would, and proves the app's first code. */
async function setUpFactor(page: Page): Promise<{ secret: string; backupCode: string }> {
  const factor = page.getByRole("region", { name: "Second factor" });
  await factor.getByRole("button", { name: "Set up" }).click();
  await factor.getByLabel("Confirm with your password").fill(password);
  await factor.getByRole("button", { name: "Save" }).click();
  const shown = factor.getByRole("code");
  await expect(shown).toHaveCount(2);
  const secret = (await shown.first().innerText()).replaceAll(" ", "");
  const backupCode = (await shown.last().innerText()).split(/\s+/)[0] ?? "";
  // Of the step before, which is accepted too while the present one lasts: the present code stays unused.
  const leftMs = 30_000 - (Date.now() % 30_000);
  if (leftMs < 6_000) await page.waitForTimeout(leftMs);
  await factor.getByLabel(/^3\. Type the six digits/).fill(totp(secret, Date.now() - 30_000));
  await factor.getByRole("button", { name: "Turn on" }).click();
  await expect(factor.getByText("On", { exact: true })).toBeVisible();
  return { secret, backupCode };
}

async function signInByPassword(page: Page, { email }: TestPerson): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Use a password" }).click();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await signInButton(page).click();
  await expect(page.getByLabel("Code from the app")).toBeVisible();
}

async function useBackupCode(page: Page, code: string): Promise<void> {
  await page.getByRole("button", { name: "Use a backup code" }).click();
  await page.getByLabel("Backup code").fill(code);
  await signInButton(page).click();
}

function signInButton(page: Page) {
  return page.getByRole("button", { name: "Sign in", exact: true });
}

/** Six digits that are not these. */
function differentFrom(code: string): string {
  return [...code].map((digit) => String((Number(digit) + 5) % 10)).join("");
}
