/** What the kiosk says. Another language is another object of this shape. */
export const english = {
  locale: "en-GB",
  brand: "Working Social",
  welcome: "Welcome.",
  seeTheDesk: "Please see the front desk: someone will be glad to help you.",
  notYet: "Checking in on this screen is not set up here yet.",
  member: "Are you a member?",
  memberHow: "Book a room or a desk on your phone, at this address:",
  staff: "For staff: open the portal",
};
export type Texts = typeof english;
