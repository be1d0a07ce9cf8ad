import { control, dayIn, expect, test } from "./support/test.ts";

test("a room that one has at that hour is known in a second tab, nothing else is chosen then, and another room asks first", async ({
  ana,
  space,
}) => {
  const date = dayIn(space.timeZone, 1).toString();
  const address = (room: string) =>
    `/book?date=${date}&time=14%3A00&minutes=60&people=1&resource=${space.resources[room]}`;
  const second = await ana.context().newPage();
  await Promise.all([ana.goto(address("Lantern")), second.goto(address("Lantern"))]);
  await expect(second.getByRole("button", { name: "Book Lantern" })).toBeEnabled();
  await ana.getByRole("button", { name: "Book Lantern" }).click();
  await expect(ana.getByText("Lantern is yours")).toBeVisible();

  await test.step("nothing else is marked as chosen", async () => {
    await expect(ana.getByText("Chosen", { exact: true })).toHaveCount(0);
    await expect(second.getByRole("status").getByText("This is yours already")).toBeVisible();
  });
  await test.step("the second tab leads to it instead of selling it again", async () => {
    await expect(second.getByText(/^You have Lantern, .*14:00 – 15:00/)).toBeVisible();
    const book = second.getByRole("button", { name: "Book Lantern" });
    await expect(book).toHaveAttribute("aria-disabled", "true");
    await second.getByRole("link", { name: "Open the booking" }).click();
    await expect(second.getByRole("heading", { level: 1, name: "Lantern" })).toBeVisible();
  });
  await test.step("a second room at the same hour asks, and no is no", async () => {
    await second.goto(address("Cooper"));
    await expect(second.getByText("Chosen", { exact: true })).toBeAttached();
    await second.getByRole("button", { name: "Book Cooper" }).click();
    const question = second.getByRole("alertdialog", { name: "Book Cooper as well?" });
    await expect(question.getByText(/^You already have Lantern, .*14:00 – 15:00/)).toBeVisible();
    await question.getByRole("button", { name: "Keep only the first" }).click();
    await expect(question).toBeHidden();
    await expect(second.getByText("Cooper is yours")).toBeHidden();
    await second.getByRole("button", { name: "Book Cooper" }).click();
    await question.getByRole("button", { name: "Book both" }).click();
    await expect(second.getByText("Cooper is yours")).toBeVisible();
  });
});

test("what one wants is typed as a sentence; held instead, it comes first on Home and counts down", async ({
  ana,
  space,
}) => {
  await ana.goto(`/book?date=${dayIn(space.timeZone, 1)}&time=09%3A00&people=1&resource=${space.resources["Cooper"]}`);
  await ana.getByRole("button", { name: "Book Cooper" }).click();
  await expect(ana.getByText("Cooper is yours")).toBeVisible();
  await ana.keyboard.press("Control+k");
  await expect(ana.getByRole("dialog")).toBeVisible();
  await ana.keyboard.type("a room for 6 with a screen, tomorrow 14:00, 90 minutes");
  await ana.getByRole("option", { name: /^Find: .*14:00.*1 h 30.*screen/ }).click();
  await expect(ana.getByText(/1 \w+ fits · 1 free/)).toBeVisible();
  await expect(ana.getByRole("combobox", { name: /^People/ })).toHaveValue("6");
  await expect(ana.getByRole("combobox", { name: /^Start/ })).toHaveValue("14:00");
  await expect(ana.getByRole("combobox", { name: /^Length/ })).toHaveValue("90");
  const panel = ana.getByRole("complementary", { name: "Your booking" });
  await expect(panel.getByRole("heading", { name: "Lantern" })).toBeVisible();
  await panel.getByRole("button", { name: "Hold it for 10 minutes" }).click();
  await expect(ana.getByRole("button", { name: "Let it go" })).toBeVisible();

  await ana.goto("/");
  // Cooper is sooner, but is not lost by waiting.
  const next = ana.getByRole("region", { name: "Your next booking" });
  await expect(next.getByRole("heading", { name: "Lantern" })).toBeVisible();
  const countdown = next.getByText(/^Held for you, (10|9):?\d\d left$/);
  const first = await countdown.textContent();
  await expect(countdown).not.toHaveText(first ?? "");
});

test("the desk books a free row of Today, and finds a person's bookings without the accents of the name", async ({
  open,
  space,
}) => {
  const priya = await open(space.priya);
  await control("/people/rename", { personId: space.jonas.personId, name: "Karel Čapek" });
  await priya.goto("/manage");
  await priya.getByRole("link", { name: "Book Cooper for a member" }).click();
  const form = priya.getByRole("dialog", { name: "Book for a member" });
  await expect(form.getByLabel("Room or desk")).toHaveValue(space.resources["Cooper"] ?? "");
  for (const [who, room] of [
    ["Karel Čapek", "Cooper"],
    ["Ana Ferreira", "Lantern"],
  ] as const) {
    if (room === "Lantern") await priya.getByRole("button", { name: "Book for a member" }).click();
    await form.getByRole("combobox", { name: "Member" }).fill(who);
    await priya.getByRole("option", { name: who }).click();
    await form.getByLabel("Room or desk").selectOption(room);
    await form.getByRole("button", { name: "Book", exact: true }).click();
    await expect(priya.getByRole("row", { name: new RegExp(room) })).toBeVisible();
  }
  await priya.getByRole("searchbox", { name: "Search by member" }).fill("Capek");
  await expect(priya.getByText("1 booking", { exact: true })).toBeVisible();
  await expect(priya.getByRole("row", { name: /Cooper.*Karel Čapek/ })).toBeVisible();
  await expect(priya.getByRole("row", { name: /Lantern/ })).toBeHidden();
  await expect(priya).toHaveURL(/who=Capek/);
  await priya.getByRole("searchbox", { name: "Search by member" }).fill("Kapek");
  await expect(priya.getByText("No bookings of anybody with “Kapek” in the name or address.")).toBeVisible();
  await priya.getByRole("button", { name: "Show everybody’s" }).click();
  await expect(priya.getByText("2 bookings", { exact: true })).toBeVisible();
});
