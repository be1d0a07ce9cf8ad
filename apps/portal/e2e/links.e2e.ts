import { expect, test } from "./support/test.ts";

test("a link with nonsense in it opens the page", async ({ ana }) => {
  for (const nonsense of [
    "date=9999-99-99",
    "date=1900-01-01",
    "features=&people=-1&second=maybe",
    "resource=nope&moving=nope",
  ]) {
    await ana.goto(`/book?${nonsense}`);
    await expect(ana.getByText(/places? fits?/)).toBeVisible();
    await expect(ana).toHaveURL(/\/book$/);
  }
  await ana.goto("/bookings?scope=sideways");
  await expect(ana.getByRole("heading", { level: 1, name: "My bookings" })).toBeVisible();
});

test("a link to a page of the team with nonsense in it opens the page, and nothing else", async ({ open, space }) => {
  const mira = await open(space.mira);
  const pages = ["people", "teams", "plans", "rates", "resources", "rules", "hours", "floors", "audit"];
  for (const page of pages) {
    await mira.goto(`/manage/${page}?edit=%7B%7D&q=%5B1%5D&of=5&floor=%5B%5D&subject=%7B%22a%22:1%7D&archived=maybe`);
    await expect(mira.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(mira.getByRole("dialog")).toHaveCount(0);
  }
});

test("a search that looks like a number or a word of JSON is still what was typed", async ({ open, space }) => {
  const mira = await open(space.mira);
  for (const text of ["662E41", "true", "007", "[1]"]) {
    await mira.goto(`/manage/people?q=${encodeURIComponent(text)}`);
    await expect(mira.getByRole("searchbox")).toHaveValue(text);
    await mira.getByRole("searchbox").fill(`${text} more`);
    await expect(mira).toHaveURL(/more/);
    await mira.getByRole("searchbox").fill(text);
    await expect(mira).not.toHaveURL(/more/);
    await mira.reload();
    await expect(mira.getByRole("searchbox")).toHaveValue(text);
  }
});

test("a link to the sign-in page keeps no address of another site", async ({ open }) => {
  const stranger = await open(null);
  await stranger.goto(`/sign-in?next=${encodeURIComponent("https://example.com/")}`);
  await expect(stranger.getByLabel("E-mail")).toBeVisible();
  await expect(stranger).toHaveURL(/\/sign-in$/);
});
