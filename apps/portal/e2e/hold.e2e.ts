import { dayIn, expect, test } from "./support/test.ts";

test("a slot is held with a countdown, keeps what was typed, and is confirmed or let go", async ({
  ana,
  open,
  space,
}) => {
  const date = dayIn(space.timeZone, 1).toString();
  const address = `/book?date=${date}&time=14%3A00&minutes=60&people=6&resource=${space.resources["Lantern"]}`;
  await ana.goto(address);
  await ana.getByLabel(/^Title/).fill("Design review");
  await ana.getByRole("button", { name: "Hold it for 10 minutes" }).click();
  await expect(ana.getByText(/^Held for you, (10:00|9:\d\d) left$/)).toBeVisible();
  await expect(ana.getByLabel(/^Title/)).toHaveValue("Design review");

  const jonas = await open(space.jonas);
  await jonas.goto(address);
  await expect(jonas.getByText("Taken at that time")).toBeVisible();

  await ana.getByRole("button", { name: "Let it go" }).click();
  await expect(ana.getByText("Let go. It is free for everybody again.")).toBeVisible();
  // Without a reload: the stream tells the other browser.
  await expect(jonas.getByText("Taken at that time")).toBeHidden();
  await jonas.getByRole("button", { name: "Hold it for 10 minutes" }).click();
  await jonas.getByRole("button", { name: "Confirm" }).click();
  await expect(jonas.getByText("Lantern is yours")).toBeVisible();
});
