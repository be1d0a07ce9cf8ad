import { encode } from "uqr";
import { change } from "./support/api.ts";
import { expect, test } from "./support/test.ts";

test("a tablet is set up by scanning one code, whose token no request and no history carries", async ({
  open,
  space,
}) => {
  const page = await open(space.mira, { viewport: { width: 390, height: 844 } });
  const { locationId } = space;
  const device = { locationId, name: "Copier", defaultColour: "mono", defaultPaperSize: "A4" };
  const { id } = await change<{ id: string }>(page, "printing.createDevice", {
    ...device,
    idempotencyKey: crypto.randomUUID(),
  });
  await page.goto(`/manage/copiers?edit=${id}`);
  const form = page.getByRole("dialog", { name: "Kiosk at Copier" });
  await form.getByLabel("Name").fill("Tablet");
  await form.getByRole("button", { name: "Add a kiosk" }).click();
  const code = page.getByRole("dialog").getByRole("img", { name: "Code that sets up Tablet" });
  await expect(code).toBeVisible();
  const token = (await page.getByRole("dialog").getByLabel("Token").textContent()) ?? "";
  const address = new URL(`/kiosk/print#token=${token}`, page.url()).href;
  const { data } = encode(address, { ecc: "M", border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  expect(await code.locator("path").getAttribute("d"), "the code says the address with the token").toBe(
    squares.join(""),
  );
  // Shown once: the next visit has none.
  await page.reload();
  await expect(page.getByText(token)).toHaveCount(0);
  await expect(page.getByRole("img", { name: /^Code that sets up/ })).toHaveCount(0);

  const tablet = await open(null, { viewport: { width: 1024, height: 768 } });
  const asked: string[] = [];
  tablet.on("request", (request) => asked.push(request.url()));
  await tablet.goto(address);
  await expect(tablet.getByRole("heading", { name: "Set up printing on this screen" })).toBeHidden();
  await expect(tablet.getByText("Copier").first()).toBeVisible();
  expect(tablet.url()).toBe(new URL("/kiosk/print", page.url()).href);
  // The document's own address is what somebody opened; what is asked of servers ends before the "#".
  expect(asked.map((url) => url.replace(/#.*$/, "")).filter((url) => url.includes(token))).toEqual([]);
  await tablet.reload();
  await expect(tablet.getByText("Copier").first()).toBeVisible();

  const stranger = await open(null);
  await stranger.goto(address.replace(/.{8}$/, "AAAAAAAA"));
  await expect(
    stranger.getByText("No kiosk has this token, or not any more. Make a new one beside the copier."),
  ).toBeVisible();
  expect(stranger.url()).toBe(new URL("/kiosk/print", page.url()).href);
});
