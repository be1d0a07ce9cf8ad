import type { Page } from "@playwright/test";
import { ask, change } from "./support/api.ts";
import { expect, test } from "./support/test.ts";

// Each of these walks several pages, in two windows.
test.describe.configure({ timeout: 90_000 });

test("a copier reports, an unknown user is named once and for all, and is charged by the price table", async ({
  open,
  space,
}) => {
  const page = await open(space.mira);
  await page.goto("/manage/copiers");
  await page.getByRole("button", { name: "Begin with A4, A3 and other sizes" }).click();
  await page.getByLabel("A4, Black and white, one side: money a side").fill("0.05");
  await page.getByLabel("A4, Black and white, both sides: money a side").fill("0.04");
  await page.getByLabel("A3, Colour, one side: pages a side").fill("2");
  await page.getByRole("button", { name: "Save the prices" }).click();
  await expect(page.getByText("Say the price as well; 0 is free.")).toBeVisible();
  await page.getByLabel("A3, Colour, one side: pages a side").fill("");
  await expect(page.getByText(/come out on 3 sheets and cost \$0\.21, or 5 pages/)).toBeVisible();
  await page.getByRole("button", { name: "Save the prices" }).click();
  await expect(page.getByText("The prices are saved.")).toBeVisible();
  const token = await addCopier(page, "Copier on the first floor");
  await expect(page.getByText("Waiting for its agent")).toBeVisible();
  await report(token, [
    printed({ user: "jweil", sides: 3 }),
    printed({ user: "jweil", sides: 5, isDuplex: true }),
    printed({ user: "reception", sides: 1 }),
  ]);

  const desk = await open(space.priya);
  await desk.goto("/manage");
  await expect(desk.getByText("2 things about printing need a word from you.")).toBeVisible();
  await desk.getByRole("link", { name: "Open the print queue" }).click();
  await expect(desk.getByText("8 sides in 2 prints")).toBeVisible();
  await desk.getByRole("button", { name: "Say who jweil is" }).click();
  const dialog = desk.getByRole("dialog", { name: "Who is jweil?" });
  await dialog.getByRole("button", { name: "Assign" }).click();
  await expect(dialog.getByText("Choose somebody.")).toBeVisible();
  await dialog.getByRole("combobox").pressSequentially("Jonas");
  await desk.getByRole("option", { name: "Jonas Weil" }).click();
  await dialog.getByRole("button", { name: "Assign" }).click();
  await expect(desk.getByText("jweil is Jonas Weil from now on. 2 prints are settled.")).toBeVisible();
  await desk.getByRole("button", { name: "reception prints for the house" }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "Nobody pays" }).click();
  await expect(desk.getByText("Nothing to look into")).toBeVisible();

  // The next print of the same name finds its owner by itself, and what was wrong is given back.
  await report(token, [printed({ user: "jweil", sides: 2 })]);
  await desk.goto(`/manage/printing?person=${space.jonas.personId}`);
  await expect(desk.getByText("Nothing to look into")).toBeVisible();
  const prints = desk.getByRole("group", { name: "Somebody’s prints" });
  for (const price of ["$0.15", "$0.21", "$0.10"]) await expect(prints.getByText(price)).toBeVisible();
  await prints
    .getByRole("row", { name: /^2 sides/ })
    .getByRole("button")
    .click();
  const question = desk.getByRole("alertdialog", { name: "Give back what it cost?" });
  await question.getByLabel("Reason").fill("Paper jam");
  await question.getByRole("button", { name: "Give back" }).click();
  await expect(desk.getByText("It is given back.")).toBeVisible();
  await expect(prints.getByText("Given back")).toBeVisible();
  await desk.goto(`/manage/credits?person=${space.jonas.personId}`);
  const charges = desk.getByRole("group", { name: "Open charges" });
  await expect(charges.getByRole("row")).toHaveCount(3);
  await expect(charges.getByText("$0.21").first()).toBeVisible();
});

