export const SUPERUSER = "working_social";
export const DATABASE = "working_social";

/** The superuser's connection address of the embedded server; it owns the database and runs migrations. */
export function databaseUrl(port: number, password: string, database: string = DATABASE): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}
