import type { AnyTRPCProcedure } from "@trpc/server";
import { appRouter } from "../router.ts";
import type { Meta } from "../trpc/trpc.ts";

export interface Answer {
  status: number;
  /** The result, or null for an error. */
  data: unknown;
  /** `data.refusal` of an error, or null. */
  refusal: { code: string; [key: string]: unknown } | null;
  text: string;
  headers: Headers;
}

/** Every procedure of the router by its path. */
export const procedures = appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>;

export function typeOf(path: string): "query" | "mutation" | "subscription" {
  const procedure = procedures[path];
  if (!procedure) throw new Error(`There is no procedure ${path}.`);
  return procedure._def.type;
}

/** What the procedure says that its verb needs. */
export function needsOf(path: string): Meta["needs"] {
  const meta = procedures[path]?._def.meta as Meta | undefined;
  if (!meta) throw new Error(`${path} names no permission.`);
  return meta.needs;
}

/** One call over HTTP, without a client that could hide anything. */
export async function call(
  url: string,
  path: string,
  input: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const isQuery = typeOf(path) !== "mutation";
  const query = isQuery && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : "";
  const response = await fetch(`${url}/api/trpc/${path}${query}`, {
    method: isQuery ? "GET" : "POST",
    headers: { ...(isQuery ? {} : { "content-type": "application/json" }), ...headers },
    ...(isQuery ? {} : { body: JSON.stringify(input ?? {}) }),
  });
  return answerOf(response);
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = JSON.parse(text) as { result?: { data: unknown }; error?: { data: { refusal: Answer["refusal"] } } };
  return {
    status: response.status,
    data: body.result?.data ?? null,
    refusal: body.error?.data.refusal ?? null,
    text,
    headers: response.headers,
  };
}
