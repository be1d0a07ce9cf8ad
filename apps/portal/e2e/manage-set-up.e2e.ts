import type { Page } from "@playwright/test";
import { layoutFaults } from "./support/layout-faults.ts";
import { control, expect, test } from "./support/test.ts";

test("a space is set up from nothing in the browser alone, until its first member books", async ({ open }) => {
  test.setTimeout(120_000);
  const { url } = await control<{ url: string }>("/installations", {});
  const owner = await open(null, { baseURL: url });

  await test.step("its first page stands in other writings, on a phone", async () => {
    const stranger = await open(null, { baseURL: url, viewport: { width: 390, height: 844 } });
    await stranger.goto("/setup");
    for (const locale of ["en-XA", "ar-XB"]) {
      await stranger.evaluate((chosen) => localStorage.setItem("pseudo-locale", chosen), locale);
      await stranger.reload();
      await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(/^\[/);
      expect(await layoutFaults(stranger)).toEqual([]);
    }
  });

  await test.step("the first run asks for the space and its owner", async () => {
    await owner.goto("/");
    await expect(owner.getByRole("heading", { level: 1 })).toHaveText("Set up your space");
    await owner.getByLabel("Name of the space").fill("Quayside Works");
    await owner.getByLabel("First location").fill("Old Harbour");
    await choose(owner, "Time zone", far(new Date().getUTCHours()));
    await choose(owner, "Currency", "USD");
    await owner.getByLabel("Your name").fill("Oskar Lind");
    await owner.getByLabel("Your e-mail").fill("oskar@quayside.example");
    await owner.getByLabel("A password").fill("a long sentence to remember");
    await owner.getByRole("button", { name: "Create the space" }).click();
    await expect(owner.getByText("The space is there. Welcome.")).toBeVisible();
  });

  await test.step("the list says what is left", async () => {
    await owner.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Manage" }).click();
    const list = owner.getByRole("region", { name: /Set up your space/ });
    await expect(list.getByRole("link", { name: /A location \(Done\)/ })).toBeVisible();
    await expect(list.getByRole("link", { name: /Rooms and desks \(To do\)/ })).toBeVisible();
    await list.getByRole("link", { name: /Opening hours/ }).click();
  });

  await test.step("hours: Monday around the clock, copied to every day", async () => {
    await owner.getByLabel("Monday: opens").fill("00:00");
    await owner.getByLabel("Monday: closes").fill("00:00");
    await owner.getByRole("button", { name: "Copy Monday to…" }).click();
    await owner.getByRole("menuitem", { name: "Every day" }).click();
    await expect(owner.getByText("Mon to Sun around the clock.")).toBeVisible();
    await owner.getByRole("button", { name: "Save the hours" }).click();
    await expect(owner.getByText("The hours are saved.")).toBeVisible();
  });

  await test.step("a room", async () => {
    await visit(owner, "Rooms and desks");
    await owner.getByRole("button", { name: "Add a room or desk" }).first().click();
    const form = owner.getByRole("dialog", { name: "New room or desk" });
    await form.getByRole("button", { name: "Add a room or desk" }).click();
    await expect(form.getByText("This is needed.")).toBeVisible();
    await form.getByLabel("Name").fill("Lantern");
    await form.getByLabel("What it has").fill("Screen");
    await form.getByLabel("What it has").press("Enter");
    await form.getByRole("button", { name: "Add a room or desk" }).click();
    await expect(owner.getByRole("rowheader", { name: "Lantern" })).toBeVisible();
    await owner.getByRole("link", { name: "Next: Rates" }).click();
  });

  await test.step("a rate, with what it makes a booking cost", async () => {
    await expect(owner.getByRole("heading", { level: 1 })).toHaveText("Rates");
    await owner.getByRole("button", { name: "Add a rate" }).click();
    const form = owner.getByRole("dialog", { name: "New rate" });
    await form.getByLabel("Name").fill("Room hour");
    await form.getByLabel("Price").fill("20");
    await expect(form.getByText("1 h 30 min at $20.00 an hour")).toBeVisible();
    await expect(form.getByText("$30.00").first()).toBeVisible();
    await form.getByRole("button", { name: "Add a rate" }).click();
    await expect(owner.getByText("$20.00 an hour")).toBeVisible();
    await owner.getByRole("link", { name: "Next: Booking rules" }).click();
  });

  await test.step("a rule, as the sentence that it makes", async () => {
    await expect(owner.getByRole("heading", { level: 1 })).toHaveText("Booking rules");
    await owner.getByRole("button", { name: "Add a rule" }).click();
    const form = owner.getByRole("dialog", { name: "New rule" });
    await form.getByLabel("Name of the rule").fill("Fair use of rooms");
    await form.getByLabel("For what").selectOption("Rooms");
    await form.getByLabel("Longest", { exact: true }).fill("240");
    await form.getByLabel("Days ahead").fill("30");
    await expect(form.getByText("Rooms: at most 4 h, bookable 30 days ahead.")).toBeVisible();
    await form.getByRole("button", { name: "Add a rule" }).click();
    await expect(owner.getByText("Rooms: at most 4 h, bookable 30 days ahead.")).toBeVisible();
  });

  await test.step("a member is invited", async () => {
    await visit(owner, "Members");
    await owner.getByRole("button", { name: "Invite somebody" }).click();
    const form = owner.getByRole("dialog", { name: "Invite somebody" });
    await form.getByLabel("Name").fill("Ana Ferreira");
    await form.getByLabel("E-mail").fill("Anna@Quayside.example");
    await form.getByRole("button", { name: "Send the invitation" }).click();
    await expect(owner.getByText("Ana Ferreira is invited. The mail is on its way.")).toBeVisible();
  });

  await test.step("at the wrong address, which is corrected", async () => {
    await owner.getByRole("link", { name: "Ana Ferreira", exact: true }).click();
    const form = owner.getByRole("dialog", { name: "Ana Ferreira" });
    await form.getByRole("button", { name: "Correct the address…" }).click();
    const question = owner.getByRole("dialog", { name: "Where should the invitation of Ana Ferreira go?" });
    await question.getByLabel("E-mail").fill("oskar@quayside.example");
    await question.getByRole("button", { name: "Send the invitation there" }).click();
    await expect(question.getByText("Somebody with oskar@quayside.example is here already.")).toBeVisible();
    await question.getByLabel("E-mail").fill("Ana@Quayside.example");
    await question.getByRole("button", { name: "Send the invitation there" }).click();
    await expect(owner.getByText("The invitation is on its way to ana@quayside.example.")).toBeVisible();
    await expect(owner.getByRole("row", { name: /Ana Ferreira/ })).toContainText("ana@quayside.example");
    await visit(owner, "Today");
    await expect(owner.getByRole("region", { name: /Set up your space/ })).toBeHidden();
  });

  await test.step("who signs in by a code and books", async () => {
    const ana = await open(null, { baseURL: url });
    await ana.goto("/sign-in");
    await ana.getByLabel("E-mail").fill("ana@quayside.example");
    await ana.getByRole("button", { name: "Send me a code" }).click();
    await ana.getByLabel("Code").fill(await newestCode(url, "ana@quayside.example"));
    await ana.getByRole("button", { name: /book Lantern from .* for/ }).click();
    await ana.getByRole("dialog", { name: "Lantern" }).getByRole("button", { name: "Book Lantern" }).click();
    await expect(ana.getByText("Lantern is yours")).toBeVisible();
  });

  await test.step("and the owner sees it on the board", async () => {
    await visit(owner, "Bookings");
    await expect(owner.getByRole("row", { name: /Lantern.*Ana Ferreira/ })).toBeVisible();
  });
});

/** A zone where midnight is hours away: just before it nothing is left of the day to take. */
function far(utcHour: number): string {
  return utcHour < 12 ? "Lisbon, Europe" : "New York, America";
}

/** Goes to a manage page by its name in the list. */
async function visit(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Manage" }).getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).fill(text);
  await page.getByRole("option", { name: text }).first().click();
}

async function newestCode(url: string, email: string): Promise<string> {
  const find = async () => {
    const response = await fetch(`${url}/mail/latest.json?to=${encodeURIComponent(email)}`);
    const mail = response.ok ? ((await response.json()) as { text: string }) : { text: "" };
    return /\b(\d{6})\b/.exec(mail.text)?.[1] ?? "";
  };
  await expect.poll(find).toMatch(/^\d{6}$/);
  return find();
}
