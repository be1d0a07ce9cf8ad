import { expect, jobsOf, scan, control, tapPin, test } from "./support/test.ts";

const offline = /No network: this screen tries again by itself/;
test.use({
  expectedErrors: [/Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION_RESET/],
  waiting: { jobs: [{ title: "Fire plan.pdf", sides: 30 }] },
});

test("a PIN that is entered without a network opens by itself when it is back", async ({ kiosk, copier }) => {
  await kiosk.context().setOffline(true);
  await tapPin(kiosk, copier.pins.ana);
  await expect(kiosk.getByRole("status").getByText(offline)).toBeVisible();
  await kiosk.context().setOffline(false);
  await expect(kiosk.getByRole("heading", { level: 1, name: "Ana Ferreira" })).toBeVisible();
  await expect(kiosk.getByText(offline)).toBeHidden();
});

test("when the network goes while printing, it is printed once, when it is back", async ({ kiosk, copier }) => {
  await tapPin(kiosk, copier.pins.ana);
  const release = kiosk.getByRole("button", { name: "Print · $2.50, Fire plan.pdf" });
  await expect(release).toBeVisible();
  await kiosk.context().setOffline(true);
  await release.click();
  await expect(kiosk.getByText(offline)).toBeVisible();
  await expect(release).toHaveAttribute("aria-busy", "true");
  await kiosk.context().setOffline(false);
  await expect(kiosk.getByRole("heading", { name: "It is printing" })).toBeVisible();
  expect(await jobsOf(copier)).toEqual([{ title: "Fire plan.pdf", status: "released", releases: 1 }]);
});

test("when the answers get lost on their way, one print is released and one pack is bought", async ({
  kiosk,
  copier,
}) => {
  const lost = new Set<string>();
  await kiosk.route(/\/api\/print\/(release|buy)$/, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (lost.has(pathname)) return route.continue();
    lost.add(pathname);
    await route.fetch(); // The server does it …
    return route.abort("connectionreset"); // … and the answer never comes.
  });
  await tapPin(kiosk, copier.pins.ana);
  await kiosk.getByRole("button", { name: "Get more pages" }).click();
  await kiosk.getByRole("button", { name: "Buy · $9.00, Colour 50" }).click();
  await kiosk.getByRole("button", { name: "Yes, buy for $9.00" }).click();
  await expect(kiosk.getByText("50 colour pages are yours now. $9.00 is on your account.").first()).toBeVisible();
  await kiosk.getByRole("button", { name: "Print, Fire plan.pdf" }).click();
  await expect(kiosk.getByRole("heading", { name: "It is printing" })).toBeVisible();
  expect(lost.size).toBe(2);
  expect(await control("/charges", copier)).toEqual([{ label: "Colour 50", openMinor: 900 }]);
  expect(await jobsOf(copier)).toEqual([{ title: "Fire plan.pdf", status: "released", releases: 1 }]);
});

test("a page from something between us and the server counts as no network, for as long as it comes", async ({
  kiosk,
  copier,
}) => {
  let isCaptive = true;
  let pages = 0;
  await kiosk.route("**/api/print/waiting", (route) => {
    if (!isCaptive) return route.continue();
    pages += 1;
    return route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Sign in to Wi-Fi</h1>" });
  });
  const status = kiosk.waitForResponse("**/api/print/status");
  await tapPin(kiosk, copier.pins.ana);
  // The kiosk itself is answered meanwhile, and that is no reason to leave the person without a word.
  expect((await status).status()).toBe(200);
  await expect.poll(() => pages).toBe(2);
  await expect(kiosk.getByText(offline)).toBeVisible({ timeout: 500 });
  isCaptive = false;
  await expect(kiosk.getByRole("heading", { level: 1, name: "Ana Ferreira" })).toBeVisible();
});

test("whoever leaves before the network is back prints nothing later", async ({ open, copier }) => {
  const page = await open(null, { viewport: { width: 1024, height: 768 } });
  await page.clock.install();
  await page.goto("/kiosk/print");
  await page.getByLabel("Kiosk token").fill(copier.kioskToken);
  await page.getByRole("button", { name: "Check and keep" }).click();
  const { code } = await control<{ code: string }>("/codes", { ...copier, who: "ana" });
  await expect(page.getByText("Old Harbour · Copier 1")).toBeVisible();
  await page.clock.pauseAt(Date.now() + 60_000);
  await scan(page, code);
  await expect(page.getByRole("heading", { level: 1, name: "Ana Ferreira" })).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Print · $2.50, Fire plan.pdf" }).click();
  await expect(page.getByText(offline)).toBeVisible();
  await page.clock.runFor(31_000);
  await expect(page.getByText("Enter your PIN, or hold your code to the reader.")).toBeVisible();
  await page.context().setOffline(false);
  await expect(async () => {
    await page.clock.runFor(10_000);
    await expect(page.getByText(offline)).toBeHidden({ timeout: 500 });
  }).toPass();
  expect(await jobsOf(copier)).toEqual([{ title: "Fire plan.pdf", status: "held", releases: 0 }]);
});
