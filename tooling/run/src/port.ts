import { createServer } from "node:net";

/** Throws with a sentence when nothing can listen there. */
export async function checkPort(host: string, port: number): Promise<void> {
  const problem = await tryToListen(host, port);
  if (problem === null) return;
  if (problem === "EADDRINUSE") {
    throw new Error(
      `Port ${port} is taken by another program (perhaps by Working Social itself). Choose another: PORT=${port + 1} npm start`,
    );
  }
  if (problem === "EACCES")
    throw new Error(`Port ${port} may not be opened by this account. Choose one above 1023: PORT=4000 npm start`);
  if (problem === "EADDRNOTAVAIL")
    throw new Error(`This machine does not have the address ${host}. Set HOST to one of its own, or leave it out.`);
  throw new Error(`Nothing can listen on ${host}:${port} (${problem}). Set HOST and PORT.`);
}

function tryToListen(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
