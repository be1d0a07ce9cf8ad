import { needsSetup } from "@working-social/directory";
import { readEnv } from "./env.ts";
import { explain } from "./explain.ts";
import { setUpCode } from "./set-up-code.ts";
import { startServer } from "./start.ts";
import { stopOnSignals } from "./stop-on-signals.ts";

try {
  const server = await startServer(await readEnv(process.env));
  stopOnSignals(() => server.stop());
  const { env, log, db } = server.services;
  log.info({ host: env.host, port: server.port }, "listening");
  if ((await needsSetup(db)).needsSetup)
    log.warn(
      `Nobody owns this installation yet. Whoever opens ${env.publicUrl}/setup needs this code: ${setUpCode(env.secret)}`,
    );
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
