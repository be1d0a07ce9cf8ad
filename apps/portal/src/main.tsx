import "./main.css";
import { startPortal } from "./start.tsx";

/** Every time in the product is computed with Temporal; browsers that lack it fetch it first. */
async function start(): Promise<void> {
  if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");
  startPortal();
}

void start();
