import type { Page } from "@playwright/test";
import { dayIn, expect, test } from "./support/test.ts";
import { trackOf } from "./support/track.ts";

test.use({ wish: { hours: [480, 1140] } });

const panelOf = (page: Page) => page.getByRole("complementary", { name: "Your booking" });

test("pressing any place that can't be had says why, and offers what works", async ({ ana, space }) => {
  await ana.goto(`/book?date=${dayIn(space.timeZone, 1).toString()}&time=10:00&minutes=60&people=5`);
  const panel = panelOf(ana);
  const row = (name: string) => trackOf(ana, space.resources[name] ?? "", [8, 20]);
  await expect(ana.getByText("1 room fits · 1 free")).toBeVisible();

  // Closed.
  await row("Lantern").press(19.4);
  await expect(panel.getByRole("listitem").getByText("The space is closed then. Open 08:00 – 19:00.")).toBeVisible();
  await panel.getByRole("button", { name: "18:00–19:00" }).click();
  await expect(panel.getByRole("button", { name: "Book Lantern" })).toBeEnabled();

  // Too small for what was asked, which is no rule: it says so, and offers the one that fits.
  await expect(ana.getByRole("rowheader", { name: /Cooper 4 · too small/ })).toBeVisible();
  await row("Cooper").press(14.1);
  await expect(panel.getByText("Cooper seats 4, and you look for 5.")).toBeVisible();
  await panel.getByRole("button", { name: "Take Lantern" }).click();
  await expect(panel.getByRole("heading", { name: "Lantern" })).toBeVisible();
});

test("the desk sees what it may do while it books for somebody else", async ({ open, space }) => {
  const priya = await open(space.priya);
  const { Lantern } = space.resources;
  await priya.goto(
    `/book?date=${dayIn(space.timeZone, 1).toString()}&time=20:00&minutes=60&people=5&resource=${Lantern}`,
  );
  await expect(
    panelOf(priya)
      .getByRole("listitem")
      .getByText(/The space is closed then/),
  ).toBeVisible();
  await expect(priya.getByText("1 room fits · 1 free")).toHaveCount(0);
  await panelOf(priya).getByRole("combobox", { name: "Book for" }).fill("jonas");
  await priya.getByRole("option", { name: "Jonas Weil" }).click();
  await expect(
    panelOf(priya)
      .getByRole("listitem")
      .getByText(/The space is closed then/),
  ).toHaveCount(0);
  await expect(priya.getByText("1 room fits · 1 free")).toBeVisible();
  await expect(panelOf(priya).getByRole("button", { name: "Book Lantern" })).toBeEnabled();
});

test("when nothing fits, fewer wishes are suggested; when nothing is free, the nearest that works", async ({
  ana,
  space,
}) => {
  await ana.goto(`/book?date=${dayIn(space.timeZone, 1).toString()}&time=10:00&minutes=60&people=50`);
  await expect(ana.getByText("Nothing here fits that").first()).toBeVisible();
  await ana.getByRole("combobox", { name: "People, for" }).selectOption("6");
  await ana.getByRole("combobox", { name: "Start, at" }).selectOption("20:00");
  const panel = panelOf(ana);
  await expect(panel.getByRole("heading", { name: "Nothing is free at 20:00" })).toBeVisible();
  await panel.getByRole("button", { name: /Lantern 18:00 – 19:00/ }).click();
  await expect(panel.getByRole("button", { name: "Book Lantern" })).toBeEnabled();
});
