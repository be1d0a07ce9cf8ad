import { expect, type Page } from "@playwright/test";

/** Keys after which something happens: then the focus has to be somewhere, or a keyboard starts again at the top of the page. */
const acts = new Set(["Enter", "Space", " ", "Escape", "Control+k", "ControlOrMeta+k"]);

/** The focus stands on something that is there and in sight. */
export async function expectFocus(page: Page, after: string): Promise<void> {
  const found = () => page.evaluate(whereFocusIs).catch(() => "on its way to another page");
  await expect.poll(found, { message: `the focus after ${after}`, intervals: [50, 100, 200] }).not.toBe("nowhere");
}

/** Lets each key of this page prove that the focus did not get lost by it. */
export function watchFocus(page: Page): void {
  const press = page.keyboard.press.bind(page.keyboard);
  page.keyboard.press = async (key, options) => {
    const before = acts.has(key) ? await page.evaluate(whereFocusIs) : "nowhere";
    await press(key, options);
    if (before !== "nowhere") await expectFocus(page, `${key} on ${before}`);
  };
}

function whereFocusIs(): string {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement || at.getClientRects().length === 0)
    return "nowhere";
  return `${at.getAttribute("role") ?? at.localName} “${(at.getAttribute("aria-label") ?? at.textContent).trim().slice(0, 60)}”`;
}
