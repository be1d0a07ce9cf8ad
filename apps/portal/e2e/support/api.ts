import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";

/** Asks the API as the person of that window. */
export async function ask<Answer>(page: Page, path: string, input?: object): Promise<Answer> {
  const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const response = await page.request.get(`/api/trpc/${path}${query}`);
  return dataOf(response.ok(), await response.text());
}

/** Creates something through the API as the person of that window, as a form does: with a key of its own. */
export function create<Answer>(page: Page, path: string, input: object): Promise<Answer> {
  return change(page, path, { ...input, idempotencyKey: randomUUID() });
}

/** Changes something through the API as the person of that window. */
export async function change<Answer>(page: Page, path: string, input: object): Promise<Answer> {
  const headers = { origin: process.env["E2E_URL"] ?? "" };
  const response = await page.request.post(`/api/trpc/${path}`, { data: input, headers });
  return dataOf(response.ok(), await response.text());
}

function dataOf<Answer>(isOk: boolean, text: string): Answer {
  if (!isOk) throw new Error(text);
  return (JSON.parse(text) as { result: { data: Answer } }).result.data;
}
