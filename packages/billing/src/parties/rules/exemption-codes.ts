const EU_132 = [..."ABCDEFGHIJKLMNOPQ"].map((letter) => `132-1${letter}`);
const EU_143 = ["A", "B", "C", "D", "E", "F", "FA", "G", "H", "I", "J", "K", "L"].map((point) => `143-1${point}`);
const EU_148 = [..."ABCDEFG"].map((letter) => `148-${letter}`);
const EU_151 = ["A", "AA", "B", "C", "D", "E"].map((point) => `151-1${point}`);
const EU = [
  ..."79-C 132 135-1 143 144 146-1E 148 151 153 159 309 AE D F G I IC J O".split(" "),
  ...EU_132,
  ...EU_143,
  ...EU_148,
  ...EU_151,
].map((article) => `VATEX-EU-${article}`);
const CGI = [
  ...[1, 2, 3, 4, 5, 7, 8].map((number) => `261-${number}`),
  ..."261A 261B 261C-1 261C-2 261C-3 261D-1 261D-1BIS 261D-2 261D-3 261D-4 261E-1 261E-2 275 277A 295".split(" "),
].map((article) => `VATEX-FR-CGI${article}`);
const FRENCH = [...CGI, "VATEX-FR-298SEXDECIESA", "VATEX-FR-AE", "VATEX-FR-CNWVAT", "VATEX-FR-FRANCHISE"];

/** Why no tax is taken, by the list VATEX of the European Commission, as EN 16931 takes it (BR-CL-22). */
export const EXEMPTION_CODES: ReadonlySet<string> = new Set([...EU, ...FRENCH]);
