import express from "express";
import type { Express } from "express";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import { compressed, inOnePiece } from "./http/compressed.ts";
import { crossSiteGate } from "./http/cross-site.ts";
import { errorHandler, unknownRoute } from "./http/errors.ts";
import { feeds } from "./http/feeds.ts";
import { invoiceDocuments } from "./http/invoice-documents.ts";
import { healthz, readyz } from "./http/health.ts";
import { hostGate } from "./http/host-gate.ts";
import { mailboxPage } from "./http/mailbox-page.ts";
import { printDevices } from "./http/print-devices.ts";
import { requestLog } from "./http/request-log.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { signInRoutes } from "./http/sign-in-routes.ts";
import { staticFiles } from "./http/static-files.ts";
import { appRouter } from "./router.ts";
import type { Services } from "./services.ts";
import { requestContext } from "./trpc/context.ts";
import { reportTo } from "./trpc/report.ts";
import { responseMeta } from "./trpc/response-meta.ts";

const MAX_BODY_BYTES = 1_000_000;
const MAX_BATCH = 20;

/** All of HTTP on one page, in the order in which a request meets it. */
export function createApp(services: Services, isStopping: () => boolean): Express {
  const { env, log, mailbox } = services;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.trustedProxies);
  app.set("query parser", "simple");
  app.use(requestLog(log));
  app.use(securityHeaders(env.publicUrl.startsWith("https://")));
  app.use(compressed());

  app.get("/healthz", healthz);
  app.get("/readyz", readyz(services, isStopping));

  app.use(hostGate(env.hosts, log));
  app.use("/api", crossSiteGate(env.origins));
  app.use("/api/auth", signInRoutes(services));
  app.use(
    "/api/trpc",
    inOnePiece,
    createExpressMiddleware({
      router: appRouter,
      maxBodySize: MAX_BODY_BYTES,
      maxBatchSize: MAX_BATCH,
      createContext: ({ req, res, info }) =>
        requestContext(services, req, res, info.connectionParams?.["x-organization-id"]),
      responseMeta,
      onError: reportTo(log),
    }),
  );
  app.use("/api/print", printDevices(services));
  app.use("/api", unknownRoute);

  app.use("/calendar", feeds(services), unknownRoute);
  app.use("/invoices", invoiceDocuments(services));
  if (mailbox && env.isLocal) app.use("/mail", mailboxPage(mailbox, env));
  app.use("/kiosk", staticFiles(env.kioskDist));
  app.use(staticFiles(env.portalDist));
  app.use(unknownRoute);
  app.use(errorHandler(log));
  return app;
}
