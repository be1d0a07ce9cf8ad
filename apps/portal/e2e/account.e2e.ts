import { codeFor, control, expect, test, untilMail } from "./support/test.ts";

test("a password is set with a code, used to sign in, and other devices are signed out", async ({
  ana,
  open,
  space,
}) => {
  const other = await open(space.ana);
  await other.goto("/account");
  await expect(other.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();

  await ana.goto("/account");
  await ana.getByRole("button", { name: "I have none, or forgot it" }).click();
  await ana.getByRole("button", { name: "Send me a code" }).click();
  await ana.getByLabel("Code from the mail").fill(await codeFor(space.ana.email));
  await ana.getByLabel("New password").fill("four lanterns at the quay");
  await ana.getByRole("button", { name: "Set password" }).click();
  await expect(ana.getByText(/^Your password is set/)).toBeVisible();
  await expect(ana.getByText("this one")).toBeVisible();

  await test.step("the other device has to sign in again", async () => {
    await other.goto("/account");
    await expect(other.getByRole("button", { name: "Send me a code" })).toBeVisible();
    await other.getByLabel("E-mail").fill(space.ana.email);
    await other.getByRole("button", { name: "Use a password" }).click();
    await other.getByLabel("Password").fill("four lanterns at the key");
    await other.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(other.getByRole("alert").getByText(/don’t match/)).toBeVisible();
    await other.getByLabel("Password").fill("four lanterns at the quay");
    await other.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(other.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();
  });
});

test("a new password says how good it is while it is typed; a common one is refused, and the old one is the proof", async ({
  ana,
  space,
}) => {
  await ana.goto("/account");
  await ana.getByRole("button", { name: "I have none, or forgot it" }).click();
  await ana.getByRole("button", { name: "Send me a code" }).click();
  await ana.getByLabel("Code from the mail").fill(await codeFor(space.ana.email));
  const typed = ana.getByLabel("New password");
  const strength = ana.getByRole("meter", { name: "How hard it is to guess" });
  await typed.fill("password1234");
  await expect(strength).toHaveAttribute("aria-valuetext", "easy to guess");
  await ana.getByRole("button", { name: "Set password" }).click();
  await expect(ana.getByRole("alert").getByText(/one of the first passwords/)).toBeVisible();
  await typed.fill("four lanterns at the quay");
  await expect(strength).toHaveAttribute("aria-valuetext", "very good");
  await ana.getByRole("button", { name: "Set password" }).click();
  await expect(ana.getByText(/^Your password is set/)).toBeVisible();
  await untilMail(space.ana.email, "The password of your account was changed");

  await control("/sessions/age-proofs", space.ana);
  await ana.getByRole("button", { name: "Change password" }).click();
  await ana.getByLabel("Current password").fill("four lanterns at the key");
  await ana.getByLabel("New password").fill("five lanterns at the quay");
  await ana.getByRole("button", { name: "Save", exact: true }).click();
  await expect(ana.getByRole("alert").getByText("This is not your password.")).toBeVisible();
  await ana.getByLabel("Current password").fill("four lanterns at the quay");
  await ana.getByRole("button", { name: "Save", exact: true }).click();
  await expect(ana.getByLabel("Current password")).toBeHidden();
  await expect(ana.getByRole("button", { name: "Change password" })).toBeVisible();
});

test("theme and clock are remembered on this device", async ({ ana }) => {
  await ana.goto("/account");
  await ana.getByText("Dark", { exact: true }).click();
  await ana.getByText("2:00 pm", { exact: true }).click();
  await ana.reload();
  await expect(ana.locator("html")).toHaveAttribute("data-theme", "dark");
  await ana.goto("/");
  await expect(ana.getByText(/until \d+:\d\d [ap]m|all day/).first()).toBeVisible();
});

test("the code of an earlier mail says that a newer one has another, which then opens", async ({ open, space }) => {
  const page = await open(null);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(space.ana.email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  const earlier = await codeFor(space.ana.email);
  await page.getByRole("button", { name: "Use another address" }).click();
  await page.getByLabel("E-mail").fill(space.ana.email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  const newer = await codeFor(space.ana.email, earlier);
  await page.getByLabel("Code", { exact: true }).fill(earlier);
  await expect(page.getByRole("alert").getByText(/^A newer mail has another code/)).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill(newer);
  await expect(page.getByRole("heading", { level: 1, name: /, Ana$/ })).toBeVisible();
});
