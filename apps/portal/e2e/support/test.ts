import { test as base, expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { launchBrowser } from "./browser.ts";
import { watchFocus } from "./focus.ts";
import type { SpaceWish, TestPerson, TestSpace } from "./make-space.ts";

export { expect };

interface Fixtures {
  /** What the test's space is like; `test.use({ wish: { hours: [480, 1080] } })`. */
  wish: SpaceWish;
  /** An organization of this test alone. */
  space: TestSpace;
  /** Opens another window, of a signed-in person or of nobody. An unexpected console.error in any of them fails the test. */
  open: (person: TestPerson | null, options?: Parameters<Browser["newContext"]>[0]) => Promise<Page>;
  /** A window in which Ana, a member, is signed in. */
  ana: Page;
  /** console.error texts that this test provokes on purpose. */
  expectedErrors: RegExp[];
}

/** A refusal is an answer, not a fault: the browser logs every 4xx all the same. */
const refusals = /Failed to load resource: the server responded with a status of 4\d\d/;

export const test = base.extend<Fixtures, { browser: Browser }>({
  browser: [
    async ({ playwright: _playwright }, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  wish: [{}, { option: true }],
  expectedErrors: [[], { option: true }],
  space: async ({ wish }, use) => {
    await use(await control<TestSpace>("/spaces", wish));
  },
  open: async ({ browser, expectedErrors }, use) => {
    const contexts: BrowserContext[] = [];
    const problems: string[] = [];
    const note = (text: string) => {
      if (![refusals, ...expectedErrors].some((expected) => expected.test(text))) problems.push(text);
    };
    await use(async (person, options = {}) => {
      const context = await browser.newContext({
        baseURL: baseUrl(),
        viewport: { width: 1280, height: 860 },
        reducedMotion: "reduce",
        // Only a test of what works without a network wants one: what a page asks through it, no test sees.
        serviceWorkers: "block",
        ...options,
      });
      contexts.push(context);
      if (person)
        await context.addCookies([
          { name: "session", value: person.cookie, url: baseUrl(), httpOnly: true, sameSite: "Lax" },
        ]);
      context.on("console", (message) => message.type() === "error" && note(message.text()));
      context.on("weberror", (error) => note(String(error.error())));
      const page = await context.newPage();
      watchFocus(page);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(problems, "unexpected console.error").toEqual([]);
  },
  ana: async ({ open, space }, use) => {
    await use(await open(space.ana));
  },
});

function baseUrl(): string {
  return process.env["E2E_URL"] ?? "";
}

/** Asks the control server, which acts behind the product's back. */
export async function control<Answer>(path: string, input: object): Promise<Answer> {
  const response = await fetch(`${process.env["E2E_CONTROL_URL"]}${path}`, {
    method: "POST",
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** The newest code for an address in the development mailbox, once it is another than the one used before. */
export async function codeFor(email: string, usedBefore = ""): Promise<string> {
  const find = async () => {
    const page = await (await fetch(`${baseUrl()}/mail/`)).text();
    const mails = [...page.matchAll(/<h2>(\d{6}) (?:is your|ist Ihr) [^<]*<\/h2>\s*<p class="about">To (\S+)/g)];
    const code = mails.find(([, , to]) => to === email)?.[1] ?? "";
    return code === usedBefore ? "" : code;
  };
  await expect.poll(find).toMatch(/^\d{6}$/);
  return find();
}

/** Waits until a mail of this subject has come to an address. */
export async function untilMail(email: string, subject: string): Promise<void> {
  const page = async () => (await (await fetch(`${baseUrl()}/mail/`)).text()).replaceAll(/\s+/g, " ");
  await expect.poll(page).toContain(`<h2>${subject}</h2> <p class="about">To ${email}`);
}

/** The wall clock of a zone, days from now: for dates that the tests type and read. */
export function dayIn(zone: string, daysAhead: number): Temporal.PlainDate {
  return Temporal.Now.plainDateISO(zone).add({ days: daysAhead });
}

/** The instant of a wall clock, as it is kept. */
export function at(day: Temporal.PlainDate, time: string, zone: string): string {
  const instant = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
  return instant.toString({ smallestUnit: "millisecond" });
}
