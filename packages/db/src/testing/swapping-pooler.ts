import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";
import pg from "pg";

/**
 * A pooler of the newer kind: it lends a server for one statement, understands prepared statements well enough that
 * nothing fails, and so would let one client's organization serve another's statement without a word. Two servers stand
 * behind each client here, and take turns with every statement.
 */
export interface SwappingPooler {
  readonly url: string;
  close(): Promise<void>;
}

/** `announces`: the process id that it tells a client, its own invention or that of the first server. */
export async function startSwappingPooler(
  databaseUrl: string,
  announces: "invented" | "first",
): Promise<SwappingPooler> {
  const open = new Set<{ end(): unknown }>();
  const server = createServer((client) => {
    client.on("error", () => {});
    open.add({ end: () => client.destroy() });
    client.once("data", () => void serve(client).catch(() => client.destroy()));
  });
  const serve = async (client: Socket) => {
    const servers = [await lendServer(databaseUrl), await lendServer(databaseUrl)] as const;
    for (const one of servers) open.add({ end: () => one.socket.destroy() });
    client.write(greeting(announces === "first" ? servers[0].pid : 4_711));
    let turn = 0;
    let asked: Buffer[] = [];
    for (const one of servers) one.socket.on("data", (answer: Buffer) => client.write(answer));
    client.on("data", (request: Buffer) => {
      asked.push(request);
      // The driver sends a statement whole: Query alone, or Parse … Sync.
      if (!isWhole(request)) return;
      servers[turn++ % 2]?.socket.write(Buffer.concat(asked));
      asked = [];
    });
    client.on("close", () => servers.forEach((one) => one.socket.destroy()));
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = Object.assign(new URL(databaseUrl), { hostname: "127.0.0.1", port: String(port) }).toString();
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const one of open) one.end();
    await closed;
  };
  return { url, close };
}

/** A connection that the driver has signed in, and whose socket is then ours. */
async function lendServer(databaseUrl: string): Promise<{ socket: Socket; pid: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => {});
  await client.connect();
  const socket = client.connection.stream as Socket;
  socket.removeAllListeners("data").on("error", () => {});
  return { socket, pid: Number(Reflect.get(client, "processID")) };
}

const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);

function isWhole(request: Buffer): boolean {
  const isQuery = request[0] === 0x51;
  return isQuery || request.subarray(-SYNC.length).equals(SYNC);
}

/** AuthenticationOk, BackendKeyData, ReadyForQuery. */
function greeting(pid: number): Buffer {
  const message = Buffer.alloc(9 + 13 + 6);
  message.write("R", 0);
  message.writeInt32BE(8, 1);
  message.write("K", 9);
  message.writeInt32BE(12, 10);
  message.writeInt32BE(pid, 14);
  message.write("Z", 22);
  message.writeInt32BE(5, 23);
  message.write("I", 27);
  return message;
}
