// How better-auth's names map to prisma/schema/sign_in.prisma.

const times = { createdAt: "created_at", updatedAt: "updated_at" };

export const userFields = { modelName: "users", fields: { emailVerified: "email_verified", ...times } } as const;

export const userTwoFactorFields = { fields: { twoFactorEnabled: "two_factor_enabled" } } as const;

export const sessionFields = {
  modelName: "sessions",
  fields: { userId: "user_id", expiresAt: "expires_at", ipAddress: "ip_address", userAgent: "user_agent", ...times },
  additionalFields: { provenAt: { type: "date", required: false, input: false, fieldName: "proven_at" } },
} as const;

export const accountFields = {
  modelName: "accounts",
  fields: {
    userId: "user_id",
    accountId: "account_id",
    providerId: "provider_id",
    accessToken: "access_token",
    refreshToken: "refresh_token",
    idToken: "id_token",
    accessTokenExpiresAt: "access_token_expires_at",
    refreshTokenExpiresAt: "refresh_token_expires_at",
    ...times,
  },
} as const;

export const verificationFields = {
  modelName: "verifications",
  fields: { expiresAt: "expires_at", ...times },
} as const;

export const passkeySchema = {
  modelName: "passkeys",
  fields: {
    publicKey: "public_key",
    userId: "user_id",
    credentialID: "credential_id",
    deviceType: "device_type",
    backedUp: "backed_up",
    createdAt: "created_at",
  },
} as const;

export const twoFactorSchema = {
  modelName: "two_factors",
  fields: {
    backupCodes: "backup_codes",
    userId: "user_id",
    failedVerificationCount: "failed_verification_count",
    lockedUntil: "locked_until",
  },
} as const;
