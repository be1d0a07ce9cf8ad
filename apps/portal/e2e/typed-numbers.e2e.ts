import { expect, test } from "./support/test.ts";

test("a price is read with either decimal sign, or refused as a whole: never its beginning", async ({
  open,
  space,
}) => {
  const page = await open(space.mira, { viewport: { width: 390, height: 844 } });
  await page.goto("/manage/rates?edit=new");
  const form = page.getByRole("dialog", { name: "New rate" });
  const price = form.getByLabel("Price", { exact: true });
  const save = form.getByRole("button", { name: "Add a rate" });
  await form.getByLabel("Name").fill("Typed with a comma");
  const readable = "This can't be read as a number. Write it like 24.50.";
  for (const [typed, sentence] of [
    ["12abc", readable],
    ["1e3", readable],
    ["-5", "At least 0.00."],
    ["0.125", "At most 2 digits after the point."],
    ["99999999999999999", "That is too large a number."],
  ] as const) {
    await price.fill(typed);
    await save.click();
    await expect(form.getByText(sentence)).toBeVisible();
    await expect(price).toBeFocused();
    await expect(price).toHaveValue(typed);
  }
  await price.fill("0,12");
  await expect(form.getByText(/\$0\.12/).first()).toBeVisible();
  await price.fill("24,50");
  await price.press("Enter");
  await expect(page.getByText("“Typed with a comma” is saved.")).toBeVisible();
  await page.reload();
  await page.getByRole("link", { name: "Typed with a comma" }).click();
  await expect(page.getByRole("dialog").getByLabel("Price", { exact: true })).toHaveValue("24.50");
});
