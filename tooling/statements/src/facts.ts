import type { Catalog } from "./catalog.ts";
import type { Condition } from "./infer-expression.ts";
import type { TreeNode } from "./node-tree.ts";
import { nodeIn, nodesIn, numberIn, setIn, textIn } from "./node-tree.ts";

/**
 * The columns ("varno.attno") that a query's WHERE and inner joins leave no null in: `IS NOT NULL`, and comparisons by a
 * strict operator, which are null, and so not true, where one side is.
 */
export function neverNull(query: TreeNode, catalog: Catalog): ReadonlySet<string> {
  const from = nodeIn(query, "jointree");
  const found = new Set<string>();
  if (!from) return found;
  for (const condition of conditionsOf(from)) for (const name of provenBy(condition, catalog)) found.add(name);
  return found;
}

/** The columns that are something where some conditions hold and others do not. */
export function provenWhere({ holds, fails }: Condition, catalog: Catalog): string[] {
  const isNulls = fails.filter((one) => one.is === "NULLTEST" && numberIn(one, "nulltesttype") === 0);
  return [
    ...holds.flatMap(anded).flatMap((one) => provenBy(one, catalog)),
    ...isNulls.flatMap((one) => columnsOf(nodeIn(one, "arg"))),
  ];
}

/** Of rows that an outer join may have filled with nulls, one proven column proves that it has not. */
export function isProven(facts: ReadonlySet<string>, varno: number): boolean {
  return [...facts].some((name) => name.startsWith(`${varno}.`));
}

function conditionsOf(from: TreeNode): TreeNode[] {
  const own = [nodeIn(from, "quals")].filter((condition) => condition !== null).flatMap(anded);
  if (from.is === "FROMEXPR") return [...own, ...nodesIn(from, "fromlist").flatMap(innerOf)];
  return [...own, ...[nodeIn(from, "larg"), nodeIn(from, "rarg")].filter((side) => side !== null).flatMap(innerOf)];
}

const INNER = 0;

/** What an outer join demands proves nothing of what it fills with nulls; its preserved side stands as it is. */
function innerOf(item: TreeNode): TreeNode[] {
  if (item.is !== "JOINEXPR") return [];
  if (numberIn(item, "jointype") === INNER) return conditionsOf(item);
  const left = nodeIn(item, "larg");
  return numberIn(item, "jointype") === 1 && left ? innerOf(left) : [];
}

function anded(condition: TreeNode): TreeNode[] {
  if (condition.is === "BOOLEXPR" && textIn(condition, "boolop") === "and")
    return nodesIn(condition, "args").flatMap(anded);
  return [condition];
}

function provenBy(condition: TreeNode, catalog: Catalog): string[] {
  const [left, ...others] = nodesIn(condition, "args");
  if (condition.is === "NULLTEST" && numberIn(condition, "nulltesttype") === 1)
    return columnsOf(nodeIn(condition, "arg"));
  if (condition.is === "SCALARARRAYOPEXPR" && textIn(condition, "useOr") === "true") return columnsOf(left);
  if (condition.is === "OPEXPR" && catalog.routine(numberIn(condition, "opfuncid")).isStrict)
    return [left, ...others].flatMap(columnsOf);
  if (condition.is === "SUBLINK" && numberIn(condition, "subLinkType") === 2) {
    const test = nodeIn(condition, "testexpr");
    return test ? provenBy(test, catalog) : [];
  }
  return [];
}

function columnsOf(node: TreeNode | null | undefined): string[] {
  if (node?.is === "RELABELTYPE") return columnsOf(nodeIn(node, "arg"));
  if (node?.is !== "VAR" || numberIn(node, "varlevelsup") !== 0) return [];
  return [`${numberIn(node, "varno")}.${numberIn(node, "varattno")}`];
}

/** Whether an outer join may have filled a column with nulls. */
export function mayBeFilled(variable: TreeNode): boolean {
  return setIn(variable, "varnullingrels").length > 0;
}