test("what has no price, no count or can't be read waits for the desk, and a forgotten name waits again", async ({
  open,
  space,
}) => {
  const manager = await open(space.mira);
  await manager.goto("/manage/copiers");
  const token = await addCopier(manager, "Copier");
  const torn = { type: "problem", key: "page_log@17", code: "torn_line", line: "Copier jweil 12 [23/Nov" };
  await report(token, [
    printed({ user: space.ana.email, sides: 4 }),
    printed({ user: space.ana.email, sides: 0 }),
    torn,
  ]);
  const desk = await open(space.priya);
  await desk.goto("/manage/printing");
  await expect(desk.getByText("A manager can add the price under Copiers.")).toBeVisible();
  await expect(desk.getByRole("link", { name: "Open the price table" })).toHaveCount(0);
  await desk.getByRole("button", { name: /^Put the line of Copier away/ }).click();
  const question = desk.getByRole("alertdialog", { name: "Put this line away?" });
  await question.getByRole("button", { name: "Put away" }).click();
  await expect(question.getByText("A reason is needed.")).toBeVisible();
  await question.getByLabel("Reason").fill("A test page");
  await question.getByRole("button", { name: "Put away" }).click();
  await expect(desk.getByText("The line is put away.")).toBeVisible();

  await manager.goto("/manage/printing");
  await manager.getByRole("link", { name: "Open the price table" }).click();
  await manager.getByRole("button", { name: "Begin with A4, A3 and other sizes" }).click();
  await manager.getByLabel("Other sizes, Black and white, one side: money a side").fill("0.1");
  await manager.getByRole("button", { name: "Save the prices" }).click();
  await expect(manager.getByText("The prices are saved.")).toBeVisible();

  await desk.goto("/manage/printing");
  await desk.getByRole("button", { name: /^Enter the count/ }).click();
  const count = desk.getByRole("alertdialog", { name: "How many sides came out?" });
  await count.getByLabel("Printed sides").fill("-1");
  await count.getByRole("button", { name: "Settle it" }).click();
  await expect(count.getByText("At least 0.")).toBeVisible();
  await count.getByLabel("Printed sides").fill("6");
  await count.getByLabel("Reason").fill("Counted in the tray");
  await count.getByRole("button", { name: "Settle it" }).click();
  await expect(desk.getByText("Settled with 6 sides.")).toBeVisible();
  await expect(desk.getByText("Nothing to look into")).toBeVisible();

  await report(token, [printed({ user: "temp" })]);
  await desk.reload();
  await desk.getByRole("button", { name: "temp prints for the house" }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "Nobody pays" }).click();
  await desk.getByRole("button", { name: "Show 1 name" }).click();
  await desk.getByRole("button", { name: "Forget temp" }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "Forget" }).click();
  await expect(desk.getByText("temp is forgotten.")).toBeVisible();
  await report(token, [printed({ user: "temp" })]);
  await desk.reload();
  await expect(desk.getByRole("button", { name: "Say who temp is" })).toBeVisible();
});

test("a total that the log says again is one print, or a second one that its owner pays", async ({
  open,
  space,
  ana,
}) => {
  const manager = await open(space.mira);
  await manager.goto("/manage/copiers");
  const token = await addCopier(manager, "Copier");
  const a4 = { paperSize: "A4", isDuplex: false, creditsPerSide: 1 };
  const rows = [{ ...a4, colour: "mono", priceMinor: 10 }];
  await change(manager, "printing.setPrices", { locationId: space.locationId, rows });
  const question = (key: string) => {
    const line = "Copier ana 7 [23/Nov/2026:09:00:04 +0000] total 3";
    return { type: "problem", key: `line of ${key}`, code: "repeated_total", line, repeats: { key, sides: 3 } };
  };
  const prints = ["first", "other"].map((key) => printed({ key, user: space.ana.email, sides: 3 }));
  await report(token, [...prints, question("first"), question("other")]);

  const desk = await open(space.priya, { viewport: { width: 390, height: 844 } });
  await desk.goto("/manage/printing");
  await expect(desk.getByText(/was it printed twice\?/)).toHaveCount(2);
  await desk.getByRole("button", { name: "It was one print, at Copier" }).first().click();
  const one = desk.getByRole("alertdialog", { name: "Was it one print?" });
  await one.getByLabel("Reason").fill("One lay in the tray");
  await one.getByRole("button", { name: "One print" }).click();
  await expect(desk.getByText(/was it printed twice\?/)).toHaveCount(1);

  await desk.getByRole("button", { name: "It was a second print, at Copier" }).click();
  const second = desk.getByRole("alertdialog", { name: "Was it printed twice?" });
  await expect(second.getByText("Ana Ferreira pays for another print of 3 sides, as for the first.")).toBeVisible();
  await second.getByLabel("Reason").fill("Two lay in the tray");
  await second.getByRole("button", { name: "A second print" }).click();
  await expect(desk.getByText("Counted as another print of 3 sides.")).toBeVisible();
  await expect(desk.getByText("Nothing to look into")).toBeVisible();

  const { jobs } = await ask<{ jobs: object[] }>(ana, "printing.mine", { personId: null, cursor: null });
  const paid = { status: "settled", sides: 3, moneyMinor: 30 };
  expect(jobs).toMatchObject([paid, paid, paid]);
});

