/** Members have the names that the API gives them, times are seconds since 1970, so that documents are answers. */
interface Resource {
  CreatedAt: number;
  /** ARN of whom the request came from, or {@link SCIM}. */
  CreatedBy: string;
  UpdatedAt: number;
  UpdatedBy: string;
}

/** Stands where a change came with provisioning from Okta. */
export const SCIM = 'SCIM';

export interface ExternalId {
  Issuer: string;
  Id: string;
}

/** What a request may say of a user; https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_User.html */
export interface UserAttributes {
  UserName: string;
  DisplayName: string;
  Name: { GivenName: string; FamilyName: string; [part: string]: unknown };
  Emails?: { Value: string; Type?: string; Primary?: boolean }[];
  Title?: string;
  [attribute: string]: unknown;
}

export interface StoreUser extends Resource, UserAttributes {
  UserId: string;
  ExternalIds?: ExternalId[];
  UserStatus: 'ENABLED' | 'DISABLED';
}

export interface StoreGroup extends Resource {
  GroupId: string;
  DisplayName: string;
  Description?: string;
  ExternalIds?: ExternalId[];
}

export interface StoreMembership extends Resource {
  MembershipId: string;
  GroupId: string;
  MemberId: { UserId: string };
}
