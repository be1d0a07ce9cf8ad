/** The Unicode line breaking algorithm (UAX #14); the package brings no types. */
declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}

/** What pdfkit has and its types don't yet. */
declare namespace PDFKit.Mixins {
  interface PDFAttachmentOptions {
    relationship?: "Source" | "Data" | "Alternative" | "Supplement" | "Unspecified";
  }
  interface AnnotationOption {
    structParent?: PDFStructureElement;
  }
  interface PDFImage {
    openImage(source: Buffer): { readonly width: number; readonly height: number; readonly colorSpace?: string };
    image(
      source: { readonly width: number; readonly height: number },
      x: number,
      y: number,
      options: ImageOption,
    ): this;
  }
}
