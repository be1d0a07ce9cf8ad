import { writeBlock } from "./block.ts";
import type { Desk } from "./desk.ts";
import { PAGE, STYLES, WIDTH } from "./measures.ts";

interface Fact {
  readonly label: string;
  readonly value: string;
}

const [MOST, GAP, WIDEST_GAP] = [4, 14, 56];

/** Dates and references: one row, or rows as long as each other whose columns stand below each other. */
export function drawFacts(desk: Desk): void {
  const facts = factsOf(desk);
  const columns = Math.ceil(facts.length / Math.ceil(facts.length / MOST));
  const fields = facts.length === columns ? fieldsOf(desk, facts) : sameFields(columns);
  for (let from = 0; from < facts.length; from += columns) drawRow(desk, facts.slice(from, from + columns), fields);
  desk.paper.y += 8;
}

interface Field {
  readonly x: number;
  readonly width: number;
}

function drawRow({ paper }: Desk, facts: readonly Fact[], fields: readonly Field[]): void {
  const ends = facts.map(({ label, value }, index) => {
    const field = fields[index] ?? { x: PAGE.left, width: WIDTH };
    const element = paper.element("P");
    const y = writeBlock(paper, element, paper.y, { text: label, style: STYLES.small, ...field });
    return writeBlock(paper, element, y, { text: value, style: STYLES.body, ...field });
  });
  paper.y = Math.max(...ends) + 9;
}

/** As wide as what they hold, evenly apart; where that is too wide, all the same. */
function fieldsOf({ paper }: Desk, facts: readonly Fact[]): Field[] {
  const widths = facts.map(({ label, value }) =>
    Math.max(paper.line(label, STYLES.small).width, paper.line(value, STYLES.body).width),
  );
  const apart = (WIDTH - widths.reduce((sum, width) => sum + width, 0)) / Math.max(facts.length - 1, 1);
  if (apart < GAP) return sameFields(facts.length);
  let x: number = PAGE.left;
  return widths.map((width) => {
    const field = { x, width: width + 1 };
    x += width + Math.min(apart, WIDEST_GAP);
    return field;
  });
}

function sameFields(columns: number): Field[] {
  const width = (WIDTH - GAP * (columns - 1)) / columns;
  return Array.from({ length: columns }, (_, index) => ({ x: PAGE.left + index * (width + GAP), width }));
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
