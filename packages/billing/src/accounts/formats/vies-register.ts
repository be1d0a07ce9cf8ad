import { z } from "zod";
import type { VatAnswer, VatRegister } from "../schema.ts";

/** The European Commission's register of VAT ids: https://ec.europa.eu/taxation_customs/vies/#/technical-information */
const VIES = "https://ec.europa.eu/taxation_customs/vies/rest-api/check-vat-number";
const PATIENCE_MS = 10_000;
const LONGEST = 1000;

/** What a member state does not tell comes as dashes, or empty. */
const Told = z
  .string()
  .nullish()
  .transform((text) => (text && /[^-\s]/.test(text) ? text.slice(0, LONGEST) : null));
const Answer = z.object({ valid: z.boolean(), name: Told, address: Told, requestIdentifier: Told });

const NO_ANSWER: VatAnswer = {
  source: "vies",
  outcome: "unavailable",
  registeredName: null,
  registeredAddress: null,
  consultation: null,
};

/**
 * Asks VIES. With the VAT id of who asks it gives a consultation number. Whatever goes wrong on the way, at the register or at a member
 * state, is an answer too: `unavailable`.
 */
export function viesRegister(endpoint: string = VIES): VatRegister {
  return async (vatId, requester) => {
    const asked = { countryCode: vatId.slice(0, 2), vatNumber: vatId.slice(2) };
    const by = requester && { requesterMemberStateCode: requester.slice(0, 2), requesterNumber: requester.slice(2) };
    try {
      const response = await fetch(endpoint, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ ...asked, ...by }),
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return response.ok ? answerOf(await response.json()) : NO_ANSWER;
    } catch {
      // Not there, too slow, or no JSON: nothing is known, and that is what is kept.
      return NO_ANSWER;
    }
  };
}

function answerOf(body: unknown): VatAnswer {
  const read = Answer.safeParse(body);
  if (!read.success) return NO_ANSWER;
  const { valid, name, address, requestIdentifier } = read.data;
  const told = { registeredName: name, registeredAddress: address, consultation: requestIdentifier };
  return { source: "vies", outcome: valid ? "valid" : "invalid", ...told };
}
