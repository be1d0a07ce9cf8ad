import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { viesRegister } from "./vies-register.ts";

// A register of our own that answers as VIES does: over HTTP, since what may go wrong there is what counts here.

let answer: { status: number; body: string };
const asked: unknown[] = [];
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => (body += part.toString()));
  request.on("end", () => {
    asked.push(JSON.parse(body));
    response.writeHead(answer.status, { "content-type": "application/json", location: "/elsewhere" }).end(answer.body);
  });
});
let register: ReturnType<typeof viesRegister>;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  register = viesRegister(`http://127.0.0.1:${(server.address() as AddressInfo).port}/check-vat-number`);
});
afterAll(() => server.close());

const registered = { registeredName: null, registeredAddress: null, consultation: null };

test("asks in the seller's name, and takes what it is told", async () => {
  const told = { valid: true, name: "BRIGHTWATER NV", address: "KAAI 1\n9000 GENT", requestIdentifier: "WAPIAAAA1" };
  answer = { status: 200, body: JSON.stringify({ ...told, countryCode: "BE", requestDate: "2026-12-01T00:00:00Z" }) };
  expect(await register("BE0428759497", "DE136695976")).toEqual({
    source: "vies",
    outcome: "valid",
    registeredName: "BRIGHTWATER NV",
    registeredAddress: "KAAI 1\n9000 GENT",
    consultation: "WAPIAAAA1",
  });
  expect(asked).toEqual([
    { countryCode: "BE", vatNumber: "0428759497", requesterMemberStateCode: "DE", requesterNumber: "136695976" },
  ]);
});

test("what a member state does not tell is nothing", async () => {
  answer = { status: 200, body: JSON.stringify({ valid: false, name: "---", address: "", requestIdentifier: "" }) };
  expect(await register("DE136695976", null)).toEqual({ source: "vies", outcome: "invalid", ...registered });
});

test.each([
  ["a member state that does not answer", 200, '{"actionSucceed":false,"errorWrappers":[{"error":"MS_UNAVAILABLE"}]}'],
  ["a register that is down", 503, "{}"],
  ["a page in its place", 200, "<html>"],
  ["another address", 302, ""],
])("%s is an answer too: nothing is known", async (_, status, body) => {
  answer = { status, body };
  expect(await register("DE136695976", null)).toEqual({ source: "vies", outcome: "unavailable", ...registered });
});

test("nobody there is one as well", async () => {
  const nobody = viesRegister("http://127.0.0.1:9/");
  expect(await nobody("DE136695976", null)).toMatchObject({ outcome: "unavailable" });
});
