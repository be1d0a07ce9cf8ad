import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { smtpMailer } from "./smtp-mailer.ts";

/** As much of an SMTP server (RFC 5321) as one delivery needs. Refuses recipients at refused.example. */
async function aMailServer() {
  const received: string[] = [];
  const server = createServer((socket: Socket) => {
    let isData = false;
    let data = "";
    const say = (line: string) => socket.write(`${line}\r\n`);
    say("220 test");
    socket.on("data", (chunk) => {
      data += chunk.toString();
      if (isData && data.endsWith("\r\n.\r\n")) {
        received.push(data);
        isData = false;
        data = "";
        return say("250 kept");
      }
      for (let end = data.indexOf("\r\n"); !isData && end >= 0; end = data.indexOf("\r\n")) {
        const command = data.slice(0, end).toUpperCase();
        data = data.slice(end + 2);
        isData = command === "DATA";
        if (command === "QUIT") socket.end("221 bye\r\n");
        else if (command.includes("REFUSED.EXAMPLE")) say("550 no such person");
        else say(isData ? "354 go on" : "250 fine");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { received, url, close: () => server.close() };
}

const message = { to: "ana@example.test", subject: "Grüße & more", text: "Plain", html: "<p>Rich</p>" };

test("sends both forms of a message over SMTP, from the configured sender", async () => {
  const server = await aMailServer();
  const mailer = smtpMailer(server.url, "Quayside Works <hello@space.example>");
  await mailer.send(message);
  mailer.close();
  server.close();
  expect(server.received).toHaveLength(1);
  const [mail = ""] = server.received;
  expect(mail).toContain("From: Quayside Works <hello@space.example>");
  expect(mail).toMatch(/^To: ana@example\.test\r$/m);
  expect(mail).toContain("Content-Type: text/plain");
  expect(mail).toContain("Content-Type: text/html");
});

test("a mail that is sent again has the Message-ID of the first time", async () => {
  const server = await aMailServer();
  const mailer = smtpMailer(server.url, "Quayside Works <hello@space.example>");
  const id = "0199f2c4-7d1e-7000-8000-000000000001";
  for (const one of [id, id, undefined]) await mailer.send(message, one);
  mailer.close();
  server.close();
  const ids = server.received.map((mail) => /^Message-ID: (.*)\r$/m.exec(mail)?.[1]);
  expect(ids).toEqual([
    `<${id}@space.example>`,
    `<${id}@space.example>`,
    expect.stringMatching(/^<.+@space\.example>$/),
  ]);
  expect(ids[2]).not.toBe(ids[0]);
});

test("rejects when the server does, so that the job is tried again", async () => {
  const server = await aMailServer();
  const mailer = smtpMailer(server.url, "hello@space.example");
  await expect(mailer.send({ ...message, to: "ana@refused.example" })).rejects.toThrow("no such person");
  mailer.close();
  server.close();
});
