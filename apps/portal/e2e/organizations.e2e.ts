import type { Page } from "@playwright/test";
import type { TestPerson, TestSpace } from "./support/make-space.ts";
import { codeFor, control, dayIn, expect, test } from "./support/test.ts";

test.use({ wish: { name: "Quayside Works", locationName: "Old Harbour" } });

test("going to the other organization changes everything, and nothing of the first stays", async ({ ana, space }) => {
  const other = await joinAnother(space.ana);
  await startIn(ana, space);
  await book(ana, space, "Lantern");
  await ana.goto("/");
  await expect(ana.getByText("Old Harbour", { exact: false }).first()).toBeVisible();
  await expect(nextBooking(ana).getByRole("heading")).toHaveText("Lantern");

  await goTo(ana, "Loft Nine");
  await expect(ana.getByText("Mill Lane").first()).toBeVisible();
  await expect(nextBooking(ana)).toBeHidden();
  await expectNothingOf(ana, ["Quayside Works", "Old Harbour"]);
  for (const path of ["/bookings", "/book", "/feeds"]) {
    await ana.goto(path);
    await expect(ana.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNothingOf(ana, ["Quayside Works", "Old Harbour"]);
  }
  await ana.goto("/bookings");
  await expect(ana.getByRole("heading", { name: "Nothing booked" })).toBeVisible();

  await test.step("what is booked there is not in the first", async () => {
    await book(ana, other, "Cooper");
    await ana.goto("/");
    await expect(nextBooking(ana).getByRole("heading")).toHaveText("Cooper");
    await goTo(ana, "Quayside Works");
    await expect(nextBooking(ana).getByRole("heading")).toHaveText("Lantern");
    await expectNothingOf(ana, ["Loft Nine", "Mill Lane"]);
  });
});

test.describe("a link", () => {
  // React logs what a page's loader was refused.
  test.use({ expectedErrors: [/ApiError: not_found/] });

  test("into the other organization says so, and leads there", async ({ ana, space }) => {
    await joinAnother(space.ana);
    await startIn(ana, space);
    await book(ana, space, "Lantern");
    await ana.goto("/bookings");
    await ana
      .getByRole("main")
      .getByRole("link", { name: /Lantern/ })
      .click();
    await expect(ana.getByRole("heading", { level: 1, name: "Lantern" })).toBeVisible();
    const link = new URL(ana.url()).pathname;

    await goTo(ana, "Loft Nine");
    await expect(ana.getByText("Mill Lane").first()).toBeVisible();
    await ana.goto(link);
    await expect(ana.getByRole("heading", { level: 1, name: "Loft Nine has nothing at this address" })).toBeVisible();
    await expectNothingOf(ana, ["Lantern", "Old Harbour"]);
    await ana.getByRole("button", { name: "Look in Quayside Works" }).click();
    await expect(ana.getByRole("heading", { level: 1, name: "Lantern" })).toBeVisible();
    expect(new URL(ana.url()).pathname).toBe(link);
  });
});

test("the organization that somebody else chose on this device locks nobody out", async ({ open, space }) => {
  const elsewhere = await control<TestSpace>("/spaces", { name: "Loft Nine" });
  const page = await open(null);
  await page.addInitScript((id) => localStorage.setItem("organization", id), elsewhere.organizationId);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(space.ana.email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.getByLabel("Code", { exact: true }).fill(await codeFor(space.ana.email));
  await expect(page.getByRole("heading", { level: 1, name: /, Ana$/ })).toBeVisible();
});

/** Makes the person a member of a second organization, Loft Nine in Mill Lane. */
async function joinAnother(person: TestPerson): Promise<TestSpace> {
  const other = await control<TestSpace>("/spaces", { name: "Loft Nine", locationName: "Mill Lane" });
  await control("/people", { organizationId: other.organizationId, person });
  return other;
}

/** The organization that the person has chosen on this device, until the test chooses another. */
async function startIn(page: Page, { organizationId }: TestSpace): Promise<void> {
  await page.addInitScript((id) => {
    if (localStorage.getItem("organization") === null) localStorage.setItem("organization", id);
  }, organizationId);
}

async function goTo(page: Page, organization: string): Promise<void> {
  await page.getByRole("button", { name: /: account and sign out$/ }).click();
  await page.getByRole("menuitem", { name: `Go to ${organization}` }).click();
  await expect(page.getByRole("link", { name: organization })).toBeVisible();
}

async function book(page: Page, space: TestSpace, room: string): Promise<void> {
  const date = dayIn(space.timeZone, 1).toString();
  await page.goto(`/book?date=${date}&time=14%3A00&minutes=60&people=1&resource=${space.resources[room]}`);
  await page.getByRole("button", { name: `Book ${room}` }).click();
  await expect(page.getByText(`${room} is yours`)).toBeVisible();
}

function nextBooking(page: Page) {
  return page.getByRole("region", { name: "Your next booking" });
}

async function expectNothingOf(page: Page, words: readonly string[]): Promise<void> {
  for (const word of words) await expect(page.getByText(word)).toHaveCount(0);
}
