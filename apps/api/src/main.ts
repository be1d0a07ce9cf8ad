import { readEnv } from "./env.ts";
import { explain } from "./explain.ts";
import { startServer } from "./start.ts";
import { stopOnSignals } from "./stop-on-signals.ts";

try {
  const server = await startServer(await readEnv(process.env));
  stopOnSignals(() => server.stop());
  server.services.log.info({ host: server.services.env.host, port: server.port }, "listening");
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
