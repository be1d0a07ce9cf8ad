import type { Page } from "@playwright/test";
import { create } from "./support/api.ts";
import { dayIn, expect, test } from "./support/test.ts";

test("a booking that needs approval is approved at the desk, and the next one declined with a reason", async ({
  open,
  space,
  ana,
}) => {
  const mira = await open(space.mira);
  await mira.goto("/manage/rules?edit=new");
  const rule = mira.getByRole("dialog", { name: "New rule" });
  await rule.getByLabel("Name of the rule").fill("Ask first");
  await rule.getByLabel("For what").selectOption("Lantern");
  await rule.getByLabel("Each booking waits for approval").check();
  await rule.getByRole("button", { name: "Add a rule" }).click();
  await expect(mira.getByText("Lantern: each booking needs approval.")).toBeVisible();

  const tomorrow = dayIn(space.timeZone, 1).toString();
  const ask = async (time: string) => {
    await ana.goto(
      `/book?date=${tomorrow}&time=${encodeURIComponent(time)}&minutes=60&people=6&resource=${space.resources["Lantern"]}`,
    );
    await ana.getByRole("button", { name: "Ask for Lantern" }).click();
    await expect(ana.getByText("You asked for Lantern")).toBeVisible();
  };
  await ask("14:00");
  const priya = await open(space.priya);
  await priya.goto("/manage");
  const waiting = priya.getByRole("region", { name: /Waiting for you/ });
  await expect(waiting.getByText(/Ana Ferreira asks/)).toBeVisible();
  await waiting.getByRole("button", { name: "Approve" }).click();
  await expect(priya.getByText("Nothing waits for an approval.")).toBeVisible();

  // The desk's page is open: the next wish appears by itself.
  await ask("16:00");
  await waiting.getByRole("button", { name: "Decline…" }).click();
  const question = priya.getByRole("alertdialog");
  await question.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(question.getByText("A reason is needed.")).toBeVisible();
  await question.getByLabel("Reason").fill("The floor is being waxed");
  await question.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(waiting.getByText("Nothing waits for an approval.")).toBeVisible();
});

test("the desk books for a member past a rule, and says so before the click", async ({ open, space }) => {
  const page = await open(space.priya);
  await page.goto("/manage/bookings");
  await page.getByRole("button", { name: "Book for a member" }).click();
  const form = page.getByRole("dialog", { name: "Book for a member" });
  await expect(form.getByRole("button", { name: "Book", exact: true })).toHaveAttribute("aria-disabled", "true");
  await form.getByRole("combobox", { name: "Member" }).fill("jonas");
  await page.getByRole("option", { name: "Jonas Weil" }).click();
  await form.getByLabel("Room or desk").selectOption("Cooper");
  await form.getByLabel("From").fill("23:10");
  await form.getByLabel("Until").fill("23:30");
  await expect(form.getByText("Rules would stop Jonas Weil")).toBeVisible();
  await expect(form.getByText(/Half hours/).first()).toBeVisible();
  await form.getByRole("button", { name: "Book", exact: true }).click();
  await expect(page.getByText(/Cooper, .* is booked\./)).toBeVisible();
  await expect(page.getByRole("row", { name: /23:10 – 23:30.*Cooper.*Jonas Weil/ })).toBeVisible();
  await removeFirst(page);
  await expect(page.getByText("Cooper is deleted.")).toBeVisible();
});

async function removeFirst(page: Page): Promise<void> {
  await page.getByRole("button", { name: /More for Cooper/ }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question.getByText(/no fee, and no record in the member’s list/)).toBeVisible();
  await question.getByLabel("Reason").fill("Entered twice");
  await question.getByRole("button", { name: "Delete the booking" }).click();
}

