import { codeFor, expect, test } from "./support/test.ts";

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
    await expect(other.getByRole("alert").getByText(/do not fit together/)).toBeVisible();
    await other.getByLabel("Password").fill("four lanterns at the quay");
    await other.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(other.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();
  });
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
