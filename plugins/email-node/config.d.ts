export interface Config {
  /** How Portico sends mail. Without this section nothing is sent, and what wants to send says so. */
  email?: {
    /**
     * Sender of all mails, e.g. `Portico <portico@mini-org.example>`.
     * @visibility backend
     */
    from: string;
    /**
     * Where answers go, if not to the sender.
     * @visibility backend
     */
    replyTo?: string;
    /** The server that takes mails for delivery. */
    smtp: {
      /**
       * Host name, e.g. `email-smtp.eu-central-1.amazonaws.com`.
       * @visibility backend
       */
      host: string;
      /**
       * 465 if `secure`, else 587, where absent.
       * @visibility backend
       */
      port?: number;
      /**
       * TLS from the first byte on (port 465). If false, the connection begins in clear and changes to
       * TLS by STARTTLS, which is demanded as soon as there is a user.
       * @visibility backend
       */
      secure?: boolean;
      /**
       * User name at the server; none if absent.
       * @visibility backend
       */
      user?: string;
      /**
       * Password of the user.
       * @visibility secret
       */
      password?: string;
    };
  };
}
