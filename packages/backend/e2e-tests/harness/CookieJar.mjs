/** A browser's part of a sign-in: follows redirects by itself, since the cookies set on the way matter. */
export class CookieJar {
  #cookies = new Map();

  async follow(address, options = {}) {
    let url = new URL(address);
    let request = options;
    for (let hop = 0; hop < 15; hop++) {
      const response = await fetch(url, {
        ...request,
        redirect: 'manual',
        headers: { ...request.headers, cookie: this.#header(url) },
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
        this.#cookies.set(`${url.host} ${name}`, value);
      }
      const location = response.headers.get('location');
      const text = await response.text();
      if (!location) return { url, text, status: response.status };
      url = new URL(location, url);
      request = {};
    }
    throw new Error(`Too many redirects from ${address}`);
  }

  #header(url) {
    return [...this.#cookies]
      .filter(([key]) => key.startsWith(`${url.host} `))
      .map(([key, value]) => `${key.slice(url.host.length + 1)}=${value}`)
      .join('; ');
  }
}
