import type { Page } from "@playwright/test";
import type { TestSpace } from "./support/make-space.ts";
import { dayIn, expect, test } from "./support/test.ts";
import { trackOf } from "./support/track.ts";

test.use({ wish: { hours: [480, 1140] } });

const shown: [number, number] = [8, 20];

async function openDay(page: Page, space: TestSpace, more = ""): Promise<void> {
  await page.goto(`/book?date=${dayIn(space.timeZone, 1).toString()}&time=10:00&people=6${more}`);
  await expect(page.getByRole("grid")).toBeVisible();
}

const panelOf = (page: Page) => page.getByRole("complementary", { name: "Your booking" });

test("dragging over the hours chooses them, with the price, and one press books them", async ({ ana, space }) => {
  await openDay(ana, space);
  await trackOf(ana, space.resources["Lantern"] ?? "", shown).drag(13.1, 14.9);
  await ana.mouse.up();
  const panel = panelOf(ana);
  await expect(panel.getByText("13:00 – 15:00")).toBeVisible();
  await expect(panel.getByText("$50.88")).toBeVisible();
  await expect(ana).toHaveURL(
    (url) => url.searchParams.get("time") === "13:00" && url.searchParams.get("minutes") === "120",
  );
  await panel.getByRole("button", { name: "Book Lantern" }).click();
  await expect(panel.getByRole("link", { name: "See the booking" })).toBeVisible();
  await expect(trackOf(ana, space.resources["Lantern"] ?? "", shown).element).toContainText("13–15");
});

test("an edge makes it longer, and Escape lets go of a drag", async ({ ana, space }) => {
  await openDay(ana, space, `&minutes=60&resource=${space.resources["Lantern"]}`);
  const track = trackOf(ana, space.resources["Lantern"] ?? "", shown);
  const panel = panelOf(ana);
  await expect(panel.getByText("10:00 – 11:00")).toBeVisible();
  await track.drag(11, 12.5);
  await ana.mouse.up();
  await expect(panel.getByText("10:00 – 12:30")).toBeVisible();
  await track.drag(12.5, 15);
  await ana.keyboard.press("Escape");
  await ana.mouse.up();
  await expect(panel.getByText("10:00 – 12:30")).toBeVisible();
});

test("while it is dragged over what is taken, it says so", async ({ ana, open, space }) => {
  const jonas = await open(space.jonas);
  await openDay(jonas, space, `&minutes=120&resource=${space.resources["Lantern"]}`);
  await panelOf(jonas).getByRole("button", { name: "Book Lantern" }).click();
  await expect(jonas.getByText("Lantern is yours")).toBeVisible();

  await openDay(ana, space);
  const track = trackOf(ana, space.resources["Lantern"] ?? "", shown);
  await track.drag(8.6, 10.9);
  await expect(track.element).toContainText("Somebody else has it then.");
  await ana.mouse.up();
  await expect(panelOf(ana).getByRole("button", { name: "Book Lantern" })).toBeDisabled();
});

test("one's own booking is dragged to another time; the price comes first, then it moves", async ({ ana, space }) => {
  await openDay(ana, space, `&minutes=60&resource=${space.resources["Lantern"]}`);
  const panel = panelOf(ana);
  await panel.getByRole("button", { name: "Book Lantern" }).click();
  await expect(panel.getByRole("link", { name: "See the booking" })).toBeVisible();
  const track = trackOf(ana, space.resources["Lantern"] ?? "", shown);
  await track.drag(10.5, 15.5);
  await ana.mouse.up();
  await expect(panel.getByText("15:00 – 16:00")).toBeVisible();
  await expect(panel.getByText("Same price as before.")).toBeVisible();
  await panel.getByRole("button", { name: "Move it" }).click();
  await expect(ana.getByText(/^Moved to Lantern/)).toBeVisible();
  await expect(track.element).toContainText("15–16");
  await expect(track.element).not.toContainText("10–11");
});

test("what others book appears without a reload, and the panel keeps what was chosen and says why not", async ({
  ana,
  open,
  space,
}) => {
  await openDay(ana, space, `&minutes=60&resource=${space.resources["Lantern"]}`);
  const panel = panelOf(ana);
  await expect(panel.getByRole("button", { name: "Book Lantern" })).toBeEnabled();
  const jonas = await open(space.jonas);
  await openDay(jonas, space, `&minutes=60&resource=${space.resources["Lantern"]}`);
  await panelOf(jonas).getByRole("button", { name: "Book Lantern" }).click();

  await expect(panel.getByRole("listitem").getByText("Somebody else has it then.")).toBeVisible();
  await expect(panel.getByRole("heading", { name: "Lantern" })).toBeVisible();
  await panel.getByRole("button", { name: "11:00–12:00" }).click();
  await expect(panel.getByRole("button", { name: "Book Lantern" })).toBeEnabled();
});

test("links, back and forward show the same day, wishes and slot", async ({ ana, space }) => {
  await openDay(ana, space, `&minutes=90`);
  await trackOf(ana, space.resources["Lantern"] ?? "", shown).press(14.1);
  await expect(panelOf(ana).getByText("14:00 – 15:30")).toBeVisible();
  await ana.goBack();
  await expect(panelOf(ana).getByText("10:00 – 11:30")).toBeVisible();
  await ana.goForward();
  await expect(panelOf(ana).getByText("14:00 – 15:30")).toBeVisible();
  await ana.reload();
  await expect(panelOf(ana).getByText("14:00 – 15:30")).toBeVisible();
  await expect(ana.getByRole("combobox", { name: "People, for" })).toHaveValue("6");
});

test("a booking is moved to another day, and never booked twice on the way", async ({ ana, space }) => {
  await openDay(ana, space, `&minutes=60&resource=${space.resources["Lantern"]}`);
  const panel = panelOf(ana);
  await panel.getByRole("button", { name: "Book Lantern" }).click();
  await expect(panel.getByRole("link", { name: "See the booking" })).toBeVisible();
  const track = trackOf(ana, space.resources["Lantern"] ?? "", shown);
  await track.press(10.5);
  await expect(panel.getByText("Drag it to another time or room")).toBeVisible();
  await ana.getByRole("button", { name: "Next day" }).click();
  await expect(panel.getByText(/^Was Lantern/)).toBeVisible();
  await track.press(13.1);
  await expect(panel.getByText("13:00 – 14:00")).toBeVisible();
  await panel.getByRole("button", { name: "Move it" }).click();
  await expect(ana.getByText(/^Moved to Lantern/)).toBeVisible();
  await expect(track.element).toContainText("13–14");
  await ana.getByRole("button", { name: "Previous day" }).click();
  await expect(track.element).not.toContainText("10–11");
});
