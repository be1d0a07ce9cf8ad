import { readFile } from "node:fs/promises";
import { expect, test } from "./support/test.ts";

// Each of these walks several pages, in two windows.
test.describe.configure({ timeout: 90_000 });

test("a manager gives credits with a reason, takes one back, and the member sees both", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/manage/credits");
  const whose = page.getByRole("combobox", { name: "Whose credits" });
  await whose.click();
  await whose.pressSequentially("Ana");
  await page.getByRole("option", { name: "Ana Ferreira" }).click();
  await expect(page.getByText("No credits", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Give credits" }).click();
  const form = page.getByRole("dialog", { name: "Give credits to Ana Ferreira" });
  await form.getByRole("button", { name: "Give", exact: true }).click();
  await expect(form.getByText("This is needed.").first()).toBeVisible();
  await form.getByLabel("How much").fill("9.5");
  await form.getByLabel("Reason").fill("Sorry for the broken projector");
  await form.getByLabel(/^Last day to use them/).fill("2020-01-01");
  await form.getByRole("button", { name: "Give", exact: true }).click();
  await expect(form.getByText("That day is over: they could not be used.")).toBeVisible();
  await form.getByLabel(/^Last day to use them/).fill("2090-12-31");
  await form.getByText("Some kinds").click();
  await form.getByText("Rooms", { exact: true }).click();
  await form.getByRole("button", { name: "Give", exact: true }).click();
  await expect(page.getByText("Ana Ferreira has 9 h 30 min more.")).toBeVisible();
  const lot = page.getByRole("row", { name: /Sorry for the broken projector/ }).first();
  await expect(lot).toContainText("Rooms");
  await expect(lot).toContainText("2090");

  await lot.getByRole("button", { name: "Take back of “Sorry for the broken projector”" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByLabel("How much").fill("12");
  await question.getByRole("button", { name: "Take back" }).click();
  await expect(question.getByText("There are only 9 h 30 min left.")).toBeVisible();
  await expect(question.getByText("A reason is needed.")).toBeVisible();
  await question.getByLabel("How much").fill("1");
  await question.getByLabel("Reason").fill("One hour too many");
  await question.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("1 h taken back.")).toBeVisible();
  const movements = page.getByRole("group", { name: "Movements" });
  await expect(movements.getByRole("row", { name: /Taken back · One hour too many/ })).toContainText("8 h 30 min");

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^room_minutes-\d{4}-\d\d-01-.*\.csv$/);
  expect(await readFile(await file.path(), "utf8")).toContain("Taken back,By hand,One hour too many");

  const member = await open(space.ana);
  await member.goto("/credits");
  await expect(member.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 20_000 });
  await expect(member.getByText("8 h 30 min").first()).toBeVisible();
  await expect(member.getByText("Sorry for the broken projector").first()).toBeVisible();
});

test("credits are given by the keyboard alone, and leaving a half-typed form asks first", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto(`/manage/credits?person=${space.ana.personId}`);
  await page.getByRole("button", { name: "Give credits" }).focus();
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog", { name: "Give credits to Ana Ferreira" });
  await form.getByLabel("How much").focus();
  await page.keyboard.type("2");
  await page.keyboard.press("Tab");
  await page.keyboard.type("A good neighbour");
  await page.keyboard.press("Escape");
  const question = page.getByRole("alertdialog", { name: "Discard your changes?" });
  await question.getByRole("button", { name: "Keep editing" }).press("Enter");
  await expect(question).toBeHidden();
  await form.getByLabel("Reason").press("Enter");
  await expect(page.getByText("Ana Ferreira has 2 h more.")).toBeVisible();
});

test("a reason without a space or an end breaks no page, also on a phone", async ({ open, space }) => {
  const page = await open(space.mira, { viewport: { width: 390, height: 844 } });
  await page.goto(`/manage/credits?person=${space.ana.personId}&edit=give`);
  const form = page.getByRole("dialog", { name: "Give credits to Ana Ferreira" });
  await form.getByLabel("How much").fill("16666666666");
  await form.getByLabel("Reason").fill("Sorryfortheprojector".repeat(10));
  await form.getByLabel(/^Last day to use them/).fill("2090-12-31");
  await form.getByRole("button", { name: "Give", exact: true }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText("Lapses next", { exact: true }).last()).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "the page is not wider than the phone").toBe(0);
});

