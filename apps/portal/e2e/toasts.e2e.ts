import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const SIZES = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
] as const;

/** The buttons of a dialog of which something else lies in the middle. */
function covered(dialog: Locator): Promise<string[]> {
  return dialog.getByRole("button").evaluateAll((buttons) =>
    buttons
      .filter((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        const points = [0.1, 0.5, 0.9].map((part) => document.elementFromPoint(x + width * part, y + height / 2));
        return points.some((top) => top?.closest("section[aria-label=Notifications]"));
      })
      .map((button) => button.getAttribute("aria-label") ?? button.textContent ?? ""),
  );
}

async function addTeam(page: Page, name: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: "Add a team" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Name").fill(name);
  await form.getByRole("button", { name: /^(Add|Create)/ }).click();
  await expect(form).toBeHidden();
}

test("a message covers no button of a drawer that is opened below it", async ({ open, space }) => {
  const page = await open(space.mira, { viewport: SIZES[0] });
  await page.goto("/manage/teams");
  await addTeam(page, "Tide");
  const message = page.getByRole("region", { name: "Notifications" });
  await expect(message).toContainText("Tide");
  await page.getByText("Tide", { exact: true }).first().click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("button", { name: "Save" })).toBeVisible();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    // Whoever points at a message keeps it.
    await message.getByText(/Tide/).first().hover();
    expect(await covered(drawer), `${size.width} px`).toEqual([]);
  }
});
