import { join } from "node:path";
import { launchBrowser } from "@working-social/portal/browser";
import { startApi } from "./api-process.ts";
import type { Bench } from "./bench.ts";
import type { Line } from "./report.ts";
import { median } from "./statistics.ts";

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser["newPage"]>>;

/** What the browser measured on one visit: largest paint, slowest press, and by how much things moved. */
interface Speed {
  readonly lcpMs: number;
  readonly inpMs: number;
  readonly interactions: number;
  readonly cls: number;
}

interface Visit {
  readonly what: string;
  /** Opens the page, waits for what a member came for, and presses what a member presses. */
  readonly walk: (page: Page) => Promise<void>;
}

const SLOWED = 4;
const GOALS = { lcpMs: 1200, inpMs: 100, cls: 0.02 };

const VISITS: readonly Visit[] = [
  { what: "Home", walk: visitHome },
  { what: "Book", walk: visitBook },
];

/** Visits with an empty cache, a processor four times slower than this one, and bookings of two months; medians. */
export async function benchSpeed(bench: Bench, portalDist: string): Promise<Line[]> {
  const { options, progress, stage } = bench;
  const api = await startApi({ ...stage, records: false, portalDist });
  const browser = await launchBrowser();
  const lines: Line[] = [];
  try {
    for (const { what, walk } of VISITS) {
      const speeds: Speed[] = [];
      // The first visit warms the server up, not the browser: each has a profile of its own.
      for (let n = 0; n <= options.rounds; n++) {
        const speed = await progress.step(`${what} in a browser: visit ${n}`, () =>
          measure(bench, browser, api.url, walk),
        );
        if (n > 0) speeds.push(speed);
      }
      lines.push(...linesOf(what, speeds));
    }
    return lines;
  } finally {
    await browser.close();
    await api.stop();
  }
}

async function measure({ space }: Bench, browser: Browser, baseURL: string, walk: Visit["walk"]): Promise<Speed> {
  const [name = "", value = ""] = (space.members[0]?.cookie ?? "").split("=", 2);
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  try {
    await context.addCookies([{ name, value, url: baseURL, httpOnly: true, sameSite: "Lax" }]);
    await context.addInitScript({ content: `localStorage.setItem("location", "${space.lookedAtId}")` });
    await context.addInitScript({ path: join(import.meta.dirname, "watch-page.js") });
    const page = await context.newPage();
    const chromium = await context.newCDPSession(page);
    await chromium.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    await walk(page);
    // The events of a picture arrive with the next ones.
    await page.waitForFunction("globalThis.pageSpeed.interactions > 0");
    return await page.evaluate<Speed>("globalThis.pageSpeed");
  } finally {
    await context.close();
  }
}

async function visitHome(page: Page): Promise<void> {
  await page.goto("/");
  await page
    .getByRole("button", { name: /book .+ for/ })
    .first()
    .waitFor();
  await page.waitForLoadState("networkidle");
  await page
    .getByRole("button", { name: /book .+ for/ })
    .first()
    .click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Book / })
    .waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

async function visitBook(page: Page): Promise<void> {
  await page.goto("/book");
  const lanes = page.locator("[data-lane]");
  await lanes.first().waitFor();
  await page.waitForLoadState("networkidle");
  for (const lane of [2, 4, 6]) {
    await lanes.nth(lane).click({ position: { x: 300 + 40 * lane, y: 12 } });
  }
  await page.keyboard.press("ArrowRight");
  await page.waitForLoadState("networkidle");
}

function linesOf(what: string, speeds: readonly Speed[]): Line[] {
  const of = (figure: keyof Speed) => median(speeds.map((speed) => speed[figure]));
  const line = (name: string, value: number, unit: "ms" | "shift", atMost: number): Line => ({
    what: `${what}, 4× slowed processor: ${name}`,
    timing: null,
    floor: null,
    figure: { value, unit },
    goal: { atMost },
  });
  return [
    line("largest paint (LCP)", of("lcpMs"), "ms", GOALS.lcpMs),
    line("slowest press (INP)", of("inpMs"), "ms", GOALS.inpMs),
    line("what moved by itself (CLS)", of("cls"), "shift", GOALS.cls),
  ];
}
