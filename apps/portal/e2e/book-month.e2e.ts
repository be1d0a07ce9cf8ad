import { dayIn, expect, test } from "./support/test.ts";

test.use({ wish: { hours: [480, 1140] } });

test("the month says how full each day is; its keys lead to the day", async ({ ana, space }) => {
  const date = dayIn(space.timeZone, 40);
  const lantern = space.resources["Lantern"];
  await ana.goto(`/book?date=${date.toString()}&time=10:00&minutes=240&people=6&resource=${lantern}`);
  await ana.getByRole("button", { name: "Book Lantern" }).click();
  await expect(ana.getByText("Lantern is yours")).toBeVisible();

  await ana.getByText("Month", { exact: true }).click();
  await ana.getByRole("combobox", { name: "of" }).selectOption({ label: "Lantern" });
  const cell = ana.getByRole("gridcell", { name: /36% booked, Lantern 10:00/ });
  await expect(cell).toBeVisible();
  await expect(ana.getByRole("region", { name: "Yours this month" }).getByRole("link")).toHaveCount(1);

  await cell.focus();
  await ana.keyboard.press("PageDown");
  await expect(ana.getByRole("heading", { level: 2, name: monthName(date.add({ months: 1 })) })).toBeVisible();
  await ana.keyboard.press("PageUp");
  await ana.keyboard.press("ArrowRight");
  await ana.keyboard.press("Enter");
  await expect(ana).toHaveURL(new RegExp(`date=${date.add({ days: 1 }).toString()}`));
  await expect(ana.getByRole("grid", { name: /^Old Harbour, / })).toBeVisible();
});

function monthName(date: Temporal.PlainDate): string {
  const noon = date.toZonedDateTime({ timeZone: "UTC", plainTime: "12:00" });
  return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    noon.epochMilliseconds,
  );
}
