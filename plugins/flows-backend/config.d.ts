export interface Config {
  flows?: {
    /** Templates that a label on a GitHub issue starts, with the rights of whoever set the label. */
    issues?: Array<{
      /**
       * Repository whose issues are read, e.g. `acme/onboarding`. Its organisation or it itself needs a
       * webhook for `issues` to `/api/events/http/github`, with the secret of `events.modules.github`.
       * @visibility backend
       */
      repository: string;
      /**
       * Host of the GitHub integration; `github.com` if absent.
       * @visibility backend
       */
      host?: string;
      /**
       * Label that says what is asked, e.g. `onboarding` (set by the issue form).
       * @visibility backend
       */
      label: string;
      /**
       * Label with which somebody entitled starts the flow; `approved` if absent.
       * @visibility backend
       */
      approvedLabel?: string;
      /**
       * Name of the template.
       * @visibility backend
       */
      template: string;
      /**
       * The template's parameters by name, each from a field of the issue form.
       */
      parameters: {
        [parameter: string]: {
          /**
           * Label of the field, e.g. `First name`.
           * @visibility backend
           */
          field: string;
          /**
           * `user` and `group`: the field names one (login, e-mail or name), the parameter gets its entity
           * reference. `text` if absent.
           * @visibility backend
           */
          as?: 'text' | 'user' | 'group';
        };
      };
    }>;
  };
}
