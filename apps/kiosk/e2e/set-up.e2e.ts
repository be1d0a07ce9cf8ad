import { control, expect, setUp, tapPin, test } from "./support/test.ts";

const stored = "print-kiosk-token";

test("a token is kept only when the server knows it, in this browser, over a restart", async ({ open, copier }) => {
  const page = await open(null);
  await page.goto("/kiosk");
  await expect(page.getByRole("link", { name: /^Print/ })).toBeHidden();
  await page.getByRole("link", { name: "Set up printing on this screen" }).click();
  const [field, check] = [page.getByLabel("Kiosk token"), page.getByRole("button", { name: "Check and keep" })];
  for (const [text, sentence] of [
    ["", "That is no kiosk token"],
    [copier.agentToken, "That is the token of the print server."],
    [`wsk_${"x".repeat(43)}`, "No kiosk has this token, or not any more."],
  ] as const) {
    await field.fill(text);
    await check.click();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(field).toHaveValue(text);
    expect(await page.evaluate((key) => localStorage.getItem(key), stored)).toBeNull();
  }
  await field.fill(` ${copier.kioskToken}\n`);
  await field.press("Enter");
  await expect(page.getByText("Old Harbour · Copier 1")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Enter your PIN, or hold your code to the reader.")).toBeVisible();
  await page.goto("/kiosk");
  await page.getByRole("link", { name: /^Print/ }).click();
  await expect(page.getByText("Enter your PIN, or hold your code to the reader.")).toBeVisible();
});

test("a revoked token shows the set-up again, with a sentence, and is gone", async ({ kiosk, copier }) => {
  await control("/kiosks/revoke", copier);
  await tapPin(kiosk, copier.pins.ana);
  await expect(kiosk.getByRole("heading", { name: "Set up printing on this screen" })).toBeVisible();
  await expect(kiosk.getByText(/its token is not valid any more/)).toBeVisible();
  expect(await kiosk.evaluate((key) => localStorage.getItem(key), stored)).toBeNull();
});

test("a revoked token is noticed while nobody stands there", async ({ open, copier }) => {
  const page = await open(null);
  await page.clock.install();
  await setUp(page, copier);
  await control("/kiosks/revoke", copier);
  await page.clock.fastForward(31_000);
  await expect(page.getByText(/its token is not valid any more/)).toBeVisible();
});

test("the manager's corner says what this screen is, and forgets it after a question", async ({ kiosk }) => {
  await kiosk.getByRole("button", { name: "Staff" }).click();
  await expect(kiosk.getByRole("heading", { level: 1, name: "This screen" })).toBeFocused();
  await expect(kiosk.getByText("Tablet at the copier")).toBeVisible();
  await expect(kiosk.getByText("Copier 1 · reachable")).toBeVisible();
  await kiosk.getByText("Dark", { exact: true }).click();
  await expect(kiosk.locator("html")).toHaveAttribute("data-theme", "dark");
  await kiosk.getByRole("button", { name: "Forget this kiosk" }).click();
  await kiosk.getByRole("button", { name: "Keep it" }).click();
  await kiosk.getByRole("button", { name: "Forget this kiosk" }).click();
  await kiosk.getByRole("button", { name: "Yes, forget it" }).click();
  await expect(kiosk.getByLabel("Kiosk token")).toHaveValue("");
  expect(await kiosk.evaluate((key) => localStorage.getItem(key), stored)).toBeNull();
});

test("without a network the token stays in the field, and is kept with the next try", async ({ open, copier }) => {
  const page = await open(null);
  await page.goto("/kiosk/print");
  await page.getByLabel("Kiosk token").fill(copier.kioskToken);
  await page.route("**/api/print/*", (route) => route.abort("internetdisconnected"));
  await page.getByRole("button", { name: "Check and keep" }).click();
  await expect(page.getByText(/The server can’t be reached/)).toBeVisible();
  await page.unroute("**/api/print/*");
  await page.getByRole("button", { name: "Check and keep" }).click();
  await expect(page.getByText("Old Harbour · Copier 1")).toBeVisible();
});
test.use({ expectedErrors: [/Failed to load resource|ERR_INTERNET_DISCONNECTED/] });
