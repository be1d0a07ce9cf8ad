import type { Catalog } from "./catalog.ts";
import type { Given } from "./given.ts";
import { eitherOf } from "./given.ts";
import { inferJson } from "./infer-json.ts";
import type { TreeNode } from "./node-tree.ts";
import { bytesIn, nodeIn, nodesIn, numberIn, textIn } from "./node-tree.ts";

/** What an expression stands in. */
export interface Around {
  readonly catalog: Catalog;
  /** Whether its query has GROUP BY: then an aggregate has a row at least. */
  readonly isGrouped: boolean;
  infer(expression: TreeNode): Given;
  /** The same, where a condition holds, or does not. */
  inferWhere(expression: TreeNode, condition: Condition): Given;
  /** The one column of a subquery. */
  answer(query: TreeNode): Given;
  always(query: TreeNode): boolean;
  /** What the call gives for $1, $2, … */
  parameter(number: number): Omit<Given, "typeId">;
  /** What one of our own functions gives, by its own statement. */
  result(routineId: number, isGivenNull: boolean): Omit<Given, "typeId">;
}

/** What is known to hold, and what is known not to. */
export interface Condition {
  readonly holds: readonly TreeNode[];
  readonly fails: readonly TreeNode[];
}

/** Functions of PostgreSQL that answer something whatever they are given. */
const NEVER_NULL = new Set(
  "now clock_timestamp transaction_timestamp gen_random_uuid uuidv7 set_config random concat concat_ws num_nonnulls num_nulls pg_backend_pid json_build_object jsonb_build_object json_build_array jsonb_build_array count row_number rank dense_rank".split(
    " ",
  ),
);
/** Functions and operators of PostgreSQL that may answer null although they are given none. */
const MAYBE_NULL =
  /^(array_(length|lower|upper|position|ndims)|to_reg\w+|substring|regexp_(match|substr)|jsonb?_(object_field|array_element|extract|path)\w*|jsonb_path_\w+|lag|lead|nth_value|\w+_description|inet_\w+|pg_(last|get|stat)_\w+|lower|upper)$/;
const BOOL = 16;

type Rule = (node: TreeNode, around: Around) => Given;

const ofType =
  (field: string, isNullable: (node: TreeNode, around: Around) => boolean): Rule =>
  (node, around) => ({ typeId: numberIn(node, field), isNullable: isNullable(node, around) });

const anyNullable = (nodes: readonly TreeNode[], around: Around) => nodes.some((one) => around.infer(one).isNullable);
const argsNullable = (node: TreeNode, around: Around) => anyNullable(nodesIn(node, "args"), around);
const argNullable = (node: TreeNode, around: Around) => anyNullable(nodesIn(node, "arg"), around);
const never = () => false;
const maybe = () => true;
const bool = (isNullable: (node: TreeNode, around: Around) => boolean): Rule => {
  return (node, around) => ({ typeId: BOOL, isNullable: isNullable(node, around) });
};

/** One rule for each kind of expression; a kind without one may be null. */
const RULES: Record<string, Rule> = {
  CONST: inferConstant,
  PARAM: (node, around) => ({ ...around.parameter(numberIn(node, "paramid")), typeId: numberIn(node, "paramtype") }),
  FUNCEXPR: inferCall,
  OPEXPR: ofType("opresulttype", (node, around) => callNullable(node, "opfuncid", around)),
  NULLIFEXPR: ofType("opresulttype", maybe),
  AGGREF: inferAggregate,
  WINDOWFUNC: ofType("wintype", (node, around) => callNullable(node, "winfnoid", around)),
  ARRAYEXPR: (node, around) => ({
    typeId: numberIn(node, "array_typeid"),
    isNullable: false,
    items: { isNullable: anyNullable(nodesIn(node, "elements"), around) },
  }),
  MINMAXEXPR: ofType("minmaxtype", (node, around) =>
    nodesIn(node, "args").every((one) => around.infer(one).isNullable),
  ),
  SQLVALUEFUNCTION: ofType("type", never),
  SUBSCRIPTINGREF: ofType("refrestype", maybe),
  FIELDSELECT: ofType("resulttype", maybe),
  ROWEXPR: ofType("row_typeid", never),
  COERCEVIAIO: ofType("resulttype", argNullable),
  ARRAYCOERCEEXPR: ofType("resulttype", argNullable),
  COERCETODOMAIN: ofType("resulttype", argNullable),
  COLLATEEXPR: inferArg,
  RELABELTYPE: (node, around) => ({ ...inferArg(node, around), typeId: numberIn(node, "resulttype") }),
  BOOLEXPR: bool(argsNullable),
  NULLTEST: bool(never),
  BOOLEANTEST: bool(never),
  DISTINCTEXPR: bool(never),
  SCALARARRAYOPEXPR: bool(argsNullable),
  CASETESTEXPR: ofType("typeId", never),
  COALESCEEXPR: (node, around) => {
    const all = nodesIn(node, "args").map((one) => around.infer(one));
    return {
      ...eitherOf(
        all,
        all.every((one) => one.isNullable),
      ),
      typeId: numberIn(node, "coalescetype"),
    };
  },
  CASEEXPR: inferCase,
  SUBLINK: inferSublink,
};

export function inferExpression(node: TreeNode, around: Around): Given {
  const rule = RULES[node.is];
  if (!rule) throw new Error(`There is no rule for ${node.is}: add it to infer-expression.ts.`);
  const given = rule(node, around);
  const json = inferJson(node, around);
  return json ? { ...given, json } : given;
}

