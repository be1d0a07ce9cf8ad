import type { Catalog } from "./catalog.ts";
import { isProven, mayBeFilled, neverNull, provenWhere } from "./facts.ts";
import type { Given } from "./given.ts";
import { eitherOf } from "./given.ts";
import type { Around } from "./infer-expression.ts";
import { inferExpression } from "./infer-expression.ts";
import type { TreeNode } from "./node-tree.ts";
import { isNode, nodeIn, nodesIn, numberIn, textIn } from "./node-tree.ts";

/** A query, and the queries around it, whose columns it may name. */
export interface Level {
  readonly query: TreeNode;
  readonly outer: Level | null;
  readonly world: World;
  readonly facts: ReadonlySet<string>;
}

/** What is around a statement as a whole. */
export interface World extends Pick<Around, "parameter"> {
  readonly catalog: Catalog;
  /** The columns of one of our own functions, by its own statement, where it may be given a null, and where not. */
  resultOf(routineId: number, isGivenNull: boolean): readonly Omit<Given, "typeId">[];
}

export function levelOf(query: TreeNode, outer: Level | null, world: World): Level {
  return { query, outer, world, facts: neverNull(query, world.catalog) };
}

/** The columns of a query's result, in order: what a SELECT lists, or what RETURNING gives. */
export function inferColumns(level: Level): (Given & { name: string })[] {
  return targetsOf(level.query).map((target, index) => ({
    ...inferTarget(level, index),
    name: textIn(target, "resname"),
  }));
}

const SELECT = 1;

function targetsOf(query: TreeNode): TreeNode[] {
  const list = numberIn(query, "commandType") === SELECT ? "targetList" : "returningList";
  return nodesIn(query, list).filter((target) => textIn(target, "resjunk") !== "true");
}

function inferTarget(level: Level, index: number): Given {
  const target = targetsOf(level.query)[index];
  const expression = target && nodeIn(target, "expr");
  if (!expression) throw new Error(`A query has no column ${index + 1}.`);
  const own = infer(level, expression);
  const leaves = leavesOf(nodeIn(level.query, "setOperations"));
  if (leaves.length === 0) return own;
  const all = leaves.map((rtindex) => inferTarget(subquery(level, rangeTable(level, rtindex)), index));
  return {
    ...eitherOf(
      all,
      all.some((one) => one.isNullable),
    ),
    typeId: own.typeId,
  };
}

/** The subqueries that a UNION is made of, as places in the range table. */
function leavesOf(operation: TreeNode | null): number[] {
  if (!operation) return [];
  if (operation.is === "RANGETBLREF") return [numberIn(operation, "rtindex")];
  return [...leavesOf(nodeIn(operation, "larg")), ...leavesOf(nodeIn(operation, "rarg"))];
}

function infer(level: Level, expression: TreeNode): Given {
  if (expression.is === "VAR") return inferColumn(level, expression);
  return inferExpression(expression, {
    catalog: level.world.catalog,
    parameter: (number) => level.world.parameter(number),
    result: (routineId, isGivenNull) => level.world.resultOf(routineId, isGivenNull)[0] ?? { isNullable: true },
    inferWhere: (inner, condition) => {
      const facts = new Set([...level.facts, ...provenWhere(condition, level.world.catalog)]);
      return infer({ ...level, facts }, inner);
    },
    isGrouped: nodesIn(level.query, "groupClause").length > 0,
    infer: (inner) => infer(level, inner),
    answer: (query) => inferTarget(levelOf(query, level, level.world), 0),
    always: (query) => answersAlways(query),
  });
}

/** Whether a subquery has a row in any case: an aggregate of everything, or nothing to select from. */
function answersAlways(query: TreeNode): boolean {
  const isCut = ["havingQual", "limitCount", "limitOffset"].some((field) => nodeIn(query, field) !== null);
  if (isCut || nodeIn(query, "setOperations") || textIn(query, "hasTargetSRFs") === "true") return false;
  const from = nodeIn(query, "jointree");
  const isOfNothing = from !== null && nodesIn(from, "fromlist").length === 0 && nodeIn(from, "quals") === null;
  const isTotal = textIn(query, "hasAggs") === "true" && nodesIn(query, "groupClause").length === 0;
  return isTotal || isOfNothing;
}

