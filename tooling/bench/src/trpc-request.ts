import type { HttpRequest } from "./http-load.ts";

export function query(procedure: string, input: unknown, cookie: string): HttpRequest {
  const path = `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
  return { method: "GET", path, headers: { cookie } };
}

export function mutation(procedure: string, input: unknown, cookie: string): HttpRequest {
  return {
    method: "POST",
    path: `/api/trpc/${procedure}`,
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify(input),
  };
}

/** Sends one request; the procedure's answer. Throws with the answer when it is a refusal. */
export async function send<T>(url: string, { method, path, headers, body }: HttpRequest): Promise<T> {
  const response = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path.split("?")[0]} was answered ${response.status}: ${text}`);
  return (JSON.parse(text) as { result: { data: T } }).result.data;
}
