export interface Config {
  /** Where the scaffolder actions `terraform:…` run Terraform. */
  terraform?: {
    /**
     * The executor of steps that name none: `hcp` if an instance is configured, else `cli`.
     * @visibility backend
     */
    defaultExecutor?: 'hcp' | 'cli';
    /**
     * Groups whose agreement to a removal lets a flow destroy for somebody who may not do so alone.
     * Default `[platform-admins]`.
     * @visibility backend
     */
    destroyApprovers?: string[];
    /** Instances of HCP Terraform or Terraform Enterprise; a step that names none uses the first. */
    hcp?: Array<{
      /**
       * Name that a step's input `instance` uses.
       * @visibility backend
       */
      name: string;
      /**
       * e.g. `https://app.terraform.io`, the default.
       * @visibility backend
       */
      baseUrl?: string;
      /**
       * API token of a team or user that may manage workspaces.
       * @visibility secret
       */
      token: string;
      /**
       * @visibility backend
       */
      organization: string;
      /**
       * Name of the project for new workspaces; the organisation's default project if absent.
       * @visibility backend
       */
      project?: string;
    }>;
    /** Terraform or OpenTofu on the portal's own server. */
    cli?: {
      /**
       * Name or path of the program; `terraform`, then `tofu`, is looked for on the PATH if absent.
       * @visibility backend
       */
      binary?: string;
      /** Where states are kept. Wins over a backend that the configuration names itself. */
      backend?: {
        /**
         * e.g. `s3`, `gcs`, `pg`.
         * @visibility backend
         */
        type: string;
        /**
         * The backend's settings. `{workspace}` in a value stands for the step's workspace; one value must hold it.
         * @deepVisibility secret
         */
        config?: { [key: string]: string | number | boolean };
      };
      /**
       * Names of environment variables that are handed to Terraform, e.g. `AWS_ROLE_ARN`. No other reaches it.
       * @visibility backend
       */
      passEnvironment?: string[];
    };
  };
}
