import type { Page } from "@playwright/test";
import { dayIn, expect, test } from "./support/test.ts";

interface Words {
  readonly panel: string;
  readonly title: RegExp;
  readonly book: string;
  readonly bookAny: RegExp;
  readonly price: string;
  readonly justTaken: string;
  readonly yours: string;
  readonly anyYours: RegExp;
}

const languages: Record<string, Words> = {
  "en-GB": {
    panel: "Your booking",
    title: /^Title/,
    book: "Book Lantern",
    bookAny: /^Book \w/,
    price: "$25.44",
    justTaken: "Just taken",
    yours: "Lantern is yours",
    anyYours: / is yours$/,
  },
  "de-DE": {
    panel: "Ihre Buchung",
    title: /^Titel/,
    book: "Lantern buchen",
    bookAny: /^\w+ buchen$/,
    price: "25,44 $",
    justTaken: "Gerade eben vergeben",
    yours: "Lantern ist für Sie gebucht",
    anyYours: / ist für Sie gebucht$/,
  },
};

for (const [locale, words] of Object.entries(languages)) {
  test(`${locale}: two members press Book on the last slot: one gets it, the other the next best as a button`, async ({
    open,
    space,
  }) => {
    const tomorrow = dayIn(space.timeZone, 1).toString();
    const address = `/book?date=${tomorrow}&time=14%3A00&minutes=60&people=6&resource=${space.resources["Lantern"]}`;
    const pages = await Promise.all([open(space.ana, { locale }), open(space.jonas, { locale })]);
    for (const [index, page] of pages.entries()) {
      await page.goto(address);
      await panelOf(page, words).getByLabel(words.title).fill(`Meeting ${index}`);
      await expect(bookButton(page, words)).toBeEnabled();
      await expect(panelOf(page, words).getByText(words.price)).toBeVisible();
    }
    await Promise.all(pages.map((page) => bookButton(page, words).click()));

    const outcomes = await Promise.all(pages.map((page) => outcomeOf(page, words)));
    expect(outcomes.toSorted()).toEqual(["got it", "was late"]);
    const late = pages[outcomes.indexOf("was late")];
    if (!late) throw new Error("Nobody was late.");

    await test.step("what was typed is still there, and one press takes the next best", async () => {
      const panel = panelOf(late, words);
      await expect(panel.getByText(words.justTaken)).toBeVisible();
      await expect(panel.getByLabel(words.title)).toHaveValue(`Meeting ${outcomes.indexOf("was late")}`);
      const next = panel.getByRole("button", { name: /\d\d:\d\d–\d\d:\d\d/ }).first();
      await expect(next).toBeVisible();
      await next.click();
      await expect(panel.getByText(words.justTaken)).toBeHidden();
      await panel.getByRole("button", { name: words.bookAny }).click();
      await expect(late.getByText(words.anyYours)).toBeVisible();
    });
  });
}

function panelOf(page: Page, { panel }: Words) {
  return page.getByRole("complementary", { name: panel });
}

function bookButton(page: Page, words: Words) {
  return panelOf(page, words).getByRole("button", { name: words.book });
}

/** Waits for either end of a try. */
async function outcomeOf(page: Page, { yours, justTaken }: Words): Promise<"got it" | "was late"> {
  const got = page.getByText(yours);
  const late = page.getByText(justTaken);
  await expect(got.or(late).first()).toBeVisible();
  return (await got.isVisible()) ? "got it" : "was late";
}
