import type { Logger } from "pino";
import { pino } from "pino";
import type { Env } from "./env.ts";

export type Log = Logger;

/**
 * Lines of JSON on standard output. What is logged is named at each place (method, route, status, ids); these paths are
 * only the last net, should somebody log a whole request or error.
 */
export function openLog(env: Pick<Env, "logLevel">): Log {
  return pino({
    level: env.logLevel,
    base: null,
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
  });
}
