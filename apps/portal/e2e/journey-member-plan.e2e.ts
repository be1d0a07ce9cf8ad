import type { Page } from "@playwright/test";
import { expectNoFindings } from "./support/axe.ts";
import { aContract, anOwner, aPricedPlan, aSellerWithAccount, bill } from "./support/billing.ts";
import { control, dayIn, expect, test } from "./support/test.ts";

// The run is the server's own job, and axe reads five pages.
test.describe.configure({ timeout: 150_000 });

const words = (day: Temporal.PlainDate) =>
  day.toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric" });
/** As the pages write a day: with the year where it is another one than today's. */
const near = (day: Temporal.PlainDate, today: Temporal.PlainDate) =>
  day.year === today.year ? day.toLocaleString("en-GB", { day: "numeric", month: "long" }) : words(day);
const panelOf = (page: Page) => page.getByRole("complementary", { name: "Change" });
const nextInvoice = (page: Page) => page.getByRole("region", { name: "Your next invoice" });

test("a member sees the next invoice, changes the plan, takes it back, pauses, ends, and understands an invoice", async ({
  open,
  space,
}) => {
  const owner = await anOwner({ open, space });
  await aSellerWithAccount(owner);
  const fullTime = await aPricedPlan(owner, "Full-time", { prices: [{ fromPeriod: 0, priceMinor: 320_00 }] });
  await aPricedPlan(owner, "Flex 10", { prices: [{ fromPeriod: 0, priceMinor: 180_00 }] });
  await aContract(owner, space, { personId: space.ana.personId }, fullTime);
  const [issued] = await bill(owner, space);
  const today = dayIn(space.timeZone, 0);
  const renewal = today.with({ day: 1 }).add({ months: 1 });
  const page = await open(space.ana, { viewport: { width: 1440, height: 900 } });

  await test.step("the next invoice, as a sentence with its lines", async () => {
    await page.goto("/account");
    await page.getByRole("link", { name: "Plan", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "My plan" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: "Full-time" })).toBeVisible();
    await expect(nextInvoice(page)).toContainText(`${near(renewal, today)}`);
    await expect(nextInvoice(page)).toContainText("your invoice of $339.20 comes");
    await expect(nextInvoice(page).getByText("Sales tax 6% on $320.00")).toBeVisible();
    await expectNoFindings(page, "my plan");
  });
  await test.step("going down: what it does to the invoice, then the button that says it", async () => {
    await panelOf(page)
      .getByRole("radio", { name: /Flex 10/ })
      .check();
    await expect(panelOf(page).getByText("Without the change it would be $339.20.")).toBeVisible();
    await expect(panelOf(page).getByText("$190.80")).toBeVisible();
    await expectNoFindings(page, "another plan, with what it does to the invoice");
    await panelOf(page)
      .getByRole("button", { name: `Change to Flex 10 on ${near(renewal, today)}` })
      .click();
    await expect(page.getByText(`Flex 10 from ${near(renewal, today)}`, { exact: true })).toBeVisible();
    await expect(nextInvoice(page)).toContainText("your invoice of $190.80 comes");
  });
  await test.step("it is taken back with one press", async () => {
    await page.getByRole("button", { name: /^Take it back: Flex 10/ }).click();
    await expect(page.getByText("It stays as it is.")).toBeVisible();
    await expect(nextInvoice(page)).toContainText("your invoice of $339.20 comes");
  });
  await test.step("today instead: what was paid for the days that are left comes back", async () => {
    await panelOf(page)
      .getByRole("radio", { name: /Flex 10/ })
      .check();
    await panelOf(page).getByText("Today", { exact: true }).click();
    await expect(panelOf(page).getByText("Full-time, given back")).toBeVisible();
    await expect(panelOf(page).getByText("Off your next invoice")).toBeVisible();
    await expect(panelOf(page).getByRole("button", { name: "Change to Flex 10 today" })).toBeVisible();
    await expect(panelOf(page).getByText(/^This counts at once/)).toBeVisible();
  });
  await test.step("a pause of the next month costs nothing, and undo is in the message", async () => {
    await panelOf(page).getByText("Pause", { exact: true }).click();
    await expect(panelOf(page).getByText(`$339.20 on ${near(renewal, today)} no longer come.`)).toBeVisible();
    await panelOf(page)
      .getByRole("button", { name: `Pause from ${near(renewal, today)}` })
      .click();
    const notice = page.getByText(/^Paused from .*, on again from /).first();
    await expect(notice).toBeVisible();
    await expectNoFindings(page, "a pause that is to come");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("It is not paused.")).toBeVisible();
  });
  await test.step("ending is as easy as going up", async () => {
    const last = renewal.subtract({ days: 1 });
    await panelOf(page).getByText("End it", { exact: true }).click();
    await expect(panelOf(page).getByText(/can end on .* at the earliest/)).toBeVisible();
    await panelOf(page)
      .getByRole("button", { name: `End it on ${near(last, today)}` })
      .click();
    await expect(page.getByText(`Ends on ${near(last, today)}`)).toBeVisible();
    await expect(nextInvoice(page)).toContainText("No more invoices come of it.");
    await expect(panelOf(page)).toHaveCount(0);
  });
  await test.step("each line of an invoice says what it is for, and how it is paid", async () => {
    await page.getByRole("link", { name: "Invoices", exact: true }).click();
    await page.getByRole("link", { name: new RegExp(`${issued?.number}`) }).click();
    await expect(page.getByRole("heading", { level: 1, name: `Invoice ${issued?.number}` })).toBeVisible();
    const month = today.with({ day: 1 });
    const membership = page.getByRole("region", { name: "Membership" });
    await expect(membership.getByRole("listitem")).toContainText("Full-time");
    await expect(membership.getByRole("listitem")).toContainText(words(renewal.subtract({ days: 1 })));
    await expect(membership.getByRole("listitem")).toContainText(String(month.day));
    await expect(page.getByText("Sales tax 6% on $320.00")).toBeVisible();
    await expect(page.getByText("DE89 3704 0044 0532 0130 00")).toBeVisible();
    await expect(page.getByText(`Please pay by ${words(today.add({ days: 14 }))}.`)).toBeVisible();
    await expectNoFindings(page, "an invoice");
    const address = await page.getByRole("link", { name: "Open the PDF" }).getAttribute("href");
    const pdf = await page.request.get(address ?? "");
    expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

test("on a phone the panel is a sheet, and back closes it", async ({ open, space }) => {
  const owner = await anOwner({ open, space });
  await aContract(owner, space, { personId: space.ana.personId }, await aPricedPlan(owner, "Full-time"));
  await aPricedPlan(owner, "Flex 10", { prices: [{ fromPeriod: 0, priceMinor: 90_00 }] });
  const page = await open(space.ana, { viewport: { width: 390, height: 844 } });
  await page.goto("/account/plan");
  await page.getByRole("button", { name: "Change plan" }).click();
  const sheet = page.getByRole("dialog", { name: "Change plan" });
  await sheet.getByRole("radio", { name: /Flex 10/ }).check();
  await expect(sheet.getByText(/^Without the change it would be/)).toBeVisible();
  await expectNoFindings(page, "the sheet of a change");
  await page.goBack();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "My plan" })).toBeVisible();
});

