import { readerOfPerson } from "@working-social/directory";
import { accountChangedMessage, enqueueMail } from "@working-social/notify";
import type { EventNamed } from "../reactions/events.ts";
import type { After } from "../reactions/reaction.ts";

/** The owner of an account learns of each change of a way into it, whoever made it. */
export const tellOwnerOfAccount: After<EventNamed<"person.account_changed">> = {
  name: "tell-owner-of-account",
  concerns: () => true,
  async run(tx, _ctx, { subjectId, data }, { jobs, publicUrl }) {
    const [owner] = await tx.query<{ to: string; personName: string }>(
      `SELECT email AS "to", name AS "personName" FROM people WHERE id = $1`,
      [subjectId],
    );
    if (!owner) return;
    const { change, changedAt: at } = data;
    const reader = await readerOfPerson(tx, subjectId);
    await enqueueMail(tx, jobs, accountChangedMessage({ ...owner, reader, change, at, url: publicUrl }));
  },
};
