import type { Page } from "@playwright/test";
import { drawFloor } from "./support/draw-floor.ts";
import type { TestSpace } from "./support/make-space.ts";
import { expectNoFindings } from "./support/axe.ts";
import { dayIn, expect, test } from "./support/test.ts";

test.use({ wish: { hours: [480, 1140] } });

async function openPlan(page: Page, space: TestSpace, more = "&people=1"): Promise<void> {
  await page.goto(`/book?view=floor&date=${dayIn(space.timeZone, 1).toString()}&time=10:00&minutes=60${more}`);
  await expect(page.getByRole("group", { name: /^Plan of Ground floor/ })).toBeVisible();
}
const place = (page: Page, name: RegExp) => page.getByRole("group", { name: /^Plan of/ }).getByRole("button", { name });

test("a member presses a room on the plan and books it", async ({ ana, open, space }) => {
  const mira = await open(space.mira);
  await drawFloor(mira, space);
  await openPlan(ana, space, "&people=3");
  await expect(place(ana, /^Booth 2/)).toHaveAccessibleName(/too small/);
  await place(ana, /^Lantern/).click();
  await expect(place(ana, /^Lantern/)).toHaveAttribute("aria-pressed", "true");
  await ana.getByRole("button", { name: "Book Lantern" }).click();
  await expect(ana.getByText("Lantern is yours")).toBeVisible();
  await expect(place(ana, /^Lantern/)).toHaveAccessibleName(/Yours, until 11:00/);
  // The drawing itself tells staff who is there.
  await openPlan(mira, space);
  await expect(mira.getByRole("group", { name: /^Plan of/ }).getByText("Ana Ferreira", { exact: true })).toBeVisible();
});

test("the keyboard walks to the nearest room in a direction, and books it", async ({ ana, open, space }) => {
  await drawFloor(await open(space.mira), space);
  await openPlan(ana, space, `&people=1&resource=${space.resources["Lantern"]}`);
  await place(ana, /^Lantern/).focus();
  await ana.keyboard.press("ArrowDown");
  await expect(place(ana, /^Booth 2/)).toBeFocused();
  await ana.keyboard.press("ArrowUp");
  await ana.keyboard.press("ArrowRight");
  await expect(place(ana, /^Cooper, 4 people, whiteboard, 10:00 to 11:00, Free, \$25\.44$/)).toBeFocused();
  await ana.keyboard.press("Enter");
  await expect(ana.getByRole("button", { name: "Book Cooper" })).toBeEnabled();
  await place(ana, /^Cooper/).focus();
  await ana.keyboard.press("Enter");
  await expect(ana.getByRole("button", { name: "Book Cooper" })).toBeFocused();
  await ana.keyboard.press("Enter");
  await expect(ana.getByText("Cooper is yours")).toBeVisible();
});

test("another member's booking appears on the plan by itself, and the slider shows another hour", async ({
  ana,
  open,
  space,
}) => {
  await drawFloor(await open(space.mira), space);
  await openPlan(ana, space);
  await expect(place(ana, /^Cooper.*Free/)).toBeVisible();
  const jonas = await open(space.jonas);
  await openPlan(jonas, space, `&people=1&resource=${space.resources["Cooper"]}`);
  await jonas.getByRole("button", { name: "Book Cooper" }).click();
  await expect(jonas.getByText("Cooper is yours")).toBeVisible();
  await expect(place(ana, /^Cooper.*Taken, until 11:00/)).toBeVisible();
  const slider = ana.getByRole("slider", { name: "Time of day" });
  await slider.focus();
  for (let quarters = 0; quarters < 4; quarters += 1) await slider.press("ArrowRight");
  await expect(place(ana, /^Cooper.*11:00 to 12:00, Free/)).toBeVisible();
});

test("a manager draws a floor with what there is, changes it by keyboard, and takes a step back", async ({
  open,
  space,
}) => {
  const mira = await open(space.mira);
  await mira.goto("/manage/floors");
  await mira.getByRole("button", { name: "Add a floor" }).click();
  await mira.getByRole("button", { name: "Add it" }).click();
  await mira.getByRole("button", { name: "Place Lantern" }).click();
  await mira.getByRole("button", { name: "Place 3 desks of Window desks" }).click();
  const canvas = mira.getByRole("group", { name: "Drawing of Ground floor" });
  await canvas.getByRole("button", { name: /^Lantern/ }).focus();
  await mira.keyboard.press("ArrowRight");
  await expect(mira.getByRole("spinbutton", { name: "From the left" })).toHaveValue("75");
  await mira.keyboard.press("Shift+ArrowDown");
  await expect(mira.getByRole("spinbutton", { name: "Height" })).toHaveValue("425");
  await mira.keyboard.press("Control+z");
  await expect(mira.getByRole("spinbutton", { name: "Height" })).toHaveValue("400");
  await mira.getByRole("button", { name: "Save" }).click();
  await expect(mira.getByText("Drawing saved.")).toBeVisible();
  await mira.reload();
  await expect(canvas.getByRole("button", { name: /^Window desks 3/ })).toBeVisible();
  await openPlan(mira, space);
  await expect(place(mira, /^Window desks 2.*Free/)).toBeVisible();
});

test("of two managers who draw the same floor, the second sees the first's drawing before saving over it", async ({
  open,
  space,
}) => {
  const [mira, other] = [await open(space.mira), await open(space.mira)];
  await drawFloor(mira, space);
  for (const page of [mira, other]) {
    await page.goto("/manage/floors");
    await page.getByRole("button", { name: "Place 3 desks of Window desks" }).click();
  }
  await mira.getByRole("button", { name: "Save" }).click();
  await expect(mira.getByText("Drawing saved.")).toBeVisible();
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText(/^Somebody changed this in the meantime/)).toBeVisible();
  await other.getByRole("button", { name: "Show their drawing" }).click();
  await expect(other.getByText("Everything has its place.")).toBeVisible();
});

test("plan and drawing have no accessibility problems axe knows", async ({ ana, open, space }) => {
  const mira = await open(space.mira);
  await drawFloor(mira, space);
  await openPlan(ana, space);
  await mira.goto("/manage/floors");
  await mira
    .getByRole("group", { name: "Drawing of Ground floor" })
    .getByRole("button", { name: /^Lantern/ })
    .focus();
  await expectNoFindings(ana, "plan");
  await expectNoFindings(mira, "drawing");
});