test("without a plan it says how one gets one, and one without a price says that nothing is billed", async ({
  open,
  space,
}) => {
  const page = await open(space.jonas);
  await page.goto("/account/plan");
  await expect(page.getByRole("heading", { name: "You have no plan yet" })).toBeVisible();
  await expectNoFindings(page, "no plan");
  await page.getByRole("link", { name: "Look at invoices" }).click();
  await expect(page.getByRole("heading", { name: "No invoices yet" })).toBeVisible();
});

test("a team admin sees what the team has, and changes its seats", async ({ open, space }) => {
  const owner = await anOwner({ open, space });
  const { teamId } = await control<{ teamId: string }>("/people/team", {
    personId: space.ana.personId,
    name: "Brightwater",
  });
  const studio = await aPricedPlan(owner, "Studio", {
    isPerSeat: true,
    prices: [{ fromPeriod: 0, priceMinor: 100_00 }],
  });
  await aContract(owner, space, { teamId }, studio, { quantity: 3 });
  const page = await open(space.ana, { viewport: { width: 1440, height: 900 } });
  await page.goto("/account/plan");
  await expect(page.getByText("For Brightwater · Old Harbour", { exact: false })).toBeVisible();
  const panel = panelOf(page);
  await panel.getByLabel("Seats").fill("5");
  await panel.getByLabel("Seats").blur();
  await expect(panel.getByText(/5 seats at \$100\.00/).first()).toBeVisible();
  await panel.getByRole("button", { name: /^5 seats from / }).click();
  await expect(page.getByText(/^Studio with 5 seats from /)).toBeVisible();
});
