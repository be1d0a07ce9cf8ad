import { AsyncLocalStorage } from "node:async_hooks";

const requests = new AsyncLocalStorage<string>();

/** Runs what answers a request, so that whatever fails on the way is logged under the id that the client is shown. */
export function withRequestId(requestId: string, answer: () => void): void {
  requests.run(requestId, answer);
}

/** The id of the request that is being answered; "unknown" outside of one. */
export function currentRequestId(): string {
  return requests.getStore() ?? "unknown";
}
