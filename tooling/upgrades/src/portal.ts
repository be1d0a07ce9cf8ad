import type { TRPCClient, TRPCLink } from "@trpc/client";
import { createTRPCClient, httpLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "@working-social/api";
import { cookieOf } from "@working-social/api/testing/serve-database";
import type { RepeatableRequest } from "./fixture-file.ts";

/** The API as one person's portal calls it. */
export type Portal = TRPCClient<AppRouter>;

/** Signed in with the session of a token; hears of each request with a key that was answered. */
export function portalOf(
  url: string,
  token: string,
  onRepeatable: (request: Omit<RepeatableRequest, "by">) => void = () => undefined,
): Portal {
  const recording: TRPCLink<AppRouter> =
    () =>
    ({ op, next }) =>
      observable((observer) =>
        next(op).subscribe({
          next(value) {
            const { path, input } = op;
            if (isRepeatable(input) && "data" in value.result)
              onRepeatable({ path, input, answeredId: idOf(value.result.data) });
            observer.next(value);
          },
          error: (error) => observer.error(error),
          complete: () => observer.complete(),
        }),
      );
  return createTRPCClient<AppRouter>({
    links: [recording, httpLink({ url: `${url}/api/trpc`, headers: { cookie: cookieOf(token) } })],
  });
}

/** The same request again, as a client does whose answer was lost: the id in the answer, if it has one. Rejects when it is refused. */
export async function repeat(url: string, token: string, { path, input }: RepeatableRequest): Promise<string | null> {
  const response = await fetch(`${url}/api/trpc/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: cookieOf(token) },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} is refused when it is repeated: ${text}`);
  const { result } = JSON.parse(text) as { result: { data: unknown } };
  return idOf(result.data);
}

function isRepeatable(input: unknown): input is Record<string, unknown> {
  return typeof input === "object" && input !== null && "idempotencyKey" in input;
}

/** Of a thing that was made, a lot that was given or a pack that was bought. */
function idOf(answer: unknown): string | null {
  const fields: Record<string, unknown> = { ...Object(answer) };
  const id = fields["id"] ?? fields["lotId"] ?? fields["purchaseId"];
  return typeof id === "string" ? id : null;
}
