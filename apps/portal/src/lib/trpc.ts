import { skipToken } from "@tanstack/react-query";
import type { TRPCClient } from "@trpc/client";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@working-social/api";
import { ask, change } from "./wire.ts";

// The shape and the keys of @trpc/tanstack-react-query and @trpc/client, for the parts of them that the portal uses;
// their types check every call. See wire.ts for the reason.

type Verb = (path: string, first: never, second: never) => unknown;

function queryKey(path: string, input: unknown) {
  return [path.split("."), { ...(input === undefined ? {} : { input }), type: "query" }];
}

const optionVerbs: Record<string, Verb> = {
  queryOptions: (path, input: unknown, options: object = {}) => ({
    ...options,
    queryKey: queryKey(path, input === skipToken ? undefined : input),
    queryFn: input === skipToken ? skipToken : ({ signal }: { signal: AbortSignal }) => ask(path, input, signal),
  }),
  mutationOptions: (path, options: object = {}) => ({
    ...options,
    mutationKey: [path.split(".")],
    mutationFn: (input: unknown) => change(path, input),
  }),
  queryKey: (path, input: unknown) => queryKey(path, input),
  queryFilter: (path, input: unknown, filters: object = {}) => ({
    ...filters,
    queryKey: input === undefined ? [path.split(".")] : queryKey(path, input),
  }),
  pathKey: (path) => [path.split(".")],
  pathFilter: (path, filters: object = {}) => ({ ...filters, queryKey: [path.split(".")] }),
};

const callVerbs: Record<string, Verb> = {
  query: (path, input: unknown, options: { signal?: AbortSignal } = {}) => ask(path, input, options.signal),
  mutate: (path, input: unknown) => change(path, input),
};

/** `proxy.bookings.get.queryOptions(input)` becomes `verbs.queryOptions("bookings.get", input)`. */
function proxyOf(verbs: Record<string, Verb>, path: readonly string[] = []): unknown {
  return new Proxy(() => undefined, {
    get: (_target, name) => (typeof name === "string" ? proxyOf(verbs, [...path, name]) : undefined),
    apply: (_target, _this, [first, second]: [never, never]) => {
      const verb = verbs[path.at(-1) ?? ""];
      if (!verb) throw new Error(`${path.join(".")} is not offered by the portal's client: add it to trpc.ts.`);
      return verb(path.slice(0, -1).join("."), first, second);
    },
  });
}

/** Query and mutation options of every procedure: `useSuspenseQuery(trpc.session.me.queryOptions())`. */
export const trpc = proxyOf(optionVerbs) as TRPCOptionsProxy<AppRouter>;

/** Calls without a cache: `trpcClient.bookings.cancel.mutate(input)`. */
export const trpcClient = proxyOf(callVerbs) as TRPCClient<AppRouter>;
