import { control, expect, jobsOf, scan, submit, tapPin, test } from "./support/test.ts";

const plan = { title: "Fire plan.pdf", sides: 30 };
const letter = { title: "Letter.docx", sides: 5, colour: "mono", isDuplex: true } as const;

test.describe("with 30 colour pages and 20 left, and a letter", () => {
  test.use({ waiting: { jobs: [plan, letter] } });

  test("the split is there before the tap, and it is what is taken", async ({ kiosk, copier }) => {
    await tapPin(kiosk, copier.pins.ana);
    await expect(kiosk.getByRole("heading", { level: 1, name: "Ana Ferreira" })).toBeFocused();
    await expect(kiosk.getByText("20 colour pages, set aside for what waits")).toBeVisible();
    await expect(
      kiosk.getByText("20 colour pages from your credits, 10 × $0.25 = $2.50 on your account"),
    ).toBeVisible();
    await expect(kiosk.getByText("0 colour pages left afterwards")).toBeVisible();
    await expect(kiosk.getByText("5 sides on 3 sheets · A4 · black and white · both sides")).toBeVisible();
    await kiosk.getByRole("button", { name: "Print · $2.50, Fire plan.pdf" }).click();
    await expect(kiosk.getByRole("heading", { level: 1, name: "It is printing" })).toBeFocused();
    await expect(kiosk.getByText("Take your pages from Copier 1.")).toBeVisible();
    await expect(kiosk.getByText("0 colour pages left")).toBeVisible();
    await kiosk.getByRole("button", { name: "Back to my prints (1)" }).click();
    await expect(kiosk.getByText("Printing", { exact: true })).toBeVisible();
    await expect(kiosk.getByText("1 print waits for you.")).toBeVisible();
    await kiosk.getByRole("button", { name: "Print · $0.42, Letter.docx" }).click();
    await kiosk.getByRole("button", { name: "Done" }).click();
    await expect(kiosk.getByText("Enter your PIN, or hold your code to the reader.")).toBeVisible();
    expect(await jobsOf(copier)).toEqual([
      { title: "Fire plan.pdf", status: "released", releases: 1 },
      { title: "Letter.docx", status: "released", releases: 1 },
    ]);
  });

  test("all at once, for the sum; and taps in a row release once", async ({ kiosk, copier }) => {
    await tapPin(kiosk, copier.pins.ana);
    const all = kiosk.getByRole("button", { name: "Print all 2 · $2.92" });
    await all.evaluate((button: HTMLElement) => {
      button.click();
      button.click();
      button.click();
    });
    await expect(kiosk.getByRole("heading", { name: "2 are printing" })).toBeVisible();
    expect((await jobsOf(copier)).map(({ releases }) => releases)).toEqual([1, 1]);
  });

  test("a price that has changed is shown before anything is printed", async ({ kiosk, copier }) => {
    await tapPin(kiosk, copier.pins.ana);
    const release = kiosk.getByRole("button", { name: "Print · $2.50, Fire plan.pdf" });
    await expect(release).toBeVisible();
    await control("/prices", { ...copier, colourMinor: 40 });
    await release.click();
    await expect(kiosk.getByText(/Fire plan.pdf costs something else now. Nothing was printed/).first()).toBeVisible();
    await expect(
      kiosk.getByText("20 colour pages from your credits, 10 × $0.40 = $4.00 on your account"),
    ).toBeVisible();
    expect((await jobsOf(copier)).map(({ status }) => status)).toEqual(["held", "held"]);
    await kiosk.getByRole("button", { name: "Print · $4.00, Fire plan.pdf" }).click();
    await expect(kiosk.getByRole("heading", { name: "It is printing" })).toBeVisible();
  });

  test("of all, what got dearer stops, and says so beside what is printing", async ({ kiosk, copier }) => {
    await tapPin(kiosk, copier.pins.ana);
    const all = kiosk.getByRole("button", { name: "Print all 2 · $2.92" });
    await expect(all).toBeVisible();
    await kiosk.route("**/api/print/release", async (route) => {
      const answer = await route.fetch();
      await control("/prices", { ...copier, monoMinor: 30 });
      await route.fulfill({ response: answer });
    });
    await all.click();
    await expect(kiosk.getByRole("heading", { name: "It is printing" })).toBeVisible();
    await expect(
      kiosk.getByText(/The others were not printed: Letter.docx costs something else now/).first(),
    ).toBeVisible();
    expect((await jobsOf(copier)).map(({ status }) => status)).toEqual(["released", "held"]);
  });

  test("a print is deleted after a question, and its pages are free again", async ({ kiosk, copier }) => {
    await tapPin(kiosk, copier.pins.ana);
    await kiosk.getByRole("button", { name: "Delete, Fire plan.pdf" }).click();
    await kiosk.getByRole("button", { name: "Keep it" }).click();
    await kiosk.getByRole("button", { name: "Delete, Fire plan.pdf" }).click();
    await kiosk.getByRole("button", { name: "Yes, delete" }).click();
    await expect(kiosk.getByText(/Fire plan.pdf is deleted/).first()).toBeVisible();
    await expect(kiosk.getByText("20 colour pages", { exact: true })).toBeVisible();
    expect((await jobsOf(copier)).map(({ status }) => status)).toEqual(["cancelled", "held"]);
  });

  test("a copier that is off takes no prints, and says so before the PIN", async ({ kiosk, copier }) => {
    await tapPin(kiosk, copier.pins.ana);
    await control("/copiers/silence", copier);
    await kiosk.getByRole("button", { name: "Print all 2 · $2.92" }).click();
    await expect(
      kiosk.getByText(/Copier 1 does not answer at the moment. Your prints still wait/).first(),
    ).toBeVisible();
    expect((await jobsOf(copier)).map(({ status }) => status)).toEqual(["held", "held"]);
    await kiosk.reload();
    await expect(kiosk.getByText(/Copier 1 does not answer at the moment. Your prints wait for a day/)).toBeVisible();
  });

  test("more pages are bought on the account, and the print costs less at once", async ({ kiosk, copier }) => {
    await tapPin(kiosk, copier.pins.ana);
    await kiosk.getByRole("button", { name: "Get more pages" }).click();
    await expect(
      kiosk.getByText("Nothing is paid here: what you buy goes on your account, as an open charge."),
    ).toBeVisible();
    await expect(kiosk.getByText("50 colour pages, good for 90 days")).toBeVisible();
    await kiosk.getByRole("button", { name: "Buy · $9.00, Colour 50" }).click();
    await control("/packs/price", { ...copier, priceMinor: 950 });
    await kiosk.getByRole("button", { name: "Yes, buy for $9.00" }).click();
    await expect(kiosk.getByText(/This one has another price now. Nothing was bought/).first()).toBeVisible();
    await kiosk.getByRole("button", { name: "Buy · $9.50, Colour 50" }).click();
    await expect(kiosk.getByText("50 colour pages: $9.50 goes on your account as an open charge.")).toBeVisible();
    await kiosk.getByRole("button", { name: "Yes, buy for $9.50" }).dblclick();
    await expect(kiosk.getByText("50 colour pages are yours now. $9.50 is on your account.").first()).toBeVisible();
    await expect(kiosk.getByText("30 colour pages from your credits", { exact: false })).toBeVisible();
    await expect(kiosk.getByText("40 colour pages left afterwards")).toBeVisible();
    expect(await control("/charges", copier)).toEqual([{ label: "Colour 50", openMinor: 950 }]);
    await kiosk.getByRole("button", { name: "Print, Fire plan.pdf", exact: true }).click();
    await expect(kiosk.getByRole("heading", { name: "It is printing" })).toBeVisible();
  });

  test("a pack that was taken off the shelf is not bought", async ({ kiosk, copier }) => {
    await tapPin(kiosk, copier.pins.ana);
    await kiosk.getByRole("button", { name: "Get more pages" }).click();
    await kiosk.getByRole("button", { name: "Buy · $9.00, Colour 50" }).click();
    await control("/packs/archive", copier);
    await kiosk.getByRole("button", { name: "Yes, buy for $9.00" }).click();
    await expect(kiosk.getByText("This one is not offered any more. Nothing was bought.").first()).toBeVisible();
    expect(await control("/charges", copier)).toEqual([]);
  });
});

