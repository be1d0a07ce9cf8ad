import type { AddressInfo, Server, Socket } from "node:net";
import { connect, createServer } from "node:net";

/** A way to the database that a test can cut and mend, as when PostgreSQL restarts, or let fall silent. */
export interface Proxy {
  /** The database's address through the proxy. */
  readonly url: string;
  /** Breaks all connections and refuses new ones. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** Drops what the connections of this moment send from now on, and tells neither side; new ones work. */
  dropSilently(): void;
  close(): Promise<void>;
}

export async function startProxy(databaseUrl: string): Promise<Proxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const ways = new Set<() => void>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    keep(client);
    keep(database);
    client.pipe(database).pipe(client);
    const endTogether = () => {
      client.destroy();
      database.destroy();
    };
    client.on("close", endTogether);
    database.on("close", endTogether);
    const silence = () => {
      client.unpipe(database).resume().off("close", endTogether);
      database.unpipe(client).resume().off("close", endTogether);
    };
    ways.add(silence);
    client.on("close", () => ways.delete(silence));
  });
  const port = await listen(server, 0);
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  const cut = async () => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const dropSilently = () => {
    for (const silence of ways) silence();
    ways.clear();
  };
  return { url: url.toString(), cut, dropSilently, close: cut, mend: () => listen(server, port).then(() => {}) };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}
