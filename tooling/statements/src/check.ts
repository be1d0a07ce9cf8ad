import type pg from "pg";
import type { QueryCall } from "./calls.ts";
import type { Catalog } from "./catalog.ts";
import { compareFields } from "./compare.ts";
import type { Declared } from "./declared.ts";
import type { Given } from "./given.ts";
import { misfit, placeValues, valuesOf } from "./parameters.ts";
import type { Placed, Values } from "./parameters.ts";
import { prepare, Refused } from "./prepare.ts";
import type { Place, Source } from "./program.ts";
import { placeOf } from "./program.ts";
import type { Reading } from "./read-as.ts";
import { readValues } from "./read-values.ts";
import type { Role } from "./roles.ts";
import { rolesOf } from "./roles.ts";
import { rowOf } from "./rows.ts";
import { textOf, Unreadable } from "./values.ts";

export interface Databases {
  readonly owner: pg.ClientBase;
  readonly roles: Readonly<Record<Role, pg.ClientBase>>;
  readonly catalog: Catalog;
}

/** Something that is not so, and what to do. */
export interface Problem {
  readonly place: Place;
  readonly sentence: string;
}

/** Holds one call against the database: all texts that it may run, its row and its values. */
export async function checkCall(source: Source, databases: Databases, call: QueryCall): Promise<Problem[]> {
  const place = placeOf(call.node);
  try {
    const texts = readValues(source, call.text, new Map()).map((value) => textOf(call.text, value));
    const read = { row: rowOf(source, call), values: valuesOf(source, call.values) };
    const sentences = new Set<string>();
    for (const role of rolesOf(call, place.file))
      for (const text of texts)
        for (const sentence of await checkText(databases, role, text, read)) sentences.add(sentence);
    return [...sentences].map((sentence) => ({ place, sentence }));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return [{ place, sentence: `"${shortened(error.node.getText())}" ${error.message}.` }];
  }
}

interface Read {
  readonly row: ReadonlyMap<string, Declared> | null;
  readonly values: Values;
}

async function checkText(
  { owner, roles, catalog }: Databases,
  role: Role,
  text: string,
  read: Read,
): Promise<string[]> {
  if (!isPlanned(text)) return read.row ? ["a row is declared, and the statement gives none."] : [];
  const placed = placeValues(text, read.values);
  if ("problems" in placed) return placed.problems;
  try {
    const { parameterIds, columns } = await prepare({ owner, runner: roles[role], catalog }, placed.text, (number) => {
      const value = placed.values[number - 1];
      return value ? givenBy(value) : { isNullable: true };
    });
    const given = new Map(columns.map((column) => [column.name, column]));
    return [
      ...(read.row ? compareFields(catalog, given, read.row, readingOf(role)) : []),
      ...checkValues(catalog, parameterIds, placed),
    ];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return [`PostgreSQL refuses the statement: ${error.message}.`];
  }
}

/** Connections of the owner are pg's own: `types.ts` is for those that serve. */
function readingOf(role: Role): Reading {
  return role === "owner" ? "bare rows" : "rows";
}

/** What PostgreSQL plans it can describe; BEGIN, GRANT and DO have nothing to describe. */
function isPlanned(text: string): boolean {
  return /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|MERGE|VALUES)\b/i.test(text);
}

/** What a parameter may be, where the statement gives it back. */
function givenBy(value: Declared): Omit<Given, "typeId"> {
  const item = value.item();
  return {
    isNullable: value.isNullable,
    ...(value.labels ? { labels: value.labels } : {}),
    ...(item ? { items: givenBy(item) } : {}),
  };
}

function checkValues(catalog: Catalog, parameterIds: readonly number[], { values, names }: Placed): string[] {
  if (values.length !== parameterIds.length)
    return [
      `the statement has ${parameterIds.length} parameters, and ${values.length} values are given; give as many as it has.`,
    ];
  return parameterIds.flatMap((typeId, index) => {
    const value = values[index];
    const problem = value ? misfit(catalog, typeId, value) : null;
    return problem === null ? [] : [`$${names[index] ?? index + 1}: ${problem}.`];
  });
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
