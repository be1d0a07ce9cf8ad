import type { ResourceView } from "@working-social/booking/schema";
import { ask, change, create } from "./support/api.ts";
import { expect, test } from "./support/test.ts";

// Two desks at one form: neither takes back what the other saved, and nothing that was typed is lost.

test("another desk saves while a form is open: other fields stay theirs, and for the same one both are asked about", async ({
  open,
  space,
}) => {
  const page = await open(space.mira);
  const id = space.resources["Lantern"] ?? "";
  const listed = async () => {
    const all = await ask<ResourceView[]>(page, "resources.list", { locationId: space.locationId });
    return all.find((one) => one.id === id);
  };
  const form = page.getByRole("dialog");
  const name = form.getByRole("textbox", { name: /^Name/ });
  const save = form.getByRole("button", { name: "Save", exact: true });
  await page.goto(`/manage/resources?edit=${id}`);
  await name.fill("Lantern, mine");
  await change(page, "resources.update", { id, capacity: 37, description: "By the window" });
  await save.click();
  await expect(form).toBeHidden();
  expect(await listed()).toMatchObject({ name: "Lantern, mine", capacity: 37, description: "By the window" });

  await page.goto(`/manage/resources?edit=${id}`);
  await name.fill("Lantern, mine again");
  await form.getByRole("textbox", { name: /^Floor/ }).fill("2½");
  await change(page, "resources.update", { id, name: "Lantern, theirs" });
  await save.click();
  await expect(form.getByRole("alert")).toContainText("Somebody else changed the same while you were editing");
  await expect(form.getByRole("alert")).toBeFocused();
  await expect(name).toHaveValue("Lantern, mine again");
  await form.getByRole("button", { name: "Show theirs" }).click();
  await expect(name).toHaveValue("Lantern, theirs");
  await expect(form.getByRole("alert")).toBeHidden();
  await expect(form.getByRole("textbox", { name: /^Floor/ })).toHaveValue("2½");

  await name.fill("Lantern, after all");
  await change(page, "resources.update", { id, name: "Lantern, once more" });
  await save.click();
  await form.getByRole("button", { name: "Save mine" }).click();
  await expect(form).toBeHidden();
  expect(await listed()).toMatchObject({ name: "Lantern, after all", floor: "2½", capacity: 37 });
});

test("another desk changes the week meanwhile: what was added here is saved beside it, and a week of one's own asks first", async ({
  open,
  space,
}) => {
  const page = await open(space.mira);
  const { locationId } = space;
  const whose = { locationId, resourceId: null };
  type Span = { weekday: number; opensMinute: number; closesMinute: number };
  type Week = { weekly: Span[]; exceptions: { reason: string }[] };
  const listed = () => ask<Week>(page, "locations.hours", whose);
  const { weekly } = await listed();
  const friday = (opensMinute: number) => [
    ...weekly.filter(({ weekday }) => weekday !== 5),
    { weekday: 5, opensMinute, closesMinute: 1080 },
  ];
  const save = page.getByRole("button", { name: "Save the hours" });
  await page.goto("/manage/hours");
  const opens = page.getByLabel("Friday: opens");
  await page.getByLabel("Friday: closes").fill("18:00");
  await opens.fill("10:00");
  const closed = { date: "2030-12-25", opensMinute: null, closesMinute: null, reason: "Christmas" };
  await change(page, "locations.setHours", { ...whose, exceptions: [closed] });
  await save.click();
  await expect(save).toBeHidden();
  const both = await listed();
  expect(both.exceptions).toEqual([closed]);
  expect(both.weekly).toContainEqual({ weekday: 5, opensMinute: 600, closesMinute: 1080 });

  await opens.fill("11:00");
  await change(page, "locations.setHours", { ...whose, weekly: friday(720) });
  await save.click();
  await expect(page.getByText("Somebody else changed the same while you were editing")).toBeVisible();
  await expect(opens).toHaveValue("11:00");
  expect((await listed()).weekly).toContainEqual({ weekday: 5, opensMinute: 720, closesMinute: 1080 });
  await page.getByRole("button", { name: "Save mine" }).click();
  await expect(save).toBeHidden();
  await expect
    .poll(async () => (await listed()).weekly)
    .toContainEqual({ weekday: 5, opensMinute: 660, closesMinute: 1080 });
});

test("another desk sets prices meanwhile: the table that is typed is not saved over them unseen", async ({
  open,
  space,
}) => {
  const page = await open(space.mira);
  const { locationId } = space;
  const row = { colour: "mono", paperSize: "A4", isDuplex: false, creditsPerSide: 1 };
  const set = (priceMinor: number) =>
    change(page, "printing.setPrices", { locationId, rows: [{ ...row, priceMinor }] });
  const listed = async () => (await ask<{ rows: object[] }>(page, "printing.prices", { locationId })).rows;
  await set(10);
  await page.goto("/manage/copiers");
  const price = page.getByLabel(/^A4, .*: money a side$/).first();
  await price.fill("0.50");
  await price.blur();
  await set(20);
  await page.getByRole("button", { name: "Save the prices" }).click();
  await expect(page.getByText("Somebody else changed the same while you were editing")).toBeVisible();
  expect(await listed()).toEqual([{ ...row, priceMinor: 20 }]);
  await page.getByRole("button", { name: "Show theirs" }).click();
  await expect(price).toHaveValue("0.20");
});

test("another desk takes away what is open: what was typed stays, and is told that it is gone", async ({
  open,
  space,
}) => {
  const page = await open(space.mira);
  const pack = {
    name: "Ten hours",
    unit: "room_minutes",
    currency: null,
    quantity: 600,
    priceMinor: 9000,
    priceCurrency: "USD",
    validDays: null,
    scope: { resourceIds: [], resourceKinds: [], locationIds: [] },
  };
  const { id } = await create<{ id: string }>(page, "credits.createPack", pack);
  await page.goto(`/manage/packs?edit=${id}`);
  const form = page.getByRole("dialog");
  const name = form.getByRole("textbox", { name: /^Name/ });
  await name.fill("Ten good hours");
  // Another content is another pack.
  await create(page, "credits.updatePack", { id, quantity: 660, name: "Eleven hours" });
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.getByText("This pack does not exist, or not any more.")).toBeVisible();
  // The page behind has asked anew, and shows the other pack.
  await expect(page.getByText("Eleven hours")).toBeVisible();
  await expect(name).toHaveValue("Ten good hours");
});
