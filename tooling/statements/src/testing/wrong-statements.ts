import type pg from "pg";
import type { Sql } from "@working-social/db";

// Statements that compile, each wrong in one way, and two that are right; `check.test.ts` says what is told of each.

interface Named {
  id: string;
  name: string;
}

export function aRightOne(sql: Sql, organizationId: string): Promise<Named[]> {
  return sql.query("SELECT id, name FROM people WHERE organization_id = $1::uuid", [organizationId]);
}

export function aRightOneWithNames(sql: Sql, at: Date): Promise<{ at: number }[]> {
  return sql.query("SELECT $at::timestamptz AS at, $at::timestamptz AS at", { at });
}

export function aColumnThatIsNotSelected(sql: Sql): Promise<Named[]> {
  return sql.query("SELECT id FROM people");
}

export function aColumnThatTheTableLost(sql: Sql): Promise<Named[]> {
  return sql.query("SELECT id, nickname AS name FROM people");
}

export function aColumnByAnotherName(sql: Sql): Promise<Named[]> {
  return sql.query('SELECT id, name AS "fullName" FROM people');
}

export async function tooFewValues(sql: Sql, id: string): Promise<void> {
  await sql.query("UPDATE people SET name = $2 WHERE id = $1::uuid", [id]);
}

export function aBigintAsString(sql: Sql): Promise<{ price: string }[]> {
  return sql.query("SELECT total_minor AS price FROM quotes");
}

export function anInstantAsText(sql: Sql): Promise<{ starts_at: string }[]> {
  return sql.query("SELECT starts_at FROM bookings");
}

export function aColumnThatMayBeNull(sql: Sql): Promise<{ team_id: string }[]> {
  return sql.query("SELECT team_id FROM people");
}

export function aColumnThatIsNeverNull(sql: Sql): Promise<{ name: string | null }[]> {
  return sql.query("SELECT name FROM people");
}

/** A hold has it, says a CHECK, and nothing else does. */
export function aColumnThatSomeRowsMustHave(sql: Sql): Promise<{ hold_expires_at: number }[]> {
  return sql.query("SELECT hold_expires_at FROM bookings");
}

export function aColumnOfAnOuterJoin(sql: Sql): Promise<{ name: string }[]> {
  return sql.query("SELECT p.name FROM bookings b LEFT JOIN people p ON p.id = b.person_id");
}

export function anInnerJoinLetsNoneBeNull(sql: Sql): Promise<{ team_id: string; name: string }[]> {
  return sql.query(
    "SELECT p.team_id, b.name FROM people p LEFT JOIN plans b ON b.id = p.plan_id JOIN teams t ON t.id = p.team_id WHERE b.name = 'Flex'",
  );
}

export function aSumOfNothing(sql: Sql): Promise<{ sum: number; count: number }[]> {
  return sql.query("SELECT sum(total_minor)::bigint AS sum, count(*) AS count FROM quotes");
}

export interface Argued {
  /** Never null: there is a quote for every organization that this test imagines. */
  sum: number;
}

export function anArguedSum(sql: Sql): Promise<Argued[]> {
  return sql.query("SELECT sum(total_minor)::bigint AS sum FROM quotes");
}

export function aStatusThatIsMissing(sql: Sql): Promise<{ status: "active" | "invited" }[]> {
  return sql.query("SELECT status FROM people");
}

export function aStoredJsonThatIsCast(sql: Sql): Promise<{ lines: { text: string }[] }[]> {
  return sql.query("SELECT lines FROM quotes");
}

export function aBuiltJson(sql: Sql): Promise<{ people: { id: string; since: number; name?: string }[] }[]> {
  return sql.query(
    "SELECT coalesce(json_agg(json_build_object('id', p.id, 'since', p.created_at, 'age', 7)), '[]') AS people FROM people p",
  );
}

export async function anInstantAsNumber(sql: Sql, id: string, now: number): Promise<void> {
  await sql.query("UPDATE people SET created_at = $2 WHERE id = $1::uuid", [id, now]);
}

export async function aNameThatIsNotGiven(sql: Sql, given: { id: string; label: string }): Promise<void> {
  await sql.query("UPDATE people SET name = $name WHERE id = $id::uuid", { ...given });
}

export async function moreByPositionThanAnybodyReads(sql: Sql, id: string): Promise<void> {
  const values = [id, id, id, id, id, id, id, id, id];
  await sql.query("SELECT FROM people WHERE id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9)", values);
}

export async function whatTheAppMayNotRead(sql: Sql): Promise<void> {
  await sql.query("SELECT token FROM sessions");
}

export function aTextOfTwo(sql: Sql, isNewest: boolean): Promise<Named[]> {
  return sql.query(`SELECT id, name FROM people ORDER BY ${isNewest ? "created_at" : "birthday"}`);
}

export function aTextThatRunningTells(sql: Sql): Promise<Named[]> {
  return sql.query(`SELECT id, name FROM people LIMIT ${Date.now()}`);
}

export function whatPgItselfReads(owner: pg.ClientBase): Promise<pg.QueryResult<{ sum: string; at: Date }>> {
  return owner.query("SELECT count(*) AS sum, now() AS at");
}

export function whatPgItselfDoesNotRead(owner: pg.ClientBase): Promise<pg.QueryResult<{ sum: number }>> {
  return owner.query("SELECT count(*) AS sum");
}

export async function aValueThatMayBeUndefined(sql: Sql, name: string | undefined): Promise<void> {
  await sql.query("UPDATE people SET name = $name WHERE name = 'x'", { name });
}
