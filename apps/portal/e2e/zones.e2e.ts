import { create } from "./support/api.ts";
import { dayIn, expect, test } from "./support/test.ts";

// Everybody reads the clock of the place; where that is not the reader's own, it says so.

test("away from home, every time that one chooses says whose it is; at home none does", async ({ open, space }) => {
  const day = dayIn(space.timeZone, 1).toString();
  const path = `/book?date=${day}&time=10:00&resource=${space.resources["Lantern"]}`;
  const away = await open(space.ana, { timezoneId: "Europe/Lisbon" });
  await away.goto(path);
  await expect(away.getByText("All times are Kathmandu time")).toBeVisible();
  const panel = away.getByRole("complementary");
  await expect(panel.getByText(/10:00 – 11:00\s+Kathmandu time/)).toBeVisible();
  await panel.getByRole("button", { name: "Book Lantern" }).click();
  await panel.getByRole("link", { name: "See the booking" }).click();
  await away.getByRole("button", { name: "Change", exact: true }).click();
  await expect(away.getByRole("dialog").getByText("In Kathmandu time.")).toBeVisible();
  await away.goto("/");
  await expect(
    away
      .getByRole("banner")
      .or(away.getByRole("main"))
      .getByText(/Kathmandu time/)
      .first(),
  ).toBeVisible();

  const home = await open(space.ana, { timezoneId: space.timeZone });
  for (const page of [path, "/", "/bookings"]) {
    await home.goto(page);
    await expect(home.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(home.getByText("Lantern").first()).toBeVisible();
    await expect(home.getByText(/Kathmandu time/)).toHaveCount(0);
  }
});

test("another place in Book says its clock, and Home stays where it was", async ({ open, space }) => {
  const desk = await open(space.mira);
  const tax = { taxName: null, taxBasisPoints: 0, taxInclusive: false, language: "en", region: null };
  await create(desk, "locations.create", { name: "Zambujal", timeZone: "Europe/Lisbon", currency: "EUR", ...tax });
  const page = await open(space.ana, { timezoneId: space.timeZone });
  await page.goto("/");
  await expect(page.getByRole("button", { name: /Old Harbour/ })).toBeVisible();
  await page.goto("/book");
  await expect(page.getByText(/^All times are/)).toHaveCount(0);
  await page.getByRole("combobox", { name: /^Location/ }).selectOption({ label: "Zambujal" });
  await expect(page.getByText("All times are Lisbon time")).toBeVisible();
  await page.getByRole("link", { name: "Home" }).first().click();
  await expect(page.getByRole("button", { name: /Old Harbour/ })).toBeVisible();
  await page.getByRole("link", { name: "Book", exact: true }).first().click();
  await expect(page.getByText(/^All times are/)).toHaveCount(0);
});
