import type { LocalDate } from "@working-social/kernel";
import { addDays } from "@working-social/kernel";
import { timelineOf } from "../../contracts/rules/timelines.ts";
import type { Contract, ContractLine } from "../../contracts/schema.ts";
import type { NewDays, Timeline, WantedDays } from "../../rules/index.ts";
import { costOfDays, daysBetween, feesOf, periodAt, periodOf, settle, wantedDays } from "../../rules/index.ts";
import type { AccountFacts, ChargedRow } from "../queries/account-facts.ts";
import type { DraftFee, DraftLine, DraftPlace, DraftProduct, DraftWorld } from "./draft.ts";
import { NO_CAUSE } from "./draft.ts";
import { buyerPrice, domesticTax, inMode, requireSeller } from "./prices.ts";

const PRODUCT_OF = { plan: "plan_fee", letting: "letting_fee", item: "item" } as const;

/** What one line of a contract is charged by, of one kind. */
interface Charging {
  readonly contract: Contract;
  readonly line: ContractLine;
  readonly kind: ChargedRow["kind"];
  readonly product: DraftProduct;
  readonly wanted: readonly WantedDays[];
}

/**
 * The fees of an account's contracts: days that are due and not charged, and charged days that are not due any more, which come
 * back. A fee is due from the first day of its period on, or so many days before as the seller says.
 */
export function feeLines(world: DraftWorld, facts: AccountFacts): DraftLine[] {
  return facts.contracts.flatMap((contract) => {
    const place = world.place(contract.locationId);
    return chargingsOf(world, facts, contract, place).flatMap((charging) => linesOf(world, facts, charging, place));
  });
}

function chargingsOf(world: DraftWorld, facts: AccountFacts, contract: Contract, place: DraftPlace): Charging[] {
  const ofLine = contract.lines.map((line): Charging => {
    const product = world.productOf(PRODUCT_OF[line.kind]);
    return {
      contract,
      line,
      kind: "fee",
      product,
      wanted: wantedFees(world, facts, contract, { line, place, product }),
    };
  });
  const [first] = contract.lines;
  if (!first || contract.billFrom === null) return ofLine;
  const isDue = contract.billFrom <= horizonOf(world, contract, place);
  const once = (amountMinor: number, isWanted: boolean) =>
    isDue && isWanted && amountMinor > 0 ? [wantedOnce(contract.billFrom ?? contract.startsOn, amountMinor)] : [];
  const setUp = once(contract.setupFeeMinor, true);
  const deposit = once(contract.depositMinor, !isOver(facts, contract, place.today));
  return [
    ...ofLine,
    { contract, line: first, kind: "setup_fee", product: world.productOf("setup_fee"), wanted: setUp },
    { contract, line: first, kind: "deposit", product: world.productOf("deposit"), wanted: deposit },
  ];
}

/** A deposit goes back when the contract is over, and no other goes on where it ends. */
function isOver(facts: AccountFacts, contract: Contract, today: LocalDate): boolean {
  const goesOn = facts.contracts.some(({ continuesId }) => continuesId === contract.id);
  return contract.endsOn !== null && contract.endsOn < today && !goesOn;
}

/** What is charged once stands on the first billed day. */
function wantedOnce(day: LocalDate, amountMinor: number): WantedDays {
  const until = addDays(day, 1);
  return {
    from: day,
    until,
    periodFrom: day,
    periodUntil: until,
    versionId: "",
    listPriceMinor: amountMinor,
    priceMinor: amountMinor,
  };
}

function horizonOf(world: DraftWorld, contract: Contract, place: DraftPlace): LocalDate {
  return addDays(
    world.issueDate,
    requireSeller(world, place, contract.startsOn > world.issueDate ? contract.startsOn : world.issueDate).leadDays,
  );
}

/** The days of every period that is due, and of those that were charged already, however far ahead. */
function wantedFees(
  world: DraftWorld,
  facts: AccountFacts,
  contract: Contract,
  { line, place, product }: { line: ContractLine; place: DraftPlace; product: DraftProduct },
): WantedDays[] {
  const timeline = timelineOf(contract, line);
  if (timeline === null || contract.billFrom === null) return [];
  const charged = facts.charged.filter((row) => row.contractLineId === line.id && row.kind === "fee");
  const lastCharged = charged.reduce((last, row) => (row.periodFrom > last ? row.periodFrom : last), "");
  const horizon = horizonOf(world, contract, place);
  const through = lastCharged > horizon ? lastCharged : horizon;
  return dueDays(timeline, contract.billFrom, { through, cuts: place.cuts(product.taxClass) });
}

function dueDays(
  timeline: Timeline,
  billFrom: LocalDate,
  { through, cuts }: { through: LocalDate; cuts: readonly LocalDate[] },
): WantedDays[] {
  const days: WantedDays[] = [];
  const { lastDay } = timeline;
  for (let index = periodAt(timeline, billFrom).index; ; index++) {
    const period = periodOf(timeline, index);
    if (period.from > through || (lastDay !== null && period.from > lastDay)) return days;
    const fees = feesOf(timeline, index, cuts);
    if (fees) days.push(...wantedDays(fees));
  }
}

