import type { Locator, Page } from "@playwright/test";

/** The pixels of one resource's day on the Book page, whose hours the test knows. */
export interface Track {
  /** Where the wall clock's hour lies, such as 14.5. */
  at(hour: number): Promise<{ x: number; y: number }>;
  press(hour: number): Promise<void>;
  /** Presses at one hour and drags to another, without letting go. */
  drag(from: number, to: number): Promise<void>;
  readonly element: Locator;
}

/** `shown`: the first and the last hour of the timeline; `axis`: down on a phone. */
export function trackOf(
  page: Page,
  resourceId: string,
  shown: [number, number],
  axis: "across" | "down" = "across",
): Track {
  const element = page.locator(`[data-lane="${resourceId}"]`);
  const at = async (hour: number) => {
    const box = await element.boundingBox();
    if (!box) throw new Error("The row is not on the page.");
    const share = (hour - shown[0]) / (shown[1] - shown[0]);
    return axis === "across"
      ? { x: box.x + box.width * share, y: box.y + box.height / 2 }
      : { x: box.x + box.width / 2, y: box.y + box.height * share };
  };
  const press = async (hour: number) => {
    const { x, y } = await at(hour);
    await page.mouse.click(x, y);
  };
  const drag = async (from: number, to: number) => {
    const [start, end] = [await at(from), await at(to)];
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move((start.x + end.x) / 2, start.y, { steps: 4 });
    await page.mouse.move(end.x, end.y, { steps: 4 });
  };
  return { at, press, drag, element };
}
