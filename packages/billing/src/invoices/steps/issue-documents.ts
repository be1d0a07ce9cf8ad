import type { Context, Sql } from "@working-social/db";
import { formatInstant, expectDefined, newId } from "@working-social/kernel";
import { billingError } from "../../errors.ts";
import { emit } from "../../events.ts";
import { documentPostings } from "../../journal/rules/postings.ts";
import { postEntries } from "../../journal/steps/post-entries.ts";
import { documentHash } from "../formats/document-hash.ts";
import type { Draft, DraftLine } from "../rules/draft.ts";
import { buyerOf } from "../rules/buyer-of.ts";
import { hasYears, numberOf } from "../rules/number.ts";
import type { DocumentKind } from "../../sellers/schema.ts";
import type { BuyerParty, SellerParty } from "../schema.ts";
import { chargeDays } from "./charge-days.ts";
import { insertDocuments } from "./insert-documents.ts";
import type { Series } from "./lock-series.ts";
import { lockSeries } from "./lock-series.ts";

/** A line as it is written. */
export interface IssuedLine extends Omit<DraftLine, "tax"> {
  readonly id: string;
  readonly netMinor: number;
  readonly tax: DraftLine["tax"];
  /** Of a credit note: the line that it corrects. */
  readonly creditsLineId: string | null;
}

/** A document as it is written. */
export interface IssuedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly draft: Omit<Draft, "lines">;
  readonly lines: readonly IssuedLine[];
  readonly seriesId: string;
  readonly year: number;
  readonly sequence: number;
  readonly number: string;
  readonly language: string;
  readonly seller: SellerParty;
  readonly buyer: BuyerParty;
  readonly correctsId: string | null;
  readonly reason: string | null;
  readonly issuedAt: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** What is to be issued: a draft, and of a correction what it corrects. */
export interface ToIssue {
  readonly draft: Draft;
  readonly correctsId: string | null;
  readonly reason: string | null;
}

/**
 * Writes drafts as documents, with their numbers, their days, their entries in the books in a dozen round trips however
 * many they are; and an event of each. The accounts are locked, and the drafts were made after it. Throws books_closed.
 */
export async function issueDocuments(
  tx: Sql,
  ctx: Context,
  drafts: readonly ToIssue[],
  runId: string | null,
): Promise<IssuedDocument[]> {
  if (drafts.length === 0) return [];
  const series = await lockSeries(
    tx,
    ctx,
    drafts.map(({ draft }) => draft),
  );
  const issuedAt = formatInstant(ctx.clock.now());
  const documents = drafts.map((one) => documentOf(one, series, issuedAt));
  await insertDocuments(tx, ctx, documents, { runId, series: [...series.values()] });
  await chargeDays(tx, ctx, documents);
  await postEntries(tx, ctx, documents.map(entryOf));
  for (const document of documents) await tellOf(tx, ctx, document);
  return documents;
}

function kindOf({ outcome }: Draft): DocumentKind {
  return outcome === "credit_note" ? "credit_note" : "invoice";
}

/** The next document of its series, which counts on. */
function documentOf(
  { draft, correctsId, reason }: ToIssue,
  all: ReadonlyMap<string, Series>,
  issuedAt: string,
): IssuedDocument {
  const kind = kindOf(draft);
  const series = expectDefined(all.get(`${draft.seller.sellerId} ${kind}`), "A seller has a series for each kind.");
  if (series.lockedUntil !== null && draft.issueDate <= series.lockedUntil)
    throw billingError({ code: "books_closed", lockedUntil: series.lockedUntil });
  const issueYear = Number(draft.issueDate.slice(0, 4));
  const year = hasYears(series.pattern) ? issueYear : 0;
  const sequence = (series.lastNumbers.get(year) ?? 0) + 1;
  series.lastNumbers.set(year, sequence);
  const { lines, ...rest } = draft;
  const unhashed = {
    id: newId(),
    kind,
    draft: rest,
    lines: lines.map((line, place) => issuedLine(line, kind, draft.totals.lineNets[place]?.netMinor ?? 0)),
    seriesId: series.id,
    year,
    sequence,
    number: numberOf(series.pattern, issueYear, sequence),
    language: draft.account.language ?? draft.seller.language,
    seller: series.seller,
    buyer: buyerOf(draft),
    correctsId,
    reason,
    issuedAt,
  };
  const previousHash = series.lastHash;
  series.lastHash = documentHash(previousHash, hashed(unhashed));
  return { ...unhashed, previousHash, hash: series.lastHash };
}

/** What the hash is of: all that stands on the document. */
function hashed(document: Omit<IssuedDocument, "previousHash" | "hash">): object {
  const { id, kind, number, issuedAt, seller, buyer, language, correctsId, reason, draft, lines } = document;
  const { issueDate, taxPoint, dueDate, serviceFrom, serviceUntil, currency, totals } = draft;
  const { netMinor, taxMinor, roundingMinor, dueMinor, taxes } = totals;
  return {
    id,
    kind,
    number,
    issuedAt,
    seller,
    buyer,
    language,
    correctsId,
    reason,
    issueDate,
    taxPoint,
    dueDate,
    serviceFrom,
    serviceUntil,
    currency,
    priceMode: draft.seller.priceMode,
    netMinor,
    taxMinor,
    roundingMinor,
    dueMinor,
    taxes,
    lines: lines.map((line) => ({
      id: line.id,
      item: line.item,
      quantity: line.quantity,
      unitCode: line.unitCode,
      amountMinor: line.amountMinor,
      netMinor: line.netMinor,
      tax: { category: line.tax.category, basisPoints: line.tax.basisPoints },
      serviceFrom: line.serviceFrom,
      serviceUntil: line.serviceUntil,
    })),
  };
}

/** Days that come back on a credit note correct the line that charged them. */
function issuedLine(line: DraftLine, kind: DocumentKind, netMinor: number): IssuedLine {
  const creditsLineId = kind === "credit_note" ? (line.returned?.invoiceLineId ?? null) : null;
  return { ...line, id: newId(), netMinor, creditsLineId };
}

function entryOf(document: IssuedDocument) {
  const { draft, lines, kind } = document;
  const { dueMinor, roundingMinor, taxes } = draft.totals;
  return {
    sellerId: draft.seller.sellerId,
    bookedOn: draft.issueDate,
    causeType: "invoice" as const,
    causeId: document.id,
    currency: draft.currency,
    postings: documentPostings({
      kind,
      billingAccountId: draft.account.accountId,
      dueMinor,
      roundingMinor,
      lines,
      taxes,
    }),
  };
}

async function tellOf(tx: Sql, ctx: Context, { id, kind, number, draft }: IssuedDocument): Promise<void> {
  await emit(tx, ctx, {
    name: "invoice.issued",
    subjectType: "invoice",
    subjectId: id,
    data: {
      kind,
      number,
      billingAccountId: draft.account.accountId,
      currency: draft.currency,
      dueMinor: draft.totals.dueMinor,
    },
  });
}
