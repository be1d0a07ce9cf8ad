import { createServer } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerDevice } from "@working-social/copier";
import type { TestDatabase } from "@working-social/db/testing";
import { systemClock } from "@working-social/kernel";

/** The real answers of the API over HTTP, and a folder for an agent's files. */
export interface AnsweringServer {
  url: string;
  folder: string;
  /** "deaf": nothing arrives; "mute": all arrives and no answer does. */
  network: "fine" | "deaf" | "mute";
  ask(call: string, token: string, body: unknown): Promise<{ status: number; body: unknown }>;
  close(): Promise<void>;
}

export async function anAnsweringServer({ db }: TestDatabase): Promise<AnsweringServer> {
  const folder = await mkdtemp(join(tmpdir(), "print-agent-"));
  const http = createServer(async (request, response) => {
    if (server.network === "deaf") return void request.socket.destroy();
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const call = request.url?.split("/").at(-1) ?? "";
    const { authorization } = request.headers;
    const answer = await answerDevice({ db, clock: systemClock }, { call, authorization, body: JSON.parse(text) });
    if (server.network === "mute") return void request.socket.destroy();
    response.writeHead(answer.status).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  const server: AnsweringServer = {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    folder,
    network: "fine",
    ask: async (call, token, body) => {
      const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
      const url = `${server.url}/api/print/${call}`;
      const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
      return { status: response.status, body: await response.json() };
    },
    close: async () => {
      http.closeAllConnections();
      http.close();
      await rm(folder, { recursive: true });
    },
  };
  return server;
}
