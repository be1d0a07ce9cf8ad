// oxlint-disable-next-line import/no-named-as-default -- its types know the default alone
import PDFDocument from "pdfkit";

/** Why a picture can't be the logo of an archive: it is neither PNG nor JPEG, it is broken, or its colours are for a press. */
export type LogoProblem = "notPicture" | "cmyk";

/** Asked where a logo comes in: an invoice must not fail for it. The output intent is RGB, which CMYK is no part of (ISO 19005-3, 6.2.4.3). */
export function logoProblem(bytes: Uint8Array): LogoProblem | null {
  const picture = opened(bytes);
  if (picture === null || picture.width < 1 || picture.height < 1) return "notPicture";
  return picture.colorSpace === "DeviceCMYK" ? "cmyk" : null;
}

function opened(bytes: Uint8Array) {
  try {
    return new PDFDocument({ font: "", autoFirstPage: false }).openImage(Buffer.from(bytes));
  } catch {
    return null; // Whatever the decoder says of it: no picture then.
  }
}
