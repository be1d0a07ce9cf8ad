import type { Logger, LoggerOptions } from "pino";
import { pino } from "pino";
import type { Env } from "./env.ts";

export type Log = Logger;

/** A write for each line costs a tenth of a small answer's processor time: lines wait for others, but not long. */
const WAIT_MS = 100;
const WAIT_BYTES = 4_096;
const WARN = 40;

/**
 * Lines of JSON on standard output. They are written some at a time, a tenth of a second late at most; a warning or a fault is written
 * at once with all before it, and the end of the process writes the rest: only a kill without notice can lose the last requests' lines.
 * What is logged is named at each place (method, route, status, ids); the paths below are only the last net, should somebody log a
 * whole request or error. `fd`: another file than standard output.
 */
export function openLog(env: Pick<Env, "logLevel">, fd: number = process.stdout.fd): Log {
  const out = pino.destination({ fd, sync: true, minLength: WAIT_BYTES });
  let waiting: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(waiting);
    waiting = undefined;
    out.flush();
  };
  process.on("exit", () => waiting && write());
  const options: LoggerOptions = {
    level: env.logLevel,
    base: null,
    hooks: {
      logMethod(given, log, level) {
        log.apply(this, given);
        waiting ??= setTimeout(write, WAIT_MS).unref();
        if (level >= WARN) write();
      },
    },
    redact: {
      paths: [
        "cookie",
        "token",
        "password",
        "email",
        "otp",
        "*.detail", // PostgreSQL repeats in it what somebody typed
        "*.cookie",
        "*.authorization",
        "*.token",
        "*.password",
        "*.email",
        "*.otp",
      ],
      remove: true,
    },
  };
  return pino(options, out);
}
