import { expect, test } from "./support/test.ts";

test("rooms are sorted by dragging or by the arrow keys, and everybody sees them so", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/manage/resources");
  const names = () => page.getByRole("rowheader").allTextContents();
  const handle = (name: string) => page.getByRole("button", { name: new RegExp(`^Move ${name}, `) });
  await expect(handle("Booth 2")).toBeVisible();
  expect(await names()).toEqual(["Booth 2", "Cooper", "Lantern", "Window desks"]);

  const saved = () => page.waitForResponse((response) => response.url().includes("resources.order") && response.ok());
  await handle("Lantern").focus();
  for (const order of [
    ["Booth 2", "Lantern", "Cooper", "Window desks"],
    ["Lantern", "Booth 2", "Cooper", "Window desks"],
  ]) {
    await Promise.all([saved(), page.keyboard.press("ArrowUp")]);
    await expect.poll(names).toEqual(order);
    await expect(handle("Lantern")).toBeFocused();
  }
  const [from, to] = [await handle("Window desks").boundingBox(), await handle("Booth 2").boundingBox()];
  if (!from || !to) throw new Error("The rows are not on the page.");
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, to.y + 40, { steps: 5 });
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 5 });
  await Promise.all([saved(), page.mouse.up()]);
  const last = ["Lantern", "Window desks", "Booth 2", "Cooper"];
  await expect.poll(names).toEqual(last);
  await page.reload();
  await expect.poll(names).toEqual(last);
});
