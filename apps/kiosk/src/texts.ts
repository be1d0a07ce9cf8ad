/** What the door says. Another language is another object of this shape. */
export const english = {
  locale: "en-GB",
  brand: "Working Social",
  pageTitle: "Welcome",
  welcome: "Welcome.",
  seeTheDesk: "Please see the front desk: someone will be glad to help you.",
  print: "Print",
  printHow: "Release what you have sent to the copier, with your PIN or your code",
  member: "Are you a member?",
  memberHow: "Book a room or a desk on your phone, at this address:",
  staff: "For staff: open the portal",
  setUpPrinting: "Set up printing on this screen",
};
export type Texts = typeof english;
