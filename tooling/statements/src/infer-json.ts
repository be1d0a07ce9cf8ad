import type { Around } from "./infer-expression.ts";
import type { Given, Json } from "./given.ts";
import type { TreeNode } from "./node-tree.ts";
import { bytesIn, nodeIn, nodesIn, numberIn } from "./node-tree.ts";

/** What a JSON is made of that the statement itself builds; nothing of one that is stored, or made in other ways. */
export function inferJson(node: TreeNode, around: Around): Json | undefined {
  if (node.is === "FUNCEXPR") return ofCall(node, around);
  if (node.is === "AGGREF") return ofAggregate(node, around);
  if (node.is === "OPEXPR") return ofConcatenation(node, around);
  if (node.is === "CONST") return ofConstant(node, around);
  return undefined;
}

function ofCall(node: TreeNode, around: Around): Json | undefined {
  const { name } = around.catalog.routine(numberIn(node, "funcid"));
  const args = nodesIn(node, "args");
  if (name === "json_build_object" || name === "jsonb_build_object") {
    const fields = args.flatMap((key, index): [string, Given][] => {
      const value = args[index + 1];
      return index % 2 === 0 && value ? [[bytesIn(key), around.infer(value)]] : [];
    });
    return { kind: "object", fields: new Map(fields) };
  }
  if (name === "json_build_array" || name === "jsonb_build_array")
    return { kind: "tuple", items: args.map((one) => around.infer(one)) };
  const [only] = args;
  if (name === "array_to_json") return only && ofArray(only, around);
  if (name === "to_json" || name === "to_jsonb") return only && around.infer(only).json;
  return undefined;
}

/** A list of what is aggregated; lists within it have fixed places. */
function ofArray(array: TreeNode, around: Around): Json | undefined {
  const [target] = array.is === "AGGREF" ? nodesIn(array, "args") : [];
  const item = target && nodeIn(target, "expr");
  if (!item) return undefined;
  if (item.is !== "ARRAYEXPR") return { kind: "list", item: around.infer(item) };
  const items = nodesIn(item, "elements").map((one) => around.infer(one));
  return { kind: "list", item: { typeId: JSON_TYPE, isNullable: false, json: { kind: "tuple", items } } };
}

const JSON_TYPE = 114;

function ofAggregate(node: TreeNode, around: Around): Json | undefined {
  const { name } = around.catalog.routine(numberIn(node, "aggfnoid"));
  if (name !== "json_agg" && name !== "jsonb_agg") return undefined;
  const [target] = nodesIn(node, "args");
  const item = target && nodeIn(target, "expr");
  return item ? { kind: "list", item: around.infer(item) } : undefined;
}

/** `object || object` has the fields of both. */
function ofConcatenation(node: TreeNode, around: Around): Json | undefined {
  if (around.catalog.routine(numberIn(node, "opfuncid")).name !== "jsonb_concat") return undefined;
  const [left, right] = nodesIn(node, "args").map((one) => around.infer(one).json);
  if (left?.kind !== "object" || right?.kind !== "object") return undefined;
  return { kind: "object", fields: new Map([...left.fields, ...right.fields]) };
}

/** '[]' as json is its text, as jsonb the header of an empty array. */
function ofConstant(node: TreeNode, { catalog }: Around): Json | undefined {
  const type = catalog.type(numberIn(node, "consttype")).name;
  const text = type === "json" || type === "jsonb" ? bytesIn(node) : "";
  const isEmptyList = type === "json" ? text === "[]" : text === "\u0000\u0000\u0000@";
  return isEmptyList ? { kind: "list", item: null } : undefined;
}