test("a token is shown once, a new one ends the old one, a kiosk has its own, and a removed copier is gone", async ({
  open,
  space,
}) => {
  const page = await open(space.mira);
  await page.goto("/manage/copiers");
  const first = await addCopier(page, "Copier");
  await page.reload();
  await expect(page.getByText(first)).toHaveCount(0);
  await page.getByRole("button", { name: "More for Copier" }).click();
  await page.getByRole("menuitem", { name: "New token" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "New token" }).click();
  const second = await readToken(page, "Copier");
  expect(await report(first, [])).toBe(401);
  expect(await report(second, [])).toBe(200);
  await page.getByRole("button", { name: "More for Copier" }).click();
  await page.getByRole("menuitem", { name: "Add a kiosk" }).click();
  const form = page.getByRole("dialog", { name: "Kiosk at Copier" });
  await form.getByLabel("Name").fill("Tablet");
  await form.getByRole("button", { name: "Add a kiosk" }).click();
  const kiosk = await readToken(page, "Tablet");
  expect(await report(kiosk, [])).not.toBe(200);
  await page.getByRole("button", { name: "Remove Tablet" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("The kiosk Tablet is removed.")).toBeVisible();
  await page.getByRole("button", { name: "More for Copier" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("No copiers yet")).toBeVisible();
  expect(await report(second, [])).toBe(401);
});

test("the front desk sees whether copiers report, and changes nothing of them", async ({ open, space }) => {
  const manager = await open(space.mira);
  await manager.goto("/manage/copiers");
  await addCopier(manager, "Copier");
  const page = await open(space.priya);
  await page.goto("/manage/copiers?edit=new");
  await expect(page.getByText("Waiting for its agent")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  for (const name of ["Add a copier", "More for Copier", "Begin with A4, A3 and other sizes"])
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  const member = await open(space.ana);
  await member.goto("/manage/printing");
  await expect(member.getByRole("heading", { level: 1 })).toHaveText("This page is for other roles");
});

async function addCopier(page: Page, name: string): Promise<string> {
  await page.getByRole("button", { name: "Add a copier" }).click();
  const form = page.getByRole("dialog", { name: "New copier" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Paper unless the log says otherwise").selectOption("A4");
  await form.getByRole("button", { name: "Add a copier" }).click();
  return readToken(page, name);
}

async function readToken(page: Page, name: string): Promise<string> {
  const dialog = page.getByRole("dialog", { name: `The token of ${name}` });
  const token = await dialog.getByLabel("Token", { exact: true }).innerText();
  await dialog.getByRole("button", { name: "I have it" }).click();
  await expect(dialog).toBeHidden();
  return token;
}

let count = 0;

/** What an agent tells of one print. */
function printed(event: object): object {
  count += 1;
  return {
    type: "printed",
    key: `Copier/${count}@1`,
    printer: "Copier",
    jobId: String(count),
    user: "somebody",
    title: "Contract",
    at: Temporal.Now.instant().toString({ smallestUnit: "millisecond" }),
    copies: 1,
    colour: null,
    paperSize: null,
    isDuplex: null,
    sides: 1,
    ...event,
  };
}

/** Posts as the agent does; gives the status. */
async function report(token: string, events: object[]): Promise<number> {
  const response = await fetch(`${process.env["E2E_URL"]}/api/print/jobs`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ events }),
  });
  return response.status;
}