test("the simulator says no with the rule and what works, then yes with the price", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/manage/simulator");
  await page.getByRole("combobox", { name: "Member" }).fill("Ana");
  await page.getByRole("option", { name: "Ana Ferreira" }).click();
  await page.getByLabel("Room or desk").selectOption("Lantern");
  await page.getByLabel("From").fill("13:10");
  await page.getByLabel("Until").fill("14:20");
  await expect(page.getByText("Bookings start and end in steps of 30 min.")).toBeVisible();
  const rule = page.getByRole("link", { name: "Rule “Half hours”" });
  await expect(rule).toHaveAttribute("href", /\/manage\/rules\?edit=/);
  await page.getByRole("region", { name: "The nearest slots that would work" }).getByRole("button").first().click();
  await expect(page.getByText("Ana Ferreira can book Lantern then.")).toBeVisible();
  await expect(page.getByText("at $24.00 an hour").first()).toBeVisible();
});

test("taking away desks that are promised is refused, and leads to their bookings", async ({ open, space, ana }) => {
  const tomorrow = dayIn(space.timeZone, 1).toString();
  for (const desk of [1, 2, 3]) {
    await ana.goto(`/book?date=${tomorrow}&time=10%3A00&minutes=60&resource=${space.resources["Window desks"]}`);
    await ana.getByRole("button", { name: "Book Window desks" }).click();
    if (desk > 1) await ana.getByRole("alertdialog").getByRole("button", { name: "Book both" }).click();
    await expect(ana.getByText("Window desks is yours")).toBeVisible();
  }
  const mira = await open(space.mira);
  await mira.goto(`/manage/resources?edit=${space.resources["Window desks"]}`);
  const form = mira.getByRole("dialog", { name: "Window desks" });
  await form.getByLabel("How many of them").fill("1");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Some of these have bookings ahead")).toBeVisible();
  await expect(form.getByLabel("How many of them")).toHaveValue("1");
  await form.getByRole("link", { name: "See the bookings" }).click();
  await expect(mira.getByRole("heading", { level: 1 })).toHaveText("Bookings");
});

test("a manager reads on Today how old the last backup is; the front desk does not", async ({ open, space }) => {
  const mira = await open(space.mira);
  await mira.goto("/manage");
  await expect(mira.getByText("No backups are made by themselves here.")).toBeVisible();
  const priya = await open(space.priya);
  await priya.goto("/manage");
  await expect(priya.getByRole("heading", { name: "Now and next" })).toBeVisible();
  await expect(priya.getByText(/backups?/i)).toHaveCount(0);
});

test("the desk lets a member off the fee with a reason, and the member's history shows it", async ({
  open,
  space,
  ana,
}) => {
  const priya = await open(space.priya);
  // Late enough for half of it, and not yet for all: in Kathmandu half hours begin at 15 and 45 minutes of UTC.
  const halfHour = 30 * 60_000;
  const start = Math.ceil(Date.now() / halfHour) * halfHour + 105 * 60_000;
  const wish = {
    resourceId: space.resources["Lantern"],
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + 2 * halfHour).toISOString(),
    forPersonId: space.ana.personId,
    title: "Workshop",
    isTitlePublic: false,
    expectedTotalMinor: 2544,
  };
  const { id } = await create<{ id: string }>(priya, "bookings.book", wish);
  await priya.goto(`/bookings/${id}`);
  await priya.getByRole("button", { name: "Cancel this booking" }).click();
  const question = priya.getByRole("alertdialog");
  await expect(question.getByRole("button", { name: "Cancel with the fee of $12.72" })).toBeVisible();
  await question.getByLabel("Waive the fee").check();
  await question.getByRole("button", { name: "Cancel, waive the fee" }).click();
  await expect(question.getByText("A reason is needed.")).toBeVisible();
  await question.getByLabel("Why it is waived").fill("The heating was off");
  await question.getByRole("button", { name: "Cancel, waive the fee" }).click();
  await expect(question).toBeHidden();

  await ana.goto(`/bookings/${id}`);
  await expect(ana.getByText("The fee was waived: The heating was off")).toBeVisible();
  const history = ana.getByRole("region", { name: "History" });
  await expect(history.getByText(/Priya Nair waived the fee.*The heating was off/)).toBeVisible();
  await ana.goto("/credits");
  await expect(ana.getByText(/12\.72/)).toHaveCount(0);
});
