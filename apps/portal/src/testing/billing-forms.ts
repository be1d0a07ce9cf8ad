import {
  CreateSellerInput,
  UpdateAccountInput,
  UpdateProductInput,
  UpdateSellerInput,
} from "@working-social/billing/schema";
import { AccountFormFields, fieldsOf as accountFields } from "../features/billing/manage/accounts/account-drawer.tsx";
import { defaultsOf as productFields, ProductFields } from "../features/billing/manage/products/product-drawer.tsx";
import { defaultsOf as sellerFields } from "../features/billing/manage/sellers/seller-drawer.tsx";
import * as odd from "./odd-billing.ts";
import { form, type Form } from "./opened-form.ts";

/** The forms of billing, each by its file. */
export const BILLING_DRAWERS: Record<string, Form> = {
  "billing/manage/sellers/seller-drawer.tsx": form(odd.seller, sellerFields, CreateSellerInput, UpdateSellerInput),
  "billing/manage/products/product-drawer.tsx": form(
    odd.product,
    (view) => productFields(view, "USD"),
    ProductFields,
    UpdateProductInput,
  ),
  "billing/manage/accounts/account-drawer.tsx": form(odd.account, accountFields, AccountFormFields, UpdateAccountInput),
};
