import { expect, test } from "./support/test.ts";

test("a link with nonsense in it opens the page", async ({ ana }) => {
  for (const nonsense of [
    "date=9999-99-99",
    "date=1900-01-01",
    "features=%5B&people=-1",
    "resource=nope&moving=nope",
  ]) {
    await ana.goto(`/book?${nonsense}`);
    await expect(ana.getByText(/places? fits?/)).toBeVisible();
    await expect(ana).toHaveURL(/\/book$/);
  }
  await ana.goto("/bookings?scope=sideways");
  await expect(ana.getByRole("heading", { level: 1, name: "My bookings" })).toBeVisible();
});

test("a link to the sign-in page keeps no address of another site", async ({ open }) => {
  const stranger = await open(null);
  await stranger.goto(`/sign-in?next=${encodeURIComponent("https://example.com/")}`);
  await expect(stranger.getByLabel("E-mail")).toBeVisible();
  await expect(stranger).toHaveURL(/\/sign-in$/);
});
