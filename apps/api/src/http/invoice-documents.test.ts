import type { BilledSpace } from "@working-social/billing/testing";
import { aBilledSpace } from "@working-social/billing/testing";
import { anOrganization } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RawAnswer } from "../testing/raw-request.ts";
import { rawRequest } from "../testing/raw-request.ts";
import type { Caller, TestServer } from "../testing/test-server.ts";
import { aCaller, startTestServer } from "../testing/test-server.ts";

let server: TestServer;
let billed: BilledSpace;
let ana: Caller;
let invoiceId: string;
beforeAll(async () => {
  server = await startTestServer({ runsJobs: false });
  billed = await aBilledSpace(server.database);
  ana = await aCaller(server, billed.space.organizationId);
  await billed.sign(await billed.plan(), { holder: { personId: ana.personId } });
  await billed.bill("2026-12-01");
  const { rows } = await server.database.owner.query<{ id: string }>("SELECT id FROM invoices");
  invoiceId = rows[0]?.id ?? "";
});
afterAll(() => server.close());

const get = (path: string, caller: Pick<Caller, "cookie"> | null): Promise<RawAnswer> =>
  rawRequest(server.url, `/invoices/${path}`, { headers: caller ? { cookie: caller.cookie } : {} });
const codeOf = ({ text }: RawAnswer) =>
  (JSON.parse(text) as { error: { data: { refusal: { code: string } } } }).error.data.refusal.code;

test("a link opens one's own invoice, named by its number, and nobody keeps it", async () => {
  const answer = await get(`${invoiceId}.pdf`, ana);
  expect([answer.status, answer.headers["content-type"], answer.body.subarray(0, 5).toString()]).toEqual([
    200,
    "application/pdf",
    "%PDF-",
  ]);
  expect(answer.headers).toMatchObject({
    "content-disposition": 'inline; filename="2026-0001.pdf"',
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
});

test("strangers are asked to sign in, and for everybody else it is not there", async () => {
  const { id: elsewhere } = await anOrganization(server.database.owner);
  const [colleague, foreigner] = [
    await aCaller(server, billed.space.organizationId),
    await aCaller(server, elsewhere, { role: "owner" }),
  ];
  for (const extension of ["pdf", "xml"]) {
    const file = `${invoiceId}.${extension}`;
    const stranger = await get(file, null);
    expect([stranger.status, codeOf(stranger)]).toEqual([401, "unauthenticated"]);
    for (const caller of [colleague, foreigner]) {
      const answer = await get(file, caller);
      expect([answer.status, codeOf(answer), answer.headers["cache-control"]]).toEqual([404, "not_found", "no-store"]);
    }
    expect((await get(`${file}?organization=${elsewhere}`, ana)).status).toBe(404);
    expect((await get(`${newId()}.${extension}`, ana)).status).toBe(404);
  }
});

test("an e-invoice that would break a rule is none: the seller has no address", async () => {
  const answer = await get(`${invoiceId}.xml`, ana);
  expect([answer.status, codeOf(answer)]).toEqual([409, "no_e_invoice"]);
  expect((await get(`${invoiceId}.xml?format=word`, ana)).status).toBe(400);
});

test("with its parties complete it is downloaded", async () => {
  const call = async (path: string, input: object) => {
    const owner = await aCaller(server, billed.space.organizationId, { role: "owner" });
    expect((await owner.call(path, input)).status, path).toBe(200);
  };
  const { owner } = server.database;
  const { rows } = await owner.query<{ seller: string; account: string }>(
    `SELECT seller_id AS seller, (SELECT id FROM billing_accounts WHERE owner_id = $1) AS account FROM invoices`,
    [ana.personId],
  );
  const address = { street: "Kai 1", city: "Hamburg", postCode: "20457", country: "DE" };
  await call("sellers.update", { id: rows[0]?.seller, ...address, vatId: "DE136695976" });
  await call("accounts.update", { id: rows[0]?.account, ...address });
  billed.on("2027-01-02");
  await billed.bill("2027-01-01");
  const later = await owner.query<{ id: string }>("SELECT id FROM invoices ORDER BY issue_date DESC LIMIT 1");
  const answer = await get(`${later.rows[0]?.id ?? ""}.xml`, ana);
  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/xml; charset=utf-8"]);
  expect(answer.headers["content-disposition"]).toMatch(/^attachment; filename="[\d-]+\.xml"$/);
  expect(answer.text).toContain("<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>");
});

test("what is no document is no address of ours", async () => {
  for (const path of ["x.pdf", `${invoiceId}.doc`, "../x.pdf"]) expect((await get(path, ana)).status, path).toBe(404);
});