test("a team shares credits and owes as far as it may; its people lead to it", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/manage/teams?edit=new");
  await page.getByRole("dialog").getByLabel("Name").fill("Harbour Studio");
  await page.getByRole("dialog").getByRole("button", { name: "Add a team" }).click();
  await page.getByRole("link", { name: "Credits of Harbour Studio" }).click();
  await expect(page.getByText("Nothing is shared here.", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Allow an overdraft" }).click();
  const form = page.getByRole("dialog", { name: "Overdraft of Harbour Studio" });
  await form.getByLabel("May owe up to").fill("20");
  await form.getByLabel("Reason").fill("A good customer");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("May owe 20 black and white pages", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Give credits" }).click();
  const give = page.getByRole("dialog", { name: "Give credits to Harbour Studio" });
  await give.getByLabel("What").selectOption({ label: "Money in USD" });
  await give.getByLabel("How much").fill("12.5");
  await give.getByLabel("Reason").fill("Deposit");
  await give.getByRole("button", { name: "Give", exact: true }).click();
  await expect(page.getByText("Harbour Studio has $12.50 more.")).toBeVisible();

  await page.goto("/manage/people");
  await page.getByRole("link", { name: "Jonas Weil", exact: true }).click();
  await page.getByRole("dialog").getByLabel("Team").selectOption({ label: "Harbour Studio" });
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("link", { name: "Credits of Jonas Weil" }).click();
  await expect(page.getByRole("row", { name: /Deposit/ }).first()).toContainText("of the team");
  await expect(page.getByRole("button", { name: /^Take back of/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Team Harbour Studio" }).click();
  await expect(page.getByRole("button", { name: "Take back of “Deposit”" })).toBeVisible();
});

test("a plan gives more from now on, and its members have it at once", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/manage/plans");
  await page.getByRole("link", { name: "Full-time", exact: true }).click();
  const form = page.getByRole("dialog", { name: "Plan" });
  await form.getByRole("button", { name: "Add credits" }).click();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("This is needed.")).toBeVisible();
  await form.getByLabel("How much a month").fill("12");
  await form.getByText("Some kinds").click();
  await form.getByText("Rooms", { exact: true }).click();
  await form.getByText("Booths", { exact: true }).click();
  await form.getByLabel(/^Carries over at most/).fill("4");
  await expect(form.getByText(/^Until then everybody keeps what they were given/)).toBeVisible();
  await form.getByRole("radio", { name: /^From now on/ }).check();
  await expect(form.getByText(/4 people on this plan get what is more, at once/)).toBeVisible();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Full-time is saved.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Full-time/ })).toContainText("12 h");
  await page.goto(`/manage/credits?person=${space.ana.personId}`);
  await expect(page.getByRole("row", { name: /^Room time/ })).toContainText("12 h");
  await expect(page.getByRole("row", { name: /From the plan/ }).first()).toContainText("Rooms or Booths");
});

test("a pack is put on sale, changed, bought by a member, and archived", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/manage/packs");
  await page.getByRole("button", { name: "Add a pack" }).click();
  const form = page.getByRole("dialog", { name: "New pack" });
  await form.getByLabel("Name").fill("100 colour pages");
  await form.getByLabel("What").selectOption({ label: "Copier, colour" });
  await form.getByLabel("How much").fill("100");
  await form.getByLabel("Price").fill("20");
  await form.getByLabel(/^Days to use it/).fill("90");
  await form.getByRole("button", { name: "Add a pack" }).click();
  await expect(page.getByText("“100 colour pages” is saved.")).toBeVisible();
  const row = page.getByRole("row", { name: /100 colour pages/ });
  await expect(row).toContainText("90 days");
  await expect(row).toContainText("$20.00");

  const member = await open(space.ana);
  await member.goto("/credits");
  await expect(member.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 20_000 });
  await expect(member.getByText("100 colour pages").first()).toBeVisible();

  await page.goto(`/manage/credits?person=${space.jonas.personId}`);
  await page.getByRole("button", { name: "Sell a pack" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sell for $20.00" }).click();
  await expect(page.getByText("Jonas Weil has “100 colour pages”.")).toBeVisible();
  await expect(page.getByRole("group", { name: "Open charges" }).getByText("$20.00").first()).toBeVisible();
  await page.goto("/manage/packs");
  await page.getByRole("link", { name: "100 colour pages" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("“100 colour pages” is no longer sold.")).toBeVisible();
  await expect(page.getByText("No packs yet")).toBeVisible();
});

test("the front desk reads credits and gives none", async ({ open, space }) => {
  const page = await open(space.priya);
  await page.goto(`/manage/credits?person=${space.ana.personId}&edit=give`);
  await expect(page.getByRole("heading", { name: "Left now" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  for (const name of ["Give credits", "Sell a pack", "Allow an overdraft"])
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  await page.goto("/manage/packs");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is for other roles");
});
