import type { AddressInfo } from "node:net";
import { initTRPC } from "@trpc/server";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express from "express";
import pg from "pg";
import type { Statement } from "./record-statements.ts";

// The floor of a read, as a process of its own: a bare tRPC procedure on Express that runs recorded statements and answers
// with their rows. No session to decode, no rules, no headers, no log. Told by its parent what to run.

export interface BareServerTask {
  readonly config: pg.PoolConfig;
  /** One list for each request that was recorded; they are taken in turn. */
  readonly recordings: readonly (readonly Statement[])[];
}

process.once("message", (task: BareServerTask) => void serve(task));

async function serve({ config, recordings }: BareServerTask): Promise<void> {
  const pool = new pg.Pool({ ...config, max: 20 });
  const run = async ({ name, text, values }: Statement) => {
    const { rows } = await pool.query<Record<string, unknown>>({
      ...(name === undefined ? {} : { name }),
      text,
      values: [...values],
    });
    return rows;
  };
  const t = initTRPC.create();
  let turn = 0;
  const router = t.router({
    read: t.procedure.query(async () => {
      // The first asks for the session, and the others wait for it, as in the product.
      const [session, ...others] = recordings[turn++ % recordings.length] ?? [];
      const first = session ? await run(session) : [];
      return [first, ...(await Promise.all(others.map(run)))];
    }),
  });
  const app = express();
  app.disable("x-powered-by");
  app.use("/trpc", createExpressMiddleware({ router, maxBodySize: 1_000_000 }));
  const server = app.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
}
