import { expect, test } from "./support/test.ts";

test("a member who opens a manage page is told whose it is, and where to go", async ({ open, space }) => {
  const page = await open(space.ana);
  await page.goto("/");
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Manage" })).toHaveCount(0);
  for (const path of ["/manage", "/manage/rules", "/manage/people?edit=new"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is for other roles");
    await expect(page.getByRole("navigation", { name: "Manage" })).toHaveCount(0);
  }
  await page.getByRole("link", { name: "Go to Home" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Ana$/);
});

test("the front desk sees the day and the people, and changes neither rules nor roles", async ({ open, space }) => {
  const page = await open(space.priya);
  await page.goto("/manage");
  const pages = page.getByRole("navigation", { name: "Manage" }).getByRole("link");
  const daily = ["Today", "Bookings", "Print queue", "Members", "Teams", "Credits"];
  await expect(pages).toHaveText(daily);
  await page.getByRole("button", { name: "Setting up", expanded: false }).click();
  await expect(pages).toHaveText([...daily, "Copiers", "Simulator"]);
  await page.goto("/manage/people?edit=new");
  await expect(page.getByRole("rowheader", { name: /Ana Ferreira/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Invite somebody" })).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goto("/manage/rates");
  await expect(page.getByText(/As front desk, you can use the other pages listed here/)).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Today" }).last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Today");
});

test("a community manager may invite members, and no more than members", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/manage/people?edit=new");
  const form = page.getByRole("dialog", { name: "Invite somebody" });
  await expect(form.getByLabel("Role")).toBeDisabled();
  await expect(form.getByLabel("Role")).toHaveValue("member");
  await expect(form.getByText("Only an owner gives roles beyond member.")).toBeVisible();
});
