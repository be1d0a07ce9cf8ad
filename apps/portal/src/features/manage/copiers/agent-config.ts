/** What the agent's one file of configuration begins with: it reads what CUPS writes with the same PageLogFormat. */
export function agentConfig(server: string): string {
  const config = {
    server,
    tokenFile: "token",
    log: "/var/log/cups/page_log",
    format: { kind: "cups", pageLogFormat },
    stateFile: "print-agent-state.json",
  };
  return JSON.stringify(config, null, 2);
}

const pageLogFormat =
  "%p %u %j %T %P %C %{job-billing} %{job-originating-host-name} %{job-name} %{media} %{sides} %{job-impressions-completed}";
