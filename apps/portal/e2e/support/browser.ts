import { existsSync } from "node:fs";
import { chromium, type Browser } from "@playwright/test";

/** A browser that is on the machine already, else the Chromium that the npm package carries. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env["CHROMIUM_PATH"] ?? chromium.executablePath();
  if (existsSync(own)) return chromium.launch({ executablePath: own });
  const { default: carried } = await import("@sparticuz/chromium");
  // Its own arguments are for a function in a cloud: one process, which dies on the second page, a GPU made of software, which
  // takes a fifth of the time, and a web without its security.
  const args = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--font-render-hinting=none"];
  return chromium.launch({ executablePath: await carried.executablePath(), args });
}