function inferArg(node: TreeNode, around: Around): Given {
  const arg = nodeIn(node, "arg");
  if (!arg) throw new Error(`${node.is} is of nothing.`);
  return around.infer(arg);
}

function inferCall(node: TreeNode, around: Around): Given {
  const [typeId, routineId] = [numberIn(node, "funcresulttype"), numberIn(node, "funcid")];
  const routine = around.catalog.routine(routineId);
  if (!routine.isBuiltIn) return { ...around.result(routineId, argsNullable(node, around)), typeId };
  const isNullable = callNullable(node, "funcid", around);
  const [list] = nodesIn(node, "args");
  // What unnest gives is what the list holds.
  if (routine.name === "unnest" && list) return { isNullable, ...around.infer(list).items, typeId };
  return { typeId, isNullable };
}

/** Strict ones of PostgreSQL's own answer something when all they are given is something; ours may do as they like. */
function callNullable(node: TreeNode, field: string, around: Around): boolean {
  const { name, isStrict, isBuiltIn } = around.catalog.routine(numberIn(node, field));
  if (!isBuiltIn) return true;
  if (NEVER_NULL.has(name)) return false;
  // Of a setting that is missing it throws, unless it is told not to.
  if (name === "current_setting" && nodesIn(node, "args").length > 1) return true;
  if (MAYBE_NULL.test(name) && !isOfText(name, node, around)) return true;
  return !isStrict || argsNullable(node, around);
}

/** lower and upper are of texts and of ranges, whose bounds may be missing. */
function isOfText(name: string, node: TreeNode, { catalog, infer }: Around): boolean {
  const [arg] = nodesIn(node, "args");
  return (name === "lower" || name === "upper") && arg !== undefined && catalog.type(infer(arg).typeId).name === "text";
}

function inferAggregate(node: TreeNode, around: Around): Given {
  const given = { typeId: numberIn(node, "aggtype"), isNullable: aggregateNullable(node, around) };
  const [target] = nodesIn(node, "args");
  const item = target && nodeIn(target, "expr");
  const isList = around.catalog.routine(numberIn(node, "aggfnoid")).name === "array_agg";
  const filter = nodeIn(node, "aggfilter");
  return isList && item
    ? { ...given, items: around.inferWhere(item, { holds: filter ? [filter] : [], fails: [] }) }
    : given;
}

/** Without GROUP BY, or with FILTER, there may be nothing to aggregate. */
function aggregateNullable(node: TreeNode, around: Around): boolean {
  const { name } = around.catalog.routine(numberIn(node, "aggfnoid"));
  if (name === "count") return false;
  if (!around.isGrouped || nodeIn(node, "aggfilter")) return true;
  const args = nodesIn(node, "args")
    .map((target) => nodeIn(target, "expr"))
    .filter((one) => one !== null);
  return !/^(array|json|jsonb)_agg$/.test(name) && anyNullable(args.slice(0, 1), around);
}

/** Each result where its condition holds and those before it do not. */
function inferCase(node: TreeNode, around: Around): Given {
  const whens = nodesIn(node, "args");
  const conditions = whens.map((when) => nodeIn(when, "expr")).filter((one) => one !== null);
  const results = [...whens.map((when) => nodeIn(when, "result")), nodeIn(node, "defresult")];
  const all = results.flatMap((result, index) => {
    const holds = conditions.slice(index, index + 1);
    return result ? [around.inferWhere(result, { holds, fails: conditions.slice(0, index) })] : [];
  });
  const isNullable = all.some((one) => one.isNullable);
  return { ...eitherOf(all, isNullable), typeId: numberIn(node, "casetype") };
}

const LINK = { exists: 0, any: 2, expression: 4, array: 6 };

function inferSublink(node: TreeNode, around: Around): Given {
  const query = nodeIn(node, "subselect");
  if (!query) throw new Error("A sublink has no query.");
  const kind = numberIn(node, "subLinkType");
  if (kind === LINK.exists) return { typeId: BOOL, isNullable: false };
  if (kind === LINK.expression) {
    const answer = around.answer(query);
    return { ...answer, isNullable: answer.isNullable || !around.always(query) };
  }
  if (kind === LINK.any) {
    const test = nodeIn(node, "testexpr");
    const [left] = test ? nodesIn(test, "args") : [];
    return { typeId: BOOL, isNullable: !left || around.infer(left).isNullable || around.answer(query).isNullable };
  }
  if (kind !== LINK.array) return { typeId: BOOL, isNullable: true };
  const { typeId, ...items } = around.answer(query);
  return { typeId: around.catalog.arrayOf(typeId), isNullable: false, items };
}

const TEXTS = new Set(["text", "unknown", "character varying"]);

function inferConstant(node: TreeNode, { catalog }: Around): Given {
  const [typeId, isNullable] = [numberIn(node, "consttype"), textIn(node, "constisnull") === "true"];
  if (isNullable) return { typeId, isNullable, isNothing: true };
  const type = catalog.type(typeId);
  // A list that is written out, most often the empty one.
  if (type.elementId !== 0) return { typeId, isNullable, items: { isNullable: false, isNothing: true } };
  return { typeId, isNullable, ...(TEXTS.has(type.name) ? { labels: [bytesIn(node)] } : {}) };
}
