import { createServer } from "node:http";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Agent } from "../agent.ts";
import { Config } from "../config.ts";
import type { AgentState } from "../state.ts";

interface Told {
  type: string;
  key: string;
  sides?: number;
  user?: string;
  jobId?: string | null;
}

/** A folder with a log, a server that counts like ours (the highest count of each key), and agents that come and go. */
export interface PrintServer {
  folder: string;
  log: string;
  url: string;
  told: Map<string, Told>;
  /** How many posts with events have come, and what the server does with them. */
  posts: number;
  mode: "fine" | "down" | "revoked" | "loses_answers" | "small" | "proxy_page" | "answers_400";
  /** What it answers to a report with an event of the user "poison". */
  poison: 200 | 400 | 500;
  messages: string[];
  agent(settings?: Partial<Config>): Promise<Agent>;
  state(): Promise<AgentState>;
  setNow(ms: number): void;
  close(): Promise<void>;
}

export const FORMAT = "%p %u %j %T %P %C %{job-name} %{media} %{sides}";
const START_MS = Date.parse("2026-11-25T09:00:00Z");

export async function aPrintServer(): Promise<PrintServer> {
  const folder = await mkdtemp(join(tmpdir(), "print-agent-"));
  let now = START_MS;
  const server: PrintServer = {
    folder,
    log: join(folder, "page_log"),
    url: "",
    told: new Map(),
    posts: 0,
    mode: "fine",
    poison: 200,
    messages: [],
    agent: (settings = {}) =>
      Agent.open(configOf(settings), "wsd_token", { now: () => now, log: (message) => server.messages.push(message) }),
    state: async () => JSON.parse(await readFile(join(folder, "state.json"), "utf8")),
    setNow: (ms) => {
      now = START_MS + ms;
    },
    close: async () => {
      await new Promise((resolve) => http.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
  const http = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const { events } = JSON.parse(text) as { events: Told[] };
    if (server.mode === "down") return void request.socket.destroy();
    const status = statusOf(server, events);
    if (status === 200 && server.mode !== "proxy_page" && events.length > 0) server.posts++;
    if (status === 200 && server.mode !== "proxy_page") for (const event of events) keepHighest(server.told, event);
    if (server.mode === "loses_answers") return void request.socket.destroy();
    const results = events.map(({ key, user }) => ({ key, outcome: user === "refused" ? "bad_input" : "settled" }));
    response.writeHead(status).end(server.mode === "proxy_page" ? "<html>" : JSON.stringify({ results, releases: [] }));
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  const port = typeof address === "object" && address ? address.port : 0;
  server.url = `http://127.0.0.1:${port}`;
  const configOf = (settings: Partial<Config>): Config =>
    Config.parse({
      server: server.url,
      tokenFile: join(folder, "token"),
      log: server.log,
      format: { kind: "cups", pageLogFormat: FORMAT },
      stateFile: join(folder, "state.json"),
      startAt: "beginning",
      quietSeconds: 0,
      ...settings,
    });
  await writeFile(server.log, "");
  return server;
}

function statusOf({ mode, poison }: PrintServer, events: readonly Told[]): number {
  if (mode === "revoked") return 401;
  if (mode === "answers_400") return 400;
  if (mode === "small" && events.length > 2) return 413;
  return events.some(({ user }) => user === "poison") ? poison : 200;
}

function keepHighest(told: Map<string, Told>, event: Told): void {
  const before = told.get(event.key);
  if (!before || (event.sides ?? 0) > (before.sides ?? 0)) told.set(event.key, event);
}

/** One job of `sides` sides, a line a job. */
export function totalLine(jobId: number, sides: number, user = "ana"): string {
  return `Copier ${user} ${jobId} [25/Nov/2026:08:${String(jobId % 60).padStart(2, "0")}:00 +0000] total ${sides} Plan ${jobId} A4 one-sided\n`;
}

export function pageLine(jobId: number, page: number): string {
  return `Copier ana ${jobId} [25/Nov/2026:08:00:${String(page % 60).padStart(2, "0")} +0000] ${page} 1 Plan ${jobId} A4 one-sided\n`;
}
