import type { Context, Database } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { permissionsOf } from "../rules.ts";
import type { MembershipView, MeView } from "../schema.ts";

/** Whether this installation is still empty: then the portal shows the set-up page. */
export async function needsSetup(db: Database): Promise<{ needsSetup: boolean }> {
  const { rows } = await db.pool.query<{ done: boolean }>("SELECT has_organization() AS done");
  return { needsSetup: rows[0]?.done === false };
}

interface MeRow {
  person: MeView["person"];
  preferences: MeView["preferences"];
  placeLanguage: string | null;
  organization: MeView["organization"];
  memberships: MembershipView[];
}

/** What the session gate knows of the signed-in user, beside the person in the context. */
export interface SignedInUser {
  userId: string;
  hasSecondFactor: boolean;
}

/** Who the actor is here: role, plan (own, else the team's), permissions and other organizations. One round trip. */
export async function loadMe(ctx: Context, user: SignedInUser): Promise<MeView> {
  authorize(ctx, ...loadMe.needs);
  if (ctx.actor.kind !== "person") throw notFound("person");
  const [me] = await read(ctx).query<MeRow>(
    `SELECT json_build_object('id', p.id, 'name', p.name, 'email', p.email, 'role', p.role, 'planName', l.name,
         'teamName', t.name, 'homeLocationId', p.home_location_id) AS person,
       json_build_object('language', p.language, 'region', p.region, 'hourCycle', p.hour_cycle) AS preferences,
       (SELECT place.language FROM locations place WHERE place.organization_id = p.organization_id AND place.archived_at IS NULL
        ORDER BY place.id = p.home_location_id DESC NULLS LAST, place.created_at, place.id LIMIT 1) AS "placeLanguage",
       json_build_object('id', o.id, 'name', o.name, 'slug', o.slug) AS organization,
       (SELECT coalesce(json_agg(json_build_object('organizationId', m.organization_id, 'organizationName', m.organization_name,
         'organizationSlug', m.organization_slug, 'personId', m.person_id, 'role', m.role)), '[]')
        FROM memberships_of_user($2) m) AS memberships
     FROM people p JOIN organizations o ON o.id = p.organization_id
     LEFT JOIN teams t ON t.id = p.team_id LEFT JOIN plans l ON l.id = coalesce(p.plan_id, t.plan_id)
     WHERE p.id = $1 AND p.status = 'active'`,
    [ctx.actor.personId, user.userId],
  );
  if (!me) throw notFound("person");
  return { ...me, permissions: permissionsOf(me.person.role), hasSecondFactor: user.hasSecondFactor };
}
loadMe.needs = ["useSpace"] as const;
