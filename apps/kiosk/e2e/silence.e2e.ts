import type { Page } from "@playwright/test";
import { expect, setUp, tapPin, test } from "./support/test.ts";

test.use({ waiting: { jobs: [{ title: "Zebra-Quittung.pdf", sides: 30 }] } });

test("after half a minute of silence it starts again, and nothing of the last person is left", async ({
  open,
  copier,
}) => {
  const page = await open(null, { viewport: { width: 1024, height: 768 } });
  await page.clock.install();
  await setUp(page, copier);
  const before = await traces(page);
  await page.clock.pauseAt(Date.now() + 60_000);
  await tapPin(page, copier.pins.ana);
  await expect(page.getByRole("heading", { level: 1, name: "Ana Ferreira" })).toBeVisible();
  await expect(page.getByText("Starts again in 30 seconds")).toBeVisible();

  await test.step("a sign of life begins it anew", async () => {
    await page.clock.runFor(21_000);
    await expect(page.getByText("Starts again in 9 seconds")).toBeVisible();
    await expect(page.getByText("This screen starts again in 10 seconds. Press any key to stay.")).toBeAttached();
    await page.getByRole("button", { name: "I’m still here" }).dispatchEvent("click");
    await expect(page.getByText("Starts again in 30 seconds")).toBeVisible();
    await page.clock.runFor(29_000);
    await page.keyboard.press("Tab");
    await page.clock.runFor(29_000);
    await expect(page.getByRole("heading", { level: 1, name: "Ana Ferreira" })).toBeVisible();
  });
  const secrets = ["Zebra-Quittung", "Ana Ferreira", copier.pins.ana];
  const during = await heapOf(page);
  expect(secrets.filter((text) => during.includes(text))).toEqual(secrets);
  await page.clock.runFor(2_000);
  await expect(page.getByText("Enter your PIN, or hold your code to the reader.")).toBeVisible();
  await expect(page.getByText(/Starts again/)).toBeHidden();
  expect(await traces(page)).toEqual(before);
  await page.goBack().catch(() => null);
  await page.goForward().catch(() => null);
  await expect(page.locator("body")).not.toContainText(/Ana|Zebra/);
  // What a timer or a finished request still held is collected at the latest with the next garbage.
  await expect(async () => {
    const memory = await heapOf(page);
    expect(memory).toContain("Enter your PIN, or hold your code");
    expect(secrets.filter((text) => memory.includes(text))).toEqual([]);
  }).toPass({ timeout: 15_000 });
});

test("a PIN that nobody finishes goes, too", async ({ open, copier }) => {
  const page = await open(null);
  await page.clock.install();
  await setUp(page, copier);
  await page.clock.pauseAt(Date.now() + 60_000);
  await tapPin(page, copier.pins.ana.slice(0, 4));
  await expect(page.getByText("4 of 6 digits")).toBeAttached();
  await page.clock.runFor(31_000);
  await expect(page.getByText(/of 6 digits/)).toHaveCount(0);
});

/** What a visit could leave in the browser. */
function traces(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    history: history.length,
    address: location.href,
    title: document.title,
    state: history.state as unknown,
  }));
}

/** Everything that the page's JavaScript still reaches, after the garbage is collected. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  return chunks.join("");
}
