export interface Config {
  /** IAM Identity Center in which flows give and take access to AWS accounts. */
  awsIdentity?: {
    /**
     * Region that Identity Center lives in, e.g. `eu-central-1`.
     * @visibility backend
     */
    region: string;
    /**
     * Another address than AWS's own, e.g. that of a stand-in.
     * @visibility backend
     */
    endpoint?: string;
    /**
     * Access key; if absent, the SDK finds credentials as usual (pod role, instance role, environment).
     * @visibility backend
     */
    accessKeyId?: string;
    /**
     * Secret of the access key.
     * @visibility secret
     */
    secretAccessKey?: string;
    /**
     * ARN of the Identity Center instance; the only one that the account has if absent.
     * @visibility backend
     */
    instanceArn?: string;
    /**
     * Where people choose an account, e.g. `https://acme.awsapps.com/start`.
     * @visibility backend
     */
    accessPortalUrl?: string;
    /**
     * Whether SCIM brings people from the identity provider (default). If false, flows make them.
     * @visibility backend
     */
    scim?: boolean;
    /**
     * How long to wait for SCIM to bring someone; 20 if absent.
     * @visibility backend
     */
    scimTimeoutMinutes?: number;
    /** Accounts that flows may give access to. */
    accounts: Array<{
      /**
       * Name by which templates choose it.
       * @visibility backend
       */
      name: string;
      /**
       * Twelve digits, in quotes.
       * @visibility backend
       */
      id: string;
    }>;
  };
}
