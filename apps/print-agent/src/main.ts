#!/usr/bin/env node
import { parseArgs } from "node:util";
import { setTimeout as wait } from "node:timers/promises";
import { systemClock } from "@working-social/kernel";
import { Agent, TokenRevokedError } from "./agent.ts";
import { adviceOn, readConfig, readToken, SetUpError } from "./config.ts";

const USAGE = `working-social-print-agent --config print-agent.json

Tells Working Social what was printed: follows page_log of CUPS, or the CSV log of PaperCut. See apps/print-agent/README.md.`;

const log = (message: string) => process.stderr.write(`${message}\n`);

/** Exit codes: 1 for a set-up that can't work, 3 for a token that the server refuses. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { config: { type: "string" }, once: { type: "boolean", default: false } } });
  if (!values.config) {
    log(USAGE);
    return 1;
  }
  const config = await readConfig(values.config);
  const agent = await Agent.open(config, await readToken(config), { now: () => systemClock.now(), log });
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  const advice = adviceOn(config);
  if (advice !== null) log(advice);
  log(`Following ${config.log}; ${agent.waiting} wait to be told.`);
  while (!stopping.signal.aborted) {
    await agent.cycle().catch((error: unknown) => {
      if (error instanceof TokenRevokedError) throw error;
      log(
        `This look at the log failed, the next one comes in ${config.pollSeconds} s: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    if (values.once && agent.waiting === 0) break;
    await wait(config.pollSeconds * 1000, undefined, { signal: stopping.signal }).catch(() => {});
  }
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof TokenRevokedError) {
    log(
      `${error.message} Nothing is lost: make a new token under Manage, put it into the token file and start the agent again.`,
    );
    process.exitCode = 3;
  } else if (error instanceof SetUpError) {
    log(error.message);
    process.exitCode = 1;
  } else throw error;
}
