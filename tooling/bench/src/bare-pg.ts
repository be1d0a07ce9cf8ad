import pg from "pg";
import { newId } from "@working-social/kernel";
import type { Facts, Recording } from "./replay.ts";
import type { Timing } from "./statistics.ts";
import { timingOf } from "./statistics.ts";

export interface BareTask {
  readonly config: pg.ClientConfig;
  readonly connections: number;
  /** What to repeat, and with which facts; called once for each repetition. */
  next(): { readonly recording: Recording; readonly facts: Facts };
}

export interface BarePg {
  run(seconds: number): Promise<Timing>;
  close(): Promise<void>;
}

/**
 * The floor of a booking: its statements in their order, on as many connections, by nothing but the pg client. The
 * connections stay open from round to round, as the server's do, with their statements prepared.
 */
export async function openBarePg({ config, connections, next }: BareTask): Promise<BarePg> {
  const clients = await Promise.all(Array.from({ length: connections }, () => connected(config)));
  const once = async (client: pg.Client) => {
    const { recording, facts } = next();
    const all: Facts = { ...facts, ...Object.fromEntries(recording.freshIds.map((id) => [id, newId()])) };
    for (const { name, text, values } of recording.statements) {
      await client.query({ ...(name === undefined ? {} : { name }), text, values: values(all) });
    }
  };
  return {
    async run(seconds) {
      const latenciesMs: number[] = [];
      const started = performance.now();
      let ended = started;
      const repeat = async (client: pg.Client) => {
        while (performance.now() - started < seconds * 1000) {
          const began = performance.now();
          await once(client);
          ended = performance.now();
          latenciesMs.push(ended - began);
        }
      };
      await Promise.all(clients.map(repeat));
      return timingOf(latenciesMs, ended - started);
    },
    async close() {
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}

async function connected(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(config);
  await client.connect();
  return client;
}
