import type { Page } from "@playwright/test";
import { control, expect, test as base } from "@working-social/portal/e2e/test";
import type { TestCopier } from "./make-copier.ts";

export { control, expect };

/** What somebody sent from a computer. */
export interface TestJob {
  title: string;
  sides: number;
  colour?: "mono" | "colour";
  isDuplex?: boolean;
  copies?: number;
  user?: string;
}

interface Fixtures {
  copier: TestCopier;
  /** Jobs of Ana's, unless said otherwise, that wait when the test begins. No array: Playwright takes that for a fixture. */
  waiting: { jobs: readonly TestJob[] };
  /** The kiosk beside the copier, set up, on its start screen. */
  kiosk: Page;
}

export const test = base.extend<Fixtures>({
  waiting: [{ jobs: [] }, { option: true }],
  copier: async ({ wish, waiting }, use) => {
    const copier = await control<TestCopier>("/copiers", wish);
    await submit(copier, waiting.jobs);
    await use(copier);
  },
  kiosk: async ({ open, copier }, use) => {
    const page = await open(null, { viewport: { width: 1024, height: 768 }, hasTouch: true });
    await setUp(page, copier);
    await use(page);
  },
});

/** Puts the token into the browser as a manager would have, and waits for the start screen. */
export async function setUp(page: Page, { kioskToken }: TestCopier): Promise<void> {
  await page.goto("/kiosk/print");
  await page.getByLabel("Kiosk token").fill(kioskToken);
  await page.getByRole("button", { name: "Check and keep" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Print" })).toBeVisible();
  await expect(page.getByText("Old Harbour · Copier 1")).toBeVisible();
}

/** As the agent on the print server reports them; none at all says that it is there. */
export async function submit({ agentToken, space }: TestCopier, jobs: readonly TestJob[]): Promise<void> {
  const events = jobs.map(({ title, sides, colour = "colour", isDuplex = false, copies = 1, user }, index) => ({
    type: "submitted",
    key: `${title}@${index}@${Math.random()}`,
    printer: "Copier 1",
    jobId: String(index + 1),
    user: user ?? space.ana.email,
    title,
    at: new Date().toISOString(),
    copies,
    colour,
    paperSize: "A4",
    isDuplex,
    estimatedSides: sides,
  }));
  const response = await fetch(`${process.env["E2E_URL"]}/api/print/jobs`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${agentToken}` },
    body: JSON.stringify({ events }),
  });
  const answer = (await response.json()) as { results?: { outcome: string }[] };
  const outcomes = answer.results?.map(({ outcome }) => outcome) ?? [];
  if (outcomes.length !== jobs.length || outcomes.some((outcome) => outcome !== "held"))
    throw new Error(JSON.stringify(answer));
}

export async function tapPin(page: Page, pin: string, padName = "Your PIN"): Promise<void> {
  const pad = page.getByRole("group", { name: padName });
  for (const digit of pin) await pad.getByRole("button", { name: digit, exact: true }).click();
}

/** What a code reader types: everything within moments, and Enter. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code, { delay: 2 });
  await page.keyboard.press("Enter");
}

export function jobsOf(copier: TestCopier): Promise<{ title: string; status: string; releases: number }[]> {
  return control("/jobs", copier);
}
