// Somebody at the council who asks the console's API as its page does: signed in with a password of a council for trying
// out, the cookie kept here.
export class Official {
  /** Signs in; `login` is a line as the server prints it. */
  static async at(council, name) {
    const official = Object.assign(new Official(), {
      base: `${council.url}/console/api/`,
      origin: council.url,
    });
    await official.ask('login', { name, password: council.logins[name] });
    return official;
  }

  async ask(path, body, type = 'application/json') {
    const headers = { 'x-daftari-console': '1', origin: this.origin, cookie: this.cookie ?? '' };
    const text = type === 'application/json' ? JSON.stringify(body) : body;
    const how = body === undefined ? {} : { method: 'POST', body: text };
    const answer = await fetch(this.base + path, { ...how, headers: { ...headers, 'content-type': type } });
    const cookie = answer.headers.getSetCookie().at(-1);
    if (cookie) this.cookie = cookie.split(';')[0];
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(said)}`);
    return said;
  }

  /** Asks until what is waited for is there: what stands behind the console is made a moment after the receipt. */
  async until(path, body, is) {
    for (let turn = 0; turn < 100; turn += 1) {
      const said = await this.ask(path, body);
      if (is(said)) return said;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`${path} did not come to what is waited for`);
  }
}
