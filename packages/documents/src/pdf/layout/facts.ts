import { writeBlock } from "./block.ts";
import type { Desk } from "./desk.ts";
import { PAGE, STYLES, WIDTH } from "./measures.ts";

interface Fact {
  readonly label: string;
  readonly value: string;
}

const [COLUMNS, GAP, WIDEST_GAP] = [4, 14, 56];

/** Dates and references, four a row. */
export function drawFacts(desk: Desk): void {
  const facts = factsOf(desk);
  for (let from = 0; from < facts.length; from += COLUMNS) drawRow(desk, facts.slice(from, from + COLUMNS));
  desk.paper.y += 8;
}

function drawRow(desk: Desk, facts: readonly Fact[]): void {
  const { paper } = desk;
  const fields = fieldsOf(desk, facts);
  const ends = facts.map(({ label, value }, index) => {
    const field = fields[index] ?? { x: PAGE.left, width: WIDTH };
    const element = paper.element("P");
    const y = writeBlock(paper, element, paper.y, { text: label, style: STYLES.small, ...field });
    return writeBlock(paper, element, y, { text: value, style: STYLES.body, ...field });
  });
  paper.y = Math.max(...ends) + 9;
}

/** As wide as what they hold, evenly apart; where that is too wide, all the same. */
function fieldsOf({ paper }: Desk, facts: readonly Fact[]): { x: number; width: number }[] {
  const widths = facts.map(({ label, value }) =>
    Math.max(paper.line(label, STYLES.small).width, paper.line(value, STYLES.body).width),
  );
  const apart = (WIDTH - widths.reduce((sum, width) => sum + width, 0)) / Math.max(facts.length - 1, 1);
  const same = (WIDTH - GAP * (COLUMNS - 1)) / COLUMNS;
  if (apart < GAP) return facts.map((_, index) => ({ x: PAGE.left + index * (same + GAP), width: same }));
  let x: number = PAGE.left;
  return widths.map((width) => {
    const field = { x, width: width + 1 };
    x += width + Math.min(apart, WIDEST_GAP);
    return field;
  });
}

function factsOf({ sheet, words, formats }: Desk): Fact[] {
  const { dates, buyer, preceding } = sheet;
  const { issued, taxPoint, service } = dates;
  const isOneDay = taxPoint === null || taxPoint === issued;
  const facts: [label: string, value: string | null][] = [
    [isOneDay ? words.dateAndTaxPoint : words.date, formats.date(issued)],
    [words.taxPoint, isOneDay ? null : formats.date(taxPoint)],
    [words.corrects, preceding && words.invoiceOf(preceding.number, formats.date(preceding.issued))],
    [words.servicePeriod, service && formats.period(service.firstDay, service.lastDay)],
    [words.reference, buyer.reference],
    [words.order, buyer.order],
    [words.contract, buyer.contract],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}
