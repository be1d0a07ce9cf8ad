import { expectNoFindings } from "./support/axe.ts";
import { expect, test } from "./support/test.ts";

const forms = [
  "rules",
  "rates",
  "cancellation",
  "resources",
  "locations",
  "people",
  "teams",
  "plans",
  "packs",
  "copiers",
];

test("every manage form passes axe, on a phone", async ({ open, space }) => {
  test.setTimeout(90_000);
  const page = await open(space.mira, { viewport: { width: 390, height: 844 } });
  for (const form of forms) {
    await page.goto(`/manage/${form}?edit=new`);
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button").last().click();
    await expectNoFindings(page, form);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${form} is not wider than the phone`).toBe(0);
  }
});

test("a rule is made by the keyboard alone, and leaving a half-typed one asks first", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/manage/rules");
  await page.getByRole("button", { name: "Add a rule" }).focus();
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog", { name: "New rule" });
  await form.getByLabel("Name of the rule").focus();
  await page.keyboard.type("Quiet evenings");
  await page.keyboard.press("Escape");
  const question = page.getByRole("alertdialog", { name: "Discard your changes?" });
  await question.getByRole("button", { name: "Keep editing" }).press("Enter");
  await expect(question).toBeHidden();
  await expect(form.getByLabel("Name of the rule")).toHaveValue("Quiet evenings");
  await form.getByLabel("Name of the rule").press("Enter");
  await expect(page.getByText("“Quiet evenings” is saved.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Quiet evenings" })).toBeVisible();
});

test("what the server refuses stands at its field, and nothing typed is lost", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/manage/resources?edit=new");
  const form = page.getByRole("dialog", { name: "New room or desk" });
  await form.getByLabel("Name").fill("Lantern");
  await form.getByLabel("Description").fill("مرحبا 👋 by the window");
  await form.getByRole("button", { name: "Add a room or desk" }).click();
  await expect(form.getByText("There is already one called “Lantern”.")).toBeVisible();
  await expect(form.getByLabel("Name")).toBeFocused();
  await expect(form.getByLabel("Description")).toHaveValue("مرحبا 👋 by the window");
  await form.getByLabel("Name").fill("Lantern 2");
  await form.getByRole("button", { name: "Add a room or desk" }).click();
  await expect(page.getByRole("rowheader", { name: "Lantern 2" })).toBeVisible();
});

test("hours past midnight and a holiday, undone and saved", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/manage/hours");
  await page.getByLabel("Friday: opens").fill("18:00");
  await page.getByLabel("Friday: closes").fill("02:00");
  await expect(page.getByText("next day", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Add a day" }).click();
  const dialog = page.getByRole("dialog", { name: "A day with other hours" });
  await dialog.getByLabel("First day").fill("2030-12-24");
  await dialog.getByLabel("Last day").fill("2030-12-26");
  await dialog.getByRole("button", { name: "Add a day" }).click();
  await expect(dialog.getByText("Say why, so that members understand.")).toBeVisible();
  await dialog.getByLabel("Reason").fill("Christmas");
  await dialog.getByRole("button", { name: "Add a day" }).click();
  await expect(page.getByText("Christmas")).toHaveCount(3);
  await page.getByRole("button", { name: "Remove Wed, 25 Dec 2030" }).click();
  await page.getByRole("button", { name: "Save the hours" }).click();
  await expect(page.getByText("The hours are saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Christmas")).toHaveCount(2);
  await expect(page.getByLabel("Friday: closes")).toHaveValue("02:00");
});