function linesOf(world: DraftWorld, facts: AccountFacts, charging: Charging, place: DraftPlace): DraftLine[] {
  const { line, kind, wanted } = charging;
  const rows = facts.charged.filter((row) => row.contractLineId === line.id && row.kind === kind);
  const standing = rows.map((row) => ({ ...row, versionId: row.termId ?? "", priceMinor: row.agreedPriceMinor }));
  const { returns, charges } = settle(wanted, standing);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [
    ...charges.map((days) => chargeLine(world, facts, charging, { place, days })),
    ...returns.flatMap(({ chargedId, from, until }) => {
      const row = byId.get(chargedId);
      return row ? [returnLine(world, charging, row, { from, until })] : [];
    }),
  ];
}

function chargeLine(
  world: DraftWorld,
  { account }: AccountFacts,
  { contract, line, kind, product }: Charging,
  { place, days }: { place: DraftPlace; days: NewDays },
): DraftLine {
  const seller = requireSeller(world, place, days.from);
  const domestic = domesticTax(world, place, seller, { taxClass: product.taxClass, serviceFrom: days.from });
  const { tax, price } = buyerPrice(world, account, seller, domestic);
  const priceMinor = price(days.priceMinor, contract.priceMode);
  const fee: DraftFee = {
    contractLineId: line.id,
    kind,
    termId: days.versionId === "" ? null : days.versionId,
    periodFrom: days.periodFrom,
    periodUntil: days.periodUntil,
    priceMinor,
    agreedPriceMinor: days.priceMinor,
  };
  return {
    ...NO_CAUSE,
    fee,
    sellerId: seller.sellerId,
    currency: contract.currency,
    productId: product.id,
    productKind: product.kind,
    item: itemOf(contract, line, kind, days),
    quantity: 1,
    unitCode: kind === "fee" ? "MON" : "C62",
    amountMinor: costOfDays(days, priceMinor),
    tax,
    serviceFrom: days.from,
    serviceUntil: days.until,
    locationId: contract.locationId,
  };
}

function itemOf(contract: Contract, line: ContractLine, kind: ChargedRow["kind"], days: NewDays): DraftLine["item"] {
  const term = line.terms.find(({ id }) => id === days.versionId) ?? line.terms.at(0);
  const name = nameOf(line, term?.planName ?? null);
  if (kind !== "fee") return { code: kind, data: { name } };
  const quantity = term?.quantity ?? 1;
  return {
    code: line.kind === "plan" ? "plan_fee" : line.kind === "letting" ? "letting_fee" : "item_fee",
    data: {
      name,
      quantity,
      unitPriceMinor: term?.unitPriceMinor ?? days.listPriceMinor,
      days: daysBetween(days.from, days.until),
      daysInPeriod: days.daysInPeriod,
      discount: discountOf(contract, days),
    },
  };
}

function nameOf(line: ContractLine, planName: string | null): string {
  if (line.kind === "plan") return planName ?? "";
  return line.kind === "letting" ? (line.unitName ?? line.resourceName ?? "") : (line.description ?? "");
}

function discountOf({ discount }: Contract, { listPriceMinor, priceMinor }: NewDays) {
  if (discount === null || listPriceMinor === priceMinor) return null;
  const { basisPoints, amountMinor } = discount;
  return { basisPoints, amountMinor, isFree: priceMinor === 0 };
}

/** As it was taxed when it was charged, whatever is so by now. */
function returnLine(
  world: DraftWorld,
  { contract, product }: Charging,
  row: ChargedRow,
  { from, until }: { from: LocalDate; until: LocalDate },
): DraftLine {
  const seller = world.seller(row.sellerId);
  const tax = {
    category: row.taxCategory,
    basisPoints: row.taxBasisPoints,
    exemptionReason: row.exemptionReason,
    exemptionCode: row.exemptionCode,
  };
  const priceMinor = inMode(row.priceMinor, row.priceMode, seller.priceMode, tax);
  const days = { from, until, periodFrom: row.periodFrom, periodUntil: row.periodUntil };
  const data = {
    name: row.name,
    number: row.invoiceNumber,
    days: daysBetween(from, until),
    daysInPeriod: daysBetween(row.periodFrom, row.periodUntil),
  };
  return {
    ...NO_CAUSE,
    fee: {
      contractLineId: row.contractLineId,
      kind: row.kind,
      termId: row.termId,
      periodFrom: row.periodFrom,
      periodUntil: row.periodUntil,
      priceMinor,
      agreedPriceMinor: row.agreedPriceMinor,
    },
    returned: { chargedId: row.id, invoiceLineId: row.invoiceLineId },
    sellerId: seller.sellerId,
    currency: contract.currency,
    productId: product.id,
    productKind: product.kind,
    item: { code: "returned", data },
    quantity: 1,
    unitCode: row.kind === "fee" ? "MON" : "C62",
    amountMinor: 0 - costOfDays(days, priceMinor),
    tax,
    serviceFrom: from,
    serviceUntil: until,
    locationId: row.locationId,
  };
}
