import { deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IppValue } from "../ipp/message.ts";
import { countPages } from "./count-pages.ts";
import { estimateSides, queuedJobOf } from "./queued-job.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

/** A PDF as cairo writes it: page objects in the open. */
function pdf(pages: number): Buffer {
  const objects = Array.from(
    { length: pages },
    (_, index) => `${index + 3} 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n`,
  );
  return bytes(`%PDF-1.4\n2 0 obj\n<< /Type /Pages /Count ${pages} /Kids [] >>\nendobj\n${objects.join("")}%%EOF`);
}

/** From PDF 1.5 on: the page objects packed into a stream. */
function packedPdf(pages: number): Buffer {
  const objects = deflateSync(bytes(`<</Type/Pages/Count ${pages}>>${"<</Type/Page/Parent 2 0 R>>".repeat(pages)}`));
  const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/Filter/FlateDecode/N ${pages}/Length ${objects.length}>>\nstream\n`;
  return Buffer.concat([bytes(head), objects, bytes("\nendstream\nendobj\n%%EOF")]);
}

describe("how many pages a document has", () => {
  test("a PDF by its page objects, in the open or packed; also sent with gzip", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (pages) => {
        expect([pdf, packedPdf].map((make) => countPages(make(pages), "application/pdf"))).toEqual([pages, pages]);
        expect(countPages(gzipSync(pdf(pages)), "application/pdf")).toBe(pages);
      }),
    );
  });
  test("PostScript by its comments, wherever they stand", () => {
    expect(countPages(bytes("%!PS-Adobe-3.0\n%%Pages: 12\n%%EOF"), "")).toBe(12);
    expect(countPages(bytes("%!PS-Adobe-3.0\n%%Pages: (atend)\n%%Trailer\n%%Pages: 7\n"), "")).toBe(7);
    expect(countPages(bytes("%!PS\n%%Page: 1 1\nshowpage\n%%Page: 2 2\nshowpage\n"), "")).toBe(2);
    expect(countPages(bytes("%!PS\nshowpage\n"), "")).toBeNull();
  });
  test("a picture is one, text goes by its lines, of anything else nobody knows", () => {
    expect(countPages(bytes("\u0089PNG"), "image/png")).toBe(1);
    expect(countPages(bytes("RaS2"), "image/pwg-raster")).toBeNull();
    expect(countPages(bytes("a line\n".repeat(61)), "text/plain")).toBe(2);
    expect(countPages(bytes("\u001b%-12345X@PJL"), "application/vnd.cups-raw")).toBeNull();
  });
  test("nothing that claims to be a PDF, PostScript or gzip breaks it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("%PDF-1.7\n/Type/ObjStm stream\n", "%!PS\n", "\u001f\u008b"),
        fc.uint8Array(),
        (head, rest) => {
          const pages = countPages(Buffer.concat([bytes(head), rest]), "");
          expect(pages === null || pages > 0).toBe(true);
        },
      ),
    );
  });
});

describe("what is held for a job", () => {
  const job = (attributes: Record<string, readonly IppValue[]>) => {
    const group = new Map<string, readonly IppValue[]>(
      Object.entries({ "job-id": [1], "job-printer-uri": ["ipp://localhost/printers/Copier"], ...attributes }),
    );
    const found = queuedJobOf(group);
    if (!found) throw new Error("That is no job.");
    return found;
  };
  test("its sender's own count, then its pages, then its size; all copies together", () => {
    expect(estimateSides(job({ "job-impressions": [4], copies: [3] }), 99)).toBe(12);
    expect(estimateSides(job({ "job-impressions": [0], copies: [3] }), 5)).toBe(15);
    expect(estimateSides(job({ "job-k-octets": [101] }), null)).toBe(3);
    expect(estimateSides(job({}), null)).toBe(1);
  });
  test("only the pages that were chosen, and several on a side", () => {
    const ranges = [
      [1, 2],
      [9, 2_147_483_647],
    ] as const;
    expect(estimateSides(job({ "page-ranges": ranges }), 10)).toBe(4);
    expect(estimateSides(job({ "page-ranges": [[20, 30]] }), 10)).toBe(1);
    expect(estimateSides(job({ "number-up": [4] }), 10)).toBe(3);
  });
  test("never more than a job can have, whatever it claims", () => {
    expect(estimateSides(job({ "job-impressions": [2_147_483_647], copies: [2_147_483_647] }), null)).toBe(100_000);
    expect(job({ copies: [-3] }).copies).toBe(1);
  });
  test("only what is held without an end waits for its owner", () => {
    const state = (value: number, hold: string) => job({ "job-state": [value], "job-hold-until": [hold] }).state;
    expect([state(4, "indefinite"), state(4, "night"), state(3, "no-hold"), state(5, "no-hold")]).toEqual([
      "held",
      "waiting",
      "waiting",
      "waiting",
    ]);
    expect([7, 8, 9].map((value) => state(value, "indefinite"))).toEqual(["lost", "lost", "printed"]);
  });
  test("a CUPS that gives no UUID: number and moment", () => {
    expect(job({ "time-at-creation": [1795303776] }).key).toBe("queue/1@1795303776");
  });
});
