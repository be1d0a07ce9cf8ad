import express from "express";
import type { NextFunction, Request, Response, Router } from "express";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPCError } from "@trpc/server";
import { InvoiceIdInput, InvoiceXmlInput, invoicePdf, invoiceXml } from "@working-social/billing";
import type { InvoiceFile } from "@working-social/billing";
import { DomainError } from "@working-social/kernel";
import { ZodError } from "zod";
import type { Services } from "../services.ts";
import { memberContext, requestContext } from "../trpc/context.ts";
import { refusalOf, withStatus } from "../trpc/refusals.ts";
import { sendRefusal } from "./answers.ts";
import { currentRequestId } from "./request-id.ts";

const FILE = /^([0-9a-f-]{36})\.(pdf|xml)$/i;
const XML = "application/xml; charset=utf-8";

/**
 * Invoices and credit notes as files, at /invoices/<id>.pdf and /invoices/<id>.xml (`?format=xrechnung` for German authorities, else UBL),
 * for whoever is signed in and may see them: a link of the portal. A link can't name an organization in a header; who belongs to several says
 * `?organization=<id>`. Each costs as much as a change does, since it is made anew.
 */
export function invoiceDocuments(services: Services): Router {
  const router = express.Router();
  router.get("/:file", async (req: Request, res: Response, next: NextFunction) => {
    const [, id, extension] = FILE.exec(String(req.params["file"])) ?? [];
    if (id === undefined || extension === undefined) return next();
    res.setHeader("Cache-Control", "no-store").setHeader("X-Content-Type-Options", "nosniff");
    try {
      const { organization } = req.query;
      const asked = typeof organization === "string" && organization !== "" ? organization : undefined;
      const { signedIn, member } = await memberContext(requestContext(services, req, res, asked));
      await services.requestLimits.take(`user ${signedIn.userId}`, "mutation");
      if (extension.toLowerCase() === "pdf") {
        const file = await invoicePdf(member, InvoiceIdInput.parse({ id }));
        return send(res, file, { type: "application/pdf", extension: "pdf", disposition: "inline" });
      }
      const format = req.query["format"] ?? "ubl";
      const file = await invoiceXml(member, InvoiceXmlInput.parse({ id, format }));
      send(res, file, { type: XML, extension: "xml", disposition: "attachment" });
    } catch (cause) {
      refuse(res, cause);
    }
  });
  return router;
}

interface Kind {
  readonly type: string;
  readonly extension: string;
  readonly disposition: "inline" | "attachment";
}

function send(res: Response, { number, bytes }: InvoiceFile, { type, extension, disposition }: Kind): void {
  res
    .setHeader("Content-Type", type)
    .setHeader("Content-Disposition", `${disposition}; filename="${fileName(number)}.${extension}"`);
  res.end(bytes);
}

/** A number may have a slash, which no file name has. */
function fileName(number: string): string {
  return number.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "") || "invoice";
}

/** As a procedure would answer; what nobody foresaw goes on to who logs it. */
function refuse(res: Response, cause: unknown): void {
  const error = withStatus(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause }));
  const isForeseen = cause instanceof DomainError || cause instanceof ZodError;
  if (!isForeseen) throw cause;
  const status = cause instanceof ZodError ? 400 : getHTTPStatusCodeFromError(error);
  sendRefusal(res, status, refusalOf(error, currentRequestId()));
}