test("a code is read as a reader types it, and the next person's code takes over", async ({ kiosk, copier }) => {
  await submit(copier, [
    { title: "Ana's offer.pdf", sides: 2 },
    { title: "Jonas's thesis.pdf", sides: 2, user: copier.space.jonas.email },
  ]);
  const { code } = await control<{ code: string }>("/codes", { ...copier, who: "ana" });
  await scan(kiosk, code);
  await expect(kiosk.getByRole("heading", { level: 1, name: "Ana Ferreira" })).toBeVisible();
  await expect(kiosk.getByText("Ana's offer.pdf")).toBeVisible();
  await scan(kiosk, (await control<{ code: string }>("/codes", { ...copier, who: "jonas" })).code);
  await expect(kiosk.getByRole("heading", { level: 1, name: "Jonas Weil" })).toBeVisible();
  await expect(kiosk.getByText("Ana's offer.pdf")).toBeHidden();
  await expect(kiosk.getByText("Jonas's thesis.pdf")).toBeVisible();
});

test("with nothing that waits, it says where to send, and what is sent appears by itself", async ({
  kiosk,
  copier,
}) => {
  await tapPin(kiosk, copier.pins.ana);
  await expect(kiosk.getByText("Nothing waits for you here.")).toBeVisible();
  await expect(kiosk.getByText(/Send something to Copier 1 from your computer/)).toBeVisible();
  await submit(copier, [plan]);
  await expect(kiosk.getByRole("heading", { name: "Fire plan.pdf" })).toBeVisible({ timeout: 15_000 });
});

test("a wrong PIN says nothing of whose it is, and eight lock the pad for as long as it says", async ({
  kiosk,
  copier,
}) => {
  const wrong = ["000000", "111111"].find((pin) => !Object.values(copier.pins).includes(pin)) ?? "222222";
  const locked = kiosk.getByText("Too many wrong tries").first();
  let tries = 0;
  // One comes back every 38 seconds: where typing is slow there are a few more.
  for (; tries < 16 && !(await locked.isVisible()); tries += 1) {
    await tapPin(kiosk, wrong);
    await expect(kiosk.getByText("This PIN does not fit.").first().or(locked)).toBeVisible();
    await expect(kiosk.getByText("Just a moment …")).toBeHidden();
  }
  expect(tries).toBeGreaterThan(8);
  expect(tries).toBeLessThan(16);
  await expect(kiosk.getByText(/takes no PIN for \d+ seconds/)).toBeVisible();
  await expect(kiosk.getByRole("button", { name: "5", exact: true })).toBeDisabled();
  await kiosk.keyboard.type("123456", { delay: 20 });
  await expect(kiosk.getByText("Just a moment …")).toBeHidden();

  await test.step("the code of a phone opens all the same", async () => {
    // What follows keys within a tenth of a second is of the same reader.
    await kiosk.waitForTimeout(200);
    await scan(kiosk, (await control<{ code: string }>("/codes", { ...copier, who: "ana" })).code);
    await expect(kiosk.getByText("Ana Ferreira").first()).toBeVisible();
  });
});
