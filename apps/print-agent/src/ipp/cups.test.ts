import { createServer } from "node:http";
import type { Server } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CupsError, CupsServer } from "./cups.ts";
import { encodeRequest, OPERATIONS, STATUS } from "./message.ts";

// What a real CUPS seldom does, over TCP. What it does all day is in queue/queue.test.ts, over its socket.
let http: Server;
let cups: CupsServer;
let answer: { http: number; body: Buffer };
let asked: { operation: number; type: string | undefined; authorization: string | undefined }[];
beforeEach(async () => {
  asked = [];
  http = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { authorization, "content-type": type } = request.headers;
    asked.push({ operation: Buffer.concat(chunks).readUInt16BE(2), type, authorization });
    response.writeHead(answer.http).end(answer.body);
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  const port = typeof address === "object" && address ? address.port : 0;
  cups = new CupsServer({ cups: `http://127.0.0.1:${port}`, user: "root" });
});
afterEach(() => http.close());

/** An answer has the shape of a request; its status stands where the operation does. */
const says = (status: number) => {
  answer = { http: 200, body: encodeRequest(status, 1, [["name", "status-message", "Not today."]]) };
};

test("over TCP nobody vouches for the agent: it says its name in the request only", async () => {
  says(0);
  expect(await cups.openJobs()).toEqual([]);
  expect(asked).toEqual([{ operation: OPERATIONS.getJobs, type: "application/ipp", authorization: undefined }]);
});
test("what is over already needs neither release nor cancellation, and a job that is forgotten is none", async () => {
  for (const status of [STATUS.notPossible, STATUS.notFound, STATUS.gone]) {
    says(status);
    await cups.release(1);
    await cups.cancel(1);
  }
  says(STATUS.notFound);
  expect(await cups.job(1)).toBeNull();
  expect(asked.map(({ operation }) => operation).slice(0, 2)).toEqual([OPERATIONS.releaseJob, OPERATIONS.cancelJob]);
});
test("every other refusal is said, with what CUPS says itself", async () => {
  says(0x0403);
  await expect(cups.release(1)).rejects.toThrow("CUPS answers 0x0403: Not today.");
  says(STATUS.notPossible);
  await expect(cups.openJobs()).rejects.toThrow(CupsError);
});
test("an account that CUPS does not trust, a fault, half an answer, and nobody there", async () => {
  says(0);
  answer.http = 401;
  await expect(cups.openJobs()).rejects.toThrow("does not trust the account root: it needs root, or the group lpadmin");
  answer.http = 500;
  await expect(cups.openJobs()).rejects.toThrow("CUPS answers 500.");
  answer = { http: 200, body: Buffer.from([2, 0]) };
  await expect(cups.openJobs()).rejects.toThrow(RangeError);
  const nobody = new CupsServer({ cups: "/nowhere/cups.sock", user: "root" });
  await expect(nobody.openJobs()).rejects.toThrow("ENOENT");
});
