import type { Page } from "@playwright/test";
import { expectNoFindings } from "./support/axe.ts";
import { control, dayIn, expect, test } from "./support/test.ts";
import type { TestSpace } from "./support/make-space.ts";

// Each of these walks many pages, and a job of the server has its part in it.
test.describe.configure({ timeout: 240_000 });

/** Mira, as the owner of the space: somebody who may bill. */
async function owner(open: (person: TestSpace["mira"]) => Promise<Page>, { mira }: TestSpace): Promise<Page> {
  await control("/people/role", { personId: mira.personId, role: "owner" });
  return open(mira);
}

test("a price is published, a contract signed, a month billed, its books balance, and its invoice is credited", async ({
  open,
  space,
}) => {
  const page = await owner(open, space);
  await publishPrice(page);
  await signFor(page, "Ana Ferreira");
  await expectNoFindings(page, "a contract");

  await page.goto("/manage/billing");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("run");
  await expect(page.getByRole("row", { name: /Ana Ferreira/ })).toContainText("250.00");
  await expect(page.getByText("This is the first run.")).toBeVisible();
  await expect(page.getByText("Issued invoices are never changed, only credited.")).toBeVisible();
  await expectNoFindings(page, "a billing run");
  await page.getByRole("link", { name: "Ana Ferreira" }).click();
  const account = page.getByRole("dialog", { name: "Invoice of Ana Ferreira" });
  await expect(account.getByText("Deposit for Full-time")).toBeVisible();
  await page.keyboard.press("Escape");
  await issue(page);
  await expect(page.getByText("1 invoice issued. $262.00")).toBeVisible({ timeout: 30_000 });
  await expectNoFindings(page, "the results of a run");

  // The month after has the fee again, and no deposit.
  const next = dayIn(space.timeZone, 0).add({ months: 1 }).toString();
  await page.goto(`/manage/billing?date=${next}`);
  const row = page.getByRole("row", { name: /Ana Ferreira/ });
  await expect(row).toContainText("Deposits only once −50.00");
  await expect(row).toContainText("250.00");
  await expect(row).toContainText("200.00");
  await expectNoFindings(page, "what differs from the run before");

  await page.goto("/manage/invoices");
  const number = page.getByRole("table").getByRole("link").first();
  const invoiced = (await number.textContent()) ?? "";
  await number.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Invoice ${invoiced}`);
  await expectNoFindings(page, "an invoice");

  await page.goto("/manage/journal");
  await expect(page.getByText("Debits and credits agree.")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Receivables/ }).first()).toContainText("262.00");
  await expectNoFindings(page, "the journal");
  await page.getByRole("link", { name: invoiced }).click();

  await page.getByRole("button", { name: "Issue a credit note" }).click();
  const credit = page.getByRole("dialog", { name: `Credit note for ${invoiced}` });
  await expect(credit.getByText("A credit note over $262.00 is issued, dated today.")).toBeVisible();
  await credit.getByRole("radio", { name: /^Some lines/ }).check();
  await credit.getByRole("checkbox", { name: /^Deposit/ }).check();
  await expect(credit.getByText("$212.00 of the invoice are left.")).toBeVisible();
  await credit.getByLabel("Reason").fill("No deposit was agreed");
  await expectNoFindings(page, "a credit note");
  await credit.getByRole("button", { name: "Give back $50.00" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Credit note");
  await expect(page.getByText("No deposit was agreed")).toBeVisible();
  await page.goto("/manage/journal");
  await expect(page.getByText("Debits and credits agree.")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Receivables/ }).first()).toContainText("212.00");
});

test("a contract is changed, paused, resumed and ended, each after saying what it does", async ({ open, space }) => {
  const page = await owner(open, space);
  await publishPrice(page);
  await signFor(page, "Jonas Weil");
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  const pause = page.getByRole("dialog", { name: "Pause for Jonas Weil" });
  const [from, until] = [dayIn(space.timeZone, 10).toString(), dayIn(space.timeZone, 20).toString()];
  await pause.getByLabel("First day that costs nothing").fill(from);
  await pause.getByLabel(/^First day that counts again/).fill(until);
  await expect(pause.getByText("Next invoice with it")).toBeVisible();
  await expectNoFindings(page, "a pause");
  await pause.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByText("Jonas Weil is paused.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Pauses" })).toBeVisible();
  await page.getByRole("button", { name: "Take the pause back" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take the pause back" }).click();
  await expect(page.getByRole("region", { name: "Pauses" })).toHaveCount(0);

  await page.getByRole("button", { name: "End", exact: true }).click();
  const end = page.getByRole("dialog", { name: "End the contract of Jonas Weil" });
  await end.getByLabel("Last day").fill(dayIn(space.timeZone, 5).toString());
  await expect(end.getByText(/^The last day is/)).toBeVisible();
  await end.getByRole("button", { name: "End it" }).click();
  await expect(page.getByText("The contract of Jonas Weil ends.")).toBeVisible();
  await expect(page.getByText(/^Ends /).first()).toBeVisible();
  await page.getByRole("button", { name: "Take the end back" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take the end back" }).click();
  await expect(page.getByText("Running", { exact: true })).toBeVisible();
  await page.goto("/manage/contracts");
  await expect(page.getByRole("row", { name: /Jonas Weil/ })).toContainText("$200.00 a month");
  await expectNoFindings(page, "all contracts");
});

/** $200 a month without tax and $50 as a deposit, for everybody who has the plan from now on. */
async function publishPrice(page: Page): Promise<void> {
  await page.goto("/manage/plans");
  await page.getByRole("link", { name: "Publish a price: Full-time" }).click();
  const form = page.getByRole("dialog", { name: "A price for Full-time" });
  await form.getByRole("button", { name: "Publish" }).click();
  await expect(form.getByText("This is needed.").first()).toBeVisible();
  await form.getByLabel("Price", { exact: true }).fill("200");
  await form.getByLabel(/^Deposit/).fill("50");
  await form.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Full-time has a new price.")).toBeVisible();
  await expect(page.getByText("$200.00 a month")).toBeVisible();
  await expectNoFindings(page, "plans with their prices");
}

/** From today on; leads to the contract's page. */
async function signFor(page: Page, name: string): Promise<void> {
  await page.goto("/manage/contracts");
  await page.getByRole("button", { name: "Sign a contract" }).click();
  const form = page.getByRole("dialog", { name: "Sign a contract" });
  await form.getByRole("combobox", { name: "Who" }).click();
  await form.getByRole("combobox", { name: "Who" }).pressSequentially(name.slice(0, 4));
  await page.getByRole("option", { name }).click();
  await form.getByLabel("Price").selectOption({ label: "Full-time, $200.00 a month" });
  await expect(form.getByText("$50.00 deposit, which comes back at the end")).toBeVisible();
  await expectNoFindings(page, "signing a contract");
  await form.getByRole("button", { name: "Sign", exact: true }).click();
  await expect(page.getByText(`${name} has a contract.`)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function issue(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Issue 1 invoice" }).click();
  const question = page.getByRole("alertdialog", { name: "Issue 1 invoice?" });
  await question.getByRole("button", { name: "Issue 1 invoice" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Run of");
}
