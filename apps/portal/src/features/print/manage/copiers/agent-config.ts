import { RECOMMENDED_PAGE_LOG_FORMAT } from "@working-social/copier/rules";

/** What the agent's one file of configuration begins with: it reads what CUPS writes with the same PageLogFormat. */
export function agentConfig(server: string): string {
  const config = {
    server,
    tokenFile: "token",
    log: "/var/log/cups/page_log",
    format: { kind: "cups", pageLogFormat: RECOMMENDED_PAGE_LOG_FORMAT },
    stateFile: "print-agent-state.json",
  };
  return JSON.stringify(config, null, 2);
}
