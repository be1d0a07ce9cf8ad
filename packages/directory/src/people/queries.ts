import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import type { HourCycle, Reader } from "@working-social/kernel";
import { authorize, normalLine, notFound, readerOf } from "@working-social/kernel";
import { readCursor } from "../queries/cursor.ts";
import type {
  ListPeopleInput,
  PeoplePage,
  PersonIdInput,
  PersonName,
  PersonNamesInput,
  PersonView,
  PreferencesView,
} from "../schema.ts";

const PAGE_SIZE = 50;
const NAMES_SHOWN = 20;

const PEOPLE = `SELECT p.id, p.name, p.email, p.role, p.status, p.team_id AS "teamId", t.name AS "teamName",
    p.plan_id AS "planId", l.name AS "planName", p.home_location_id AS "homeLocationId", p.pays_privately AS "paysPrivately"
  FROM people p LEFT JOIN teams t ON t.id = p.team_id LEFT JOIN plans l ON l.id = p.plan_id`;

/** The text as a pattern "contains", with its own wildcards taken literally. Searched in folded texts: Capek finds Čapek. */
export function containing(search: string): string {
  return `%${normalLine(search).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** People by name, also suspended ones, whose name or address contains the text. Needs managePeople or manageBookings. */
export async function listPeople(ctx: Context, input: ListPeopleInput): Promise<PeoplePage> {
  authorize(ctx, ...listPeople.needs);
  const rows = await read(ctx).query<PersonView>(
    `${PEOPLE} WHERE p.organization_id = $1 AND (folded(p.name) LIKE folded($2) OR folded(p.email) LIKE folded($2))
       AND ($3::uuid IS NULL OR (p.name, p.id) > (SELECT last.name, last.id FROM people last WHERE last.id = $3))
     ORDER BY p.name, p.id LIMIT $4`,
    [ctx.organizationId, containing(input.search), readCursor(input.cursor), PAGE_SIZE + 1],
  );
  const people = rows.slice(0, PAGE_SIZE);
  return { people, nextCursor: rows.length > PAGE_SIZE ? (people.at(-1)?.id ?? null) : null };
}
listPeople.needs = ["managePeople", "manageBookings"] as const;

/** The first few people who may book, for a field that completes names. Needs manageBookings. */
export async function searchPersonNames(ctx: Context, input: PersonNamesInput): Promise<PersonName[]> {
  authorize(ctx, ...searchPersonNames.needs);
  return read(ctx).query<PersonName>(
    `SELECT id, name FROM people WHERE organization_id = $1 AND status <> 'suspended' AND (folded(name) LIKE folded($2) OR folded(email) LIKE folded($2))
     ORDER BY name, id LIMIT $3`,
    [ctx.organizationId, containing(input.search), NAMES_SHOWN],
  );
}
searchPersonNames.needs = ["manageBookings", "manageContracts"] as const;

/** One person, for a page about them. Needs managePeople or manageBookings. Throws not_found. */
export async function getPerson(ctx: Context, { id }: PersonIdInput): Promise<PersonView> {
  authorize(ctx, ...getPerson.needs);
  return requirePerson(read(ctx), id);
}
getPerson.needs = ["managePeople", "manageBookings"] as const;

/** Throws not_found for an unknown or foreign person. Works in and out of a transaction. */
export async function requirePerson(sql: Sql, id: string): Promise<PersonView> {
  const [person] = await sql.query<PersonView>(`${PEOPLE} WHERE p.id = $1::uuid`, [id]);
  if (!person) throw notFound("person");
  return person;
}

/** How the person chose to read. Throws not_found. */
export async function requirePreferences(sql: Sql, personId: string): Promise<PreferencesView> {
  const [preferences] = await sql.query<PreferencesView>(
    `SELECT language, region, hour_cycle AS "hourCycle" FROM people WHERE id = $1::uuid`,
    [personId],
  );
  if (!preferences) throw notFound("person");
  return preferences;
}

interface ReadingRow {
  personId: string;
  language: string | null;
  region: string | null;
  hourCycle: HourCycle | null;
  placeLanguage: string | null;
  placeRegion: string | null;
}

/**
 * How a person reads what no browser of theirs asks for, such as a mail: as they chose, else as their location does, else the
 * oldest location of the organization. Throws not_found.
 */
export async function readerOfPerson(sql: Sql, personId: string): Promise<Reader> {
  const reader = (await readersOfPeople(sql, [personId])).get(personId);
  if (!reader) throw notFound("person");
  return reader;
}

/** The same of several, by their id; who is unknown is missing. */
export async function readersOfPeople(sql: Sql, personIds: readonly string[]): Promise<ReadonlyMap<string, Reader>> {
  const rows = await sql.query<ReadingRow>(
    `SELECT p.id AS "personId", p.language, p.region, p.hour_cycle AS "hourCycle", place.language AS "placeLanguage", place.region AS "placeRegion"
     FROM people p LEFT JOIN LATERAL (SELECT l.language, l.region FROM locations l
       WHERE l.organization_id = p.organization_id AND l.archived_at IS NULL
       ORDER BY l.id = p.home_location_id DESC NULLS LAST, l.created_at, l.id LIMIT 1) place ON true
     WHERE p.id = ANY($1::uuid[])`,
    [personIds],
  );
  return new Map(rows.map(({ personId, ...chosen }) => [personId, readerOfRow(chosen)]));
}

function readerOfRow({ language, region, hourCycle, placeLanguage, placeRegion }: Omit<ReadingRow, "personId">) {
  return readerOf({ languages: [language, placeLanguage], regions: [region, placeRegion], hourCycle });
}
