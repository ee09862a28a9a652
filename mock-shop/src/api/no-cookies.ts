/**
 * Stands in for `tough-cookie`, in which msw keeps the cookies that mocked answers set. This backend
 * sets none, and the jar with its public-suffix list is more than half of msw's weight (see
 * vite.config.ts).
 */
export class CookieJar {
  getCookiesSync(): never[] {
    return [];
  }

  async setCookie(): Promise<void> {}
}

export class MemoryCookieStore {
  idx = {};
}

export const Cookie = { fromJSON: (): null => null };
