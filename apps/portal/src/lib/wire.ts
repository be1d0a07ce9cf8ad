import { isDirected, typed } from "@working-social/kernel";
import { ApiError } from "./api-error.ts";
import { chosenOrganization } from "./session.ts";

// tRPC's HTTP protocol, spoken without its client: that is a tenth of the code that the first page may load. What is
// asked in one turn goes in one request. Protocol: https://trpc.io/docs/rpc

const url = "/api/trpc";
const mostInOne = 10;

interface Question {
  path: string;
  input: unknown;
  signal: AbortSignal | undefined;
  resolve: (data: unknown) => void;
  reject: (error: unknown) => void;
}

let waiting: Question[] = [];
let firstAnswer: string | undefined;

/** When the server gave its first answer to this page, by its clock (rounded down to the second): what is shown is no older. */
export function firstAnswerAt(): string | undefined {
  return firstAnswer;
}

/** Calls a query. Rejects with ApiError, or with the signal's reason when it is aborted. */
export function ask(path: string, input: unknown, signal?: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (waiting.length === 0) queueMicrotask(sendWaiting);
    waiting.push({ path, input, signal, resolve, reject });
  });
}

/** Calls a mutation, in a request of its own. Rejects with ApiError. */
export async function change(path: string, input: unknown): Promise<unknown> {
  const body = input === undefined ? null : toJson(input);
  return dataOf(await send(`${url}/${path}`, { method: "POST", body }));
}

function sendWaiting(): void {
  const questions = waiting.filter(({ signal }) => !signal?.aborted);
  waiting = [];
  for (let first = 0; first < questions.length; first += mostInOne) {
    void sendTogether(questions.slice(first, first + mostInOne));
  }
}

async function sendTogether(questions: Question[]): Promise<void> {
  const paths = questions.map(({ path }) => path).join(",");
  const inputs = Object.fromEntries(questions.map(({ input }, index) => [index, input]));
  try {
    const answers = await send(`${url}/${paths}?batch=1&input=${encodeURIComponent(toJson(inputs))}`, {});
    if (!Array.isArray(answers)) throw new ApiError({ code: "offline" });
    questions.forEach((question, index) => settle(question, answers[index]));
  } catch (error) {
    for (const { reject } of questions) reject(error);
  }
}

function settle({ resolve, reject }: Question, answer: unknown): void {
  try {
    resolve(dataOf(answer));
  } catch (error) {
    reject(error);
  }
}

/** A text that was shown isolated goes back as it came. */
function toJson(input: unknown): string {
  return JSON.stringify(input, (_key, value: unknown) => (typeof value === "string" ? typed(value) : value));
}

/** The JSON that comes back, whatever the status; no JSON at all (no network, a proxy's page) is "offline". */
async function send(address: string, init: RequestInit): Promise<unknown> {
  const organizationId = chosenOrganization();
  const headers = {
    ...(init.method === "POST" ? { "content-type": "application/json" } : {}),
    ...(organizationId ? { "x-organization-id": organizationId } : {}),
  };
  try {
    const response = await fetch(address, { ...init, headers });
    firstAnswer ??= response.headers.get("date") ?? undefined;
    const text = await response.text();
    const answer: unknown = JSON.parse(text);
    // What names do to the direction of letters ends with them, wherever they are shown.
    return isDirected(text) ? (await import("./isolate.ts")).isolatedTexts(answer) : answer;
  } catch {
    throw new ApiError({ code: "offline" });
  }
}

function dataOf(answer: unknown): unknown {
  if (isRecord(answer) && isRecord(answer["result"])) return answer["result"]["data"];
  const data = isRecord(answer) && isRecord(answer["error"]) ? answer["error"]["data"] : undefined;
  const refusal = isRecord(data) ? data["refusal"] : answer && isRecord(answer) ? answer["refusal"] : undefined;
  throw ApiError.from(refusal);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
