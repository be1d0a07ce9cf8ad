import { control, expect, jobsOf, scan, setUp, submit, tapPin, test } from "./support/test.ts";

const plan = { title: "Fire plan.pdf", sides: 30 };
const letter = { title: "Letter.docx", sides: 4, colour: "mono" } as const;

test.describe("with a job of 30 colour pages and 20 pages left", () => {
  test.use({ waiting: { jobs: [plan] } });

  test("the split is there before the tap, and it is what is taken", async ({ kiosk, copier }) => {
    await tapPin(kiosk, copier.pins.ana);
    await expect(kiosk.getByRole("heading", { level: 1, name: "Ana Ferreira" })).toBeFocused();
    await expect(kiosk.getByText("20 of your colour pages, 10 × $0.25 = $2.50 on your account")).toBeVisible();
    await expect(kiosk.getByText("Then 0 colour pages left")).toBeVisible();
    await kiosk.getByRole("button", { name: "Print Fire plan.pdf for $2.50" }).click();
    await expect(kiosk.getByRole("heading", { level: 1, name: "It is printing" })).toBeFocused();
    await expect(kiosk.getByText("Take your pages from Copier 1.")).toBeVisible();
    expect(await jobsOf(copier)).toEqual([{ title: "Fire plan.pdf", status: "released", releases: 1 }]);
    await kiosk.getByRole("button", { name: "Done" }).click();
    await expect(kiosk.getByText("Enter your PIN, or hold your code to the reader.")).toBeVisible();
  });
});
