// Where one is, as the address's hash: `#/candidates/12?filter=no-photo`. Parts and a few words only, never personal
// data. Owns the hash; knows no screen.

class Route {
  private hash = $state(location.hash);

  constructor() {
    addEventListener('hashchange', () => (this.hash = location.hash));
  }

  private readonly address = $derived(new URL(this.hash.slice(1) || '/', 'x://x'));

  /** `['candidates', '12']`. */
  readonly parts = $derived(this.address.pathname.split('/').filter(Boolean).map(decodeURIComponent));

  /** First part: the area. */
  readonly area = $derived(this.parts[0] ?? '');

  param(name: string): string | undefined {
    return this.address.searchParams.get(name) ?? undefined;
  }

  /** Goes to `/candidates/12` or the like. */
  go(path: string): void {
    location.hash = path;
    this.hash = location.hash;
  }

  /** Changes the words after the `?` without a step in the history. */
  set(params: Record<string, string | undefined>): void {
    const search = new URLSearchParams(this.address.search);
    for (const [name, value] of Object.entries(params)) {
      if (value === undefined) search.delete(name);
      else search.set(name, value);
    }
    const query = search.size > 0 ? `?${search}` : '';
    history.replaceState(null, '', `#${this.address.pathname}${query}`);
    this.hash = location.hash;
  }
}

export const route = new Route();

/** The address of a path, for `href`. */
export function href(path: string): string {
  return `#${path}`;
}
