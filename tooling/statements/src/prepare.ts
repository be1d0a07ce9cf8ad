import type pg from "pg";
import type { Catalog, Routine } from "./catalog.ts";
import { describe } from "./describe.ts";
import type { Given } from "./given.ts";
import type { World } from "./infer.ts";
import { inferColumns, levelOf } from "./infer.ts";
import type { Tree, TreeNode } from "./node-tree.ts";
import { isNode, numberIn, parseTree } from "./node-tree.ts";

export interface Prepared {
  readonly parameterIds: readonly number[];
  readonly columns: readonly (Given & { name: string })[];
}

/** A statement that PostgreSQL can't run as it stands, in PostgreSQL's words. */
export class Refused extends Error {}

export interface Connections {
  readonly owner: pg.ClientBase;
  readonly runner: pg.ClientBase;
  readonly catalog: Catalog;
}

/** Has PostgreSQL parse a statement as the role that runs it, check its rights, and tell what it gives. */
export async function prepare(
  { owner, runner, catalog }: Connections,
  text: string,
  parameter: World["parameter"],
): Promise<Prepared> {
  try {
    const { parameterIds, fields } = await describe(runner, text);
    // Rights on tables are looked at when a plan starts, which EXPLAIN does and a description does not.
    await runner.query(`EXPLAIN (GENERIC_PLAN) ${text}`);
    if (fields.length === 0) return { parameterIds, columns: [] };
    const types = parameterIds.map((id) => catalog.type(id).name).join(", ");
    const query = await treeOf(owner, { arguments: types, result: "SETOF record", body: text });
    const resultOf = await resultsOf(owner, catalog, query);
    return { parameterIds, columns: inferColumns(levelOf(query, null, { catalog, parameter, resultOf })) };
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** PostgreSQL keeps the parsed body of a function; one that is made for it and rolled back tells a statement's tree. */
async function treeOf(
  owner: pg.ClientBase,
  made: Pick<Routine, "arguments" | "result"> & { body: string },
): Promise<TreeNode> {
  await owner.query("BEGIN");
  try {
    const body = made.body.trim().replace(/;$/, "");
    await owner.query(
      `CREATE FUNCTION pg_temp.statement(${made.arguments}) RETURNS ${made.result} BEGIN ATOMIC ${body}\n; END`,
    );
    const { rows } = await owner.query<{ tree: string }>(
      "SELECT prosqlbody::text AS tree FROM pg_proc WHERE proname = 'statement' AND pronamespace = pg_my_temp_schema()",
    );
    return lastQuery(parseTree(rows[0]?.tree ?? ""));
  } finally {
    await owner.query("ROLLBACK");
  }
}

/** The functions of ours that a query calls, with what each gives by its own statement; of other languages nothing is known. */
async function resultsOf(owner: pg.ClientBase, catalog: Catalog, query: TreeNode): Promise<World["resultOf"]> {
  const results = new Map<string, readonly Omit<Given, "typeId">[]>();
  for (const id of routinesIn(query)) {
    const routine = catalog.routine(id);
    if (routine.isBuiltIn || routine.body === null) continue;
    const body = await treeOf(owner, { ...routine, body: routine.body });
    const resultOf = await resultsOf(owner, catalog, body);
    for (const isNullable of [true, false]) {
      const parameter = () => ({ isNullable });
      results.set(`${id} ${isNullable}`, inferColumns(levelOf(body, null, { catalog, parameter, resultOf })));
    }
  }
  return (id, isGivenNull) => results.get(`${id} ${isGivenNull}`) ?? [];
}

function routinesIn(tree: Tree): Set<number> {
  if (Array.isArray(tree)) return new Set(tree.flatMap((one: Tree) => [...routinesIn(one)]));
  if (!isNode(tree)) return new Set();
  const inner = [...tree.fields.values()].flatMap((one) => [...routinesIn(one)]);
  return new Set(tree.is === "FUNCEXPR" ? [numberIn(tree, "funcid"), ...inner] : inner);
}

/** A body may have several statements; the last one's result is the function's. */
function lastQuery(tree: Tree): TreeNode {
  if (isNode(tree)) return tree;
  const last: Tree | undefined = Array.isArray(tree) ? tree.at(-1) : undefined;
  if (last === undefined) throw new Error("PostgreSQL kept no tree of the statement.");
  return lastQuery(last);
}
