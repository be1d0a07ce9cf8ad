import type { Page, Request } from "@playwright/test";
import { leadsTo, managersPages, membersPages, routes, strangersPages } from "./support/every-page.ts";
import { furnishSpace } from "./support/furnish-space.ts";
import { layoutFaults } from "./support/layout-faults.ts";
import { expect, test } from "./support/test.ts";

// Every page in a longer language, and from right to left: nothing is cut off, lies over something else or leaves the screen.

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 820, height: 1180 };
const DESK = { width: 1440, height: 900 };
// From right to left the words are as long: what a tablet cuts off, it cuts off in both.
const SIZES = { "en-XA": [PHONE, TABLET, DESK], "ar-XB": [PHONE, DESK] };
test.describe.configure({ timeout: 300_000 });

for (const locale of ["en-XA", "ar-XB"] as const) {
  test(`every page stands in ${locale}`, async ({ open, space }) => {
    const [ana, mira, nobody] = [await open(space.ana), await open(space.mira), await open(null)];
    const { bookingId, ...billed } = await furnishSpace(ana, mira, space);
    const walks: [Page, string[]][] = [
      [ana, membersPages(space, bookingId, billed.invoiceId)],
      [mira, managersPages(space, billed)],
      [nobody, strangersPages],
    ];
    const faults: string[] = [];
    for (const [page, paths] of walks) {
      const coming = requestsOf(page);
      await speak(page, locale);
      for (const path of paths) faults.push(...(await faultsAt(page, coming, path, SIZES[locale])));
    }
    expect(faults).toEqual([]);
  });
}

async function speak(page: Page, locale: string): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem("pseudo-locale", chosen), locale);
  await page.setViewportSize(PHONE);
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar-XB" ? "rtl" : "ltr");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^\[/);
}

/** In each size, beginning with the one that the window has. */
async function faultsAt(
  page: Page,
  coming: ReadonlySet<Request>,
  path: string,
  sizes: readonly (typeof PHONE)[],
): Promise<string[]> {
  await go(page, path);
  const faults: string[] = [];
  const isSmall = page.viewportSize()?.width === PHONE.width;
  for (const size of isSmall ? sizes : sizes.toReversed()) {
    await page.setViewportSize(size);
    await drawn(page, coming);
    faults.push(...(await layoutFaults(page)).map((fault) => `${path} at ${size.width}: ${fault}`));
  }
  return faults;
}

/** Where a link on the page would lead: the code that has come stays, so that many pages are walked in little time. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => (self as unknown as Portal).__TSR_ROUTER__.navigate({ href }), path);
  await page.waitForFunction(() => {
    const { status, location, resolvedLocation } = (self as unknown as Portal).__TSR_ROUTER__.state;
    return status === "idle" && location.href === resolvedLocation?.href;
  });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 20_000 });
  if (/[?&](edit|book)=/.test(path)) await expect(page.locator("[data-modal] header")).toBeVisible();
}

/** The router of the page, as its maker's own tools reach it. */
interface Portal {
  __TSR_ROUTER__: {
    navigate: (to: { href: string }) => Promise<void>;
    state: { status: string; location: { href: string }; resolvedLocation?: { href: string } };
  };
}

/** When what waits for code or data has come, and a change of size is on the screen. */
async function drawn(page: Page, coming: ReadonlySet<Request>): Promise<void> {
  do {
    await expect.poll(() => coming.size, { timeout: 20_000, intervals: [10, 20, 50] }).toBe(0);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  } while (coming.size > 0);
  await expect(page.locator("[aria-busy=true], .animate-breathe")).toHaveCount(0);
}

/** What the page has asked for and not got yet; live updates never end. */
function requestsOf(page: Page): ReadonlySet<Request> {
  const coming = new Set<Request>();
  page.on("request", (request) => /script|fetch|xhr/.test(request.resourceType()) && coming.add(request));
  page.on("requestfinished", (request) => coming.delete(request));
  page.on("requestfailed", (request) => coming.delete(request));
  return coming;
}

test("no route of the portal is left out", async ({ space }) => {
  // Only an empty installation has /setup: manage-set-up.e2e.ts looks at it in both writings.
  const billed = { contractId: "one", invoiceId: "one", runId: "one" };
  const walked = [...membersPages(space, "one", "one"), ...managersPages(space, billed), ...strangersPages, "/setup"];
  expect(routes().length).toBeGreaterThan(20);
  expect(routes().filter((route) => !walked.some((path) => leadsTo(route, path)))).toEqual([]);
});
