import { expect, type Page } from "@playwright/test";

/** What the calendar says, in the language of the page. */
export interface DateWords {
  readonly date: RegExp;
  readonly dialog: string;
  readonly next: string;
  readonly locale: string;
}

/** Opens the calendar behind the date and chooses a day. */
export async function chooseDay(page: Page, day: Temporal.PlainDate, words: DateWords): Promise<void> {
  await page.getByRole("button", { name: words.date }).click();
  const calendar = page.getByRole("dialog", { name: words.dialog });
  await expect(calendar.getByRole("grid")).toBeVisible();
  const name = day.toLocaleString(words.locale, { day: "numeric", month: "long", year: "numeric" });
  const cell = calendar.getByRole("button", { name: new RegExp(`(^|\\s)${name}`) });
  if ((await cell.count()) === 0) await calendar.getByRole("button", { name: words.next }).click();
  await cell.first().click();
}
