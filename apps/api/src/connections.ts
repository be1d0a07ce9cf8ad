import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const LOOK_EVERY_MS = 20;

/**
 * The connections of a server, so that it can stop without failing a request. A client that keeps a connection sends its
 * next request into it at any moment; closing an idle one can meet that request on its way, and then it is lost. Only an
 * answer can say that a connection is over (`Connection: close`, RFC 9112, section 9.6).
 */
export interface Connections {
  /** From now on each answer ends its connection, those under way included. */
  endWithAnswers(): void;
  /** Waits until no connection is left, at most so long: clients with something to ask have asked, and moved on. */
  untilGone(patienceMs: number): Promise<void>;
  /** Closes what waits for no answer. */
  closeIdle(): void;
}

export function watchConnections(server: Server): Connections {
  const answers = new Map<Socket, ServerResponse | null>();
  let isEnding = false;
  server.on("connection", (socket: Socket) => {
    answers.set(socket, null);
    socket.on("close", () => answers.delete(socket));
  });
  server.prependListener("request", ({ socket }, response) => {
    answers.set(socket, response);
    if (isEnding) endAfter(response);
    response.on("close", () => answers.has(socket) && answers.set(socket, null));
  });
  return {
    endWithAnswers() {
      isEnding = true;
      for (const response of answers.values()) if (response) endAfter(response);
    },
    async untilGone(patienceMs) {
      for (const deadline = performance.now() + patienceMs; answers.size > 0 && performance.now() < deadline;)
        await sleep(LOOK_EVERY_MS);
    },
    closeIdle() {
      for (const [socket, response] of answers) if (response === null) socket.destroy();
    },
  };
}

function endAfter(response: ServerResponse): void {
  if (!response.headersSent) response.shouldKeepAlive = false;
}
