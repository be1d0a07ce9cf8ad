import express from "express";
import type { Request, Response, Router } from "express";
import { answerDevice } from "@working-social/copier";
import type { Services } from "../services.ts";
import { networkOf } from "../sign-in/network.ts";
import { sayWhenToComeBack } from "./answers.ts";
import { jsonBody } from "./json-body.ts";

/** Print servers and copiers at /api/print/<call>, by a device token instead of a session. No cookie is read here. */
export function printDevices({ db, clock, requestLimits }: Pick<Services, "db" | "clock" | "requestLimits">): Router {
  const router = express.Router();
  router.post("/:call", jsonBody("1mb"), async (req: Request, res: Response) => {
    await requestLimits.take(`print ${networkOf(req.ip ?? "unknown")}`, "query");
    const call = String(req.params["call"]);
    const { status, body } = await answerDevice(
      { db, clock },
      { call, authorization: req.headers.authorization, body: req.body },
    );
    if (typeof body === "object" && body !== null && "error" in body) sayWhenToComeBack(res, Object(body.error));
    res.status(status).setHeader("Cache-Control", "no-store").json(body);
  });
  return router;
}