function inferColumn(start: Level, variable: TreeNode): Given {
  let level = start;
  for (let up = numberIn(variable, "varlevelsup"); up > 0; up--) level = outerOf(level);
  const [varno, attno] = [numberIn(variable, "varno"), numberIn(variable, "varattno")];
  const given = inferEntry(level, rangeTable(level, varno), attno, numberIn(variable, "vartype"));
  if (level.facts.has(`${varno}.${attno}`) && !isWritten(level, varno, attno)) {
    const { isPlain: _, ...known } = given;
    return { ...known, isNullable: false };
  }
  return { ...given, isNullable: given.isNullable || (mayBeFilled(variable) && !isProven(level.facts, varno)) };
}

/** What WHERE knows of a column that the statement sets is of its old value. */
function isWritten({ query }: Level, varno: number, attno: number): boolean {
  if (numberIn(query, "resultRelation") !== varno) return false;
  return nodesIn(query, "targetList").some((target) => numberIn(target, "resno") === attno);
}

const ENTRY = { relation: 0, subquery: 1, join: 2, function: 3, values: 5, cte: 6, group: 9 };

function inferEntry(level: Level, entry: TreeNode, attno: number, typeId: number): Given {
  switch (numberIn(entry, "rtekind")) {
    case ENTRY.relation: {
      const column = level.world.catalog.column(numberIn(entry, "relid"), attno);
      if (!column) return { typeId, isNullable: false }; // a system column, or the whole row
      return { typeId, ...column, isPlain: true };
    }
    case ENTRY.subquery:
      return inferTarget(subquery(level, entry), attno - 1);
    case ENTRY.join:
      return inferNth(level, nodesIn(entry, "joinaliasvars"), attno);
    case ENTRY.group:
      return inferNth(level, nodesIn(entry, "groupexprs"), attno);
    case ENTRY.cte:
      return inferTarget(commonTable(level, entry), attno - 1);
    case ENTRY.function:
      return { ...inferFunction(level, entry, attno), typeId };
    case ENTRY.values:
      return inferValues(level, entry, attno);
    default:
      return { typeId, isNullable: true };
  }
}

function inferValues(level: Level, entry: TreeNode, attno: number): Given {
  const lists = entry.fields.get("values_lists");
  const rows = Array.isArray(lists) ? lists.filter(Array.isArray) : [];
  const all = rows
    .map((row) => row.filter(isNode)[attno - 1])
    .filter((one) => one !== undefined)
    .map((one) => infer(level, one));
  return eitherOf(
    all,
    all.some((one) => one.isNullable),
  );
}

function inferNth(level: Level, expressions: readonly TreeNode[], attno: number): Given {
  const expression = expressions[attno - 1];
  if (!expression) throw new Error(`A join has no column ${attno}.`);
  return infer(level, expression);
}

/** A column of what functions in FROM give side by side; a number comes with WITH ORDINALITY. */
function inferFunction(level: Level, entry: TreeNode, attno: number): Omit<Given, "typeId"> {
  let own = attno;
  for (const one of nodesIn(entry, "functions")) {
    const call = nodeIn(one, "funcexpr");
    const count = numberIn(one, "funccolcount");
    if (own <= count) return call ? inferResult(level, call, own) : { isNullable: true };
    own -= count;
  }
  return { isNullable: false };
}

function inferResult(level: Level, call: TreeNode, attno: number): Omit<Given, "typeId"> {
  if (call.is !== "FUNCEXPR") return { isNullable: true };
  const routineId = numberIn(call, "funcid");
  const { isBuiltIn, name } = level.world.catalog.routine(routineId);
  if (!isBuiltIn) return level.world.resultOf(routineId, true)[attno - 1] ?? { isNullable: true };
  return name === "unnest" || name === "generate_series" ? infer(level, call) : { isNullable: true };
}

function rangeTable({ query }: Level, varno: number): TreeNode {
  const entry = nodesIn(query, "rtable")[varno - 1];
  if (!entry) throw new Error(`A query names table ${varno}, which it does not have.`);
  return entry;
}

function outerOf(level: Level): Level {
  if (!level.outer) throw new Error("A query names a column of a query around it that is not there.");
  return level.outer;
}

function subquery(level: Level, entry: TreeNode): Level {
  const query = nodeIn(entry, "subquery");
  if (!query) throw new Error("A subquery is none.");
  return levelOf(query, level, level.world);
}

function commonTable(start: Level, entry: TreeNode): Level {
  let level = start;
  for (let up = numberIn(entry, "ctelevelsup"); up > 0; up--) level = outerOf(level);
  const name = textIn(entry, "ctename");
  const table = nodesIn(level.query, "cteList").find((one) => textIn(one, "ctename") === name);
  const query = table && nodeIn(table, "ctequery");
  if (!query) throw new Error(`There is no WITH ${name}.`);
  return levelOf(query, level, level.world);
}
