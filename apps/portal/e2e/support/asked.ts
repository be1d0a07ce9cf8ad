import type { Page } from "@playwright/test";

/** Counts what the page asks the API from now on, by procedure: several go in one request. */
export function asked(page: Page): Record<string, number> {
  const counts: Record<string, number> = {};
  page.on("request", (request) => {
    const path = new URL(request.url()).pathname;
    if (!path.startsWith("/api/trpc/")) return;
    for (const procedure of path.slice("/api/trpc/".length).split(","))
      counts[procedure] = (counts[procedure] ?? 0) + 1;
  });
  return counts;
}

/** Until the live stream stands and nothing has been asked for a second: what follows from it has been asked by then. */
export async function untilQuiet(page: Page, counts: Record<string, number>): Promise<void> {
  const deadline = Date.now() + 15_000;
  let [before, since] = ["", Date.now()];
  while (Date.now() < deadline) {
    const now = JSON.stringify(counts);
    if (now !== before) [before, since] = [now, Date.now()];
    if (counts["live.changes"] && Date.now() - since > 1_000) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`It goes on asking: ${JSON.stringify(counts)}`);
}
