import "./main.css";
import { markDocument } from "./lib/locale.ts";
import { textsHaveCome } from "./lib/texts/catalog.ts";
import { startPortal } from "./start.tsx";

/**
 * Every time in the product is computed with Temporal; browsers that lack it fetch it first. The first word is in the reader's
 * language: whoever reads another one than English waits for it.
 */
async function start(): Promise<void> {
  markDocument(document);
  if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");
  await textsHaveCome();
  startPortal();
}

void start();
