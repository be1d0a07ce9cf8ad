import type { Page } from "@playwright/test";
import { codeFor, control, dayIn, expect, test } from "./support/test.ts";
import type { TestSpace } from "./support/make-space.ts";

const failedFetch = /Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_FAILED/;
test.use({ expectedErrors: [failedFetch] });

test("without a connection the form stays as it is, and the next try books", async ({ ana, space }) => {
  await fillIn(ana, space);
  await ana.context().setOffline(true);
  await bookButton(ana).click();
  await expect(ana.getByRole("alert").getByText(/no connection/i)).toBeVisible();
  await expect(ana.getByRole("status").getByText(/No connection/)).toBeVisible();
  await expect(ana.getByLabel(/^Title/)).toHaveValue("Design review");
  await ana.context().setOffline(false);
  await bookButton(ana).click();
  await expect(ana.getByText("Lantern is yours")).toBeVisible();
  await expectOneBooking(ana);
});

test("when the answer gets lost on its way, the retry does not book twice", async ({ ana, space }) => {
  await fillIn(ana, space);
  let tries = 0;
  await ana.route("**/api/trpc/bookings.book*", async (route) => {
    tries += 1;
    if (tries > 1) return route.continue();
    await route.fetch(); // The server books …
    return route.abort("connectionreset"); // … and the answer never comes.
  });
  await bookButton(ana).click();
  await expect(ana.getByRole("alert").getByText(/no connection/i)).toBeVisible();
  await bookButton(ana).click();
  await expect(ana.getByText("Lantern is yours")).toBeVisible();
  expect(tries).toBe(2);
  await expectOneBooking(ana);
});

test("an expired session asks to sign in on top of the page, and nothing typed is lost", async ({ ana, space }) => {
  await fillIn(ana, space);
  await control("/sessions/end", { token: space.ana.token });
  await bookButton(ana).click();
  const dialog = ana.getByRole("dialog", { name: "Sign in again" });
  await expect(dialog.getByLabel("E-mail")).toHaveValue(space.ana.email);
  await dialog.getByRole("button", { name: "Send me a code" }).click();
  await dialog.getByLabel("Code").fill(await codeFor(space.ana.email));
  await expect(dialog).toBeHidden();
  await expect(ana.getByLabel(/^Title/)).toHaveValue("Design review");
  await bookButton(ana).click();
  await expect(ana.getByText("Lantern is yours")).toBeVisible();
});

test("a double click books once", async ({ ana, space }) => {
  await fillIn(ana, space);
  await bookButton(ana).dblclick();
  await expect(ana.getByText("Lantern is yours")).toBeVisible();
  await expectOneBooking(ana);
});

test("what one tab changes, the other shows, and a stale change is not saved silently", async ({ ana, space }) => {
  await fillIn(ana, space);
  await bookButton(ana).click();
  await expect(ana.getByText("Lantern is yours")).toBeVisible();
  const other = await ana.context().newPage();
  for (const page of [ana, other]) {
    await page.goto("/bookings");
    await page.getByRole("link", { name: /Lantern/ }).click();
    await page.getByRole("button", { name: "Change", exact: true }).click();
  }
  await ana.getByRole("button", { name: "30 min later" }).click();
  await ana.getByRole("button", { name: "Save the change" }).click();
  await expect(ana.getByText("Changed", { exact: true })).toBeVisible();
  await expect(other.getByText(/changed this booking in the meantime/)).toBeVisible();
});

async function fillIn(page: Page, space: TestSpace): Promise<void> {
  const date = dayIn(space.timeZone, 1).toString();
  await page.goto(`/book?date=${date}&time=14%3A00&minutes=60&people=6&resource=${space.resources["Lantern"]}`);
  await expect(page.getByText("$25.44")).toBeVisible();
  await page.getByLabel(/^Title/).fill("Design review");
}

function bookButton(page: Page) {
  return page.getByRole("button", { name: "Book Lantern" });
}

async function expectOneBooking(page: Page): Promise<void> {
  await page.goto("/bookings");
  await expect(page.getByRole("main").getByRole("link", { name: /Lantern/ })).toHaveCount(1);
}
