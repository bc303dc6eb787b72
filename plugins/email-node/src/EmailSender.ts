/** A mail to be sent. */
export interface EmailMessage {
  /** Addresses, e.g. `nina.berg@mini-org.example`; the catalog need not know them. */
  to: string | string[];
  subject: string;
  /** Body as HTML. Whoever makes it escapes what is put into it; `renderEmail` does. */
  html: string;
  /** The same as plain text. */
  text: string;
  /**
   * What tells this mail from all others, e.g. `task-7.send-welcome`, or a whole Message-ID with angle
   * brackets. Give the same one when the same mail is sent again because nobody knows whether the
   * first attempt arrived: mail servers drop the second. A random one if absent.
   */
  messageId?: string;
  /** Ends the attempt. */
  signal?: AbortSignal;
}

/** Proof that the mail server took over. */
export interface SentEmail {
  /** With angle brackets, as in the mail's header. */
  messageId: string;
  /** Addresses that the server took. */
  accepted: string[];
}

/** Sends mail on behalf of Portico. */
export interface EmailSender {
  /** Whether `email` is configured; without it `send` throws. */
  readonly isConfigured: boolean;
  /**
   * Hands the mail to the mail server, and tries again where the server is busy or away.
   *
   * @throws InputError if no mail server is configured, or it refuses an address or the mail for good
   * @throws AuthenticationError if the server refuses the user and password of the config
   * @throws ServiceUnavailableError if the server cannot be reached or stays busy
   */
  send(message: EmailMessage): Promise<SentEmail>;
}
