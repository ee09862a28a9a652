/** What the tests use of the npm client; it brings no types. */
declare module 'node-taobao-topclient' {
  class TopClient {
    readonly REST_URL: string;
    constructor(options: { appkey: string; appsecret: string; REST_URL: string });
    /** Beijing time, `YYYY-MM-DD HH:mm:ss`. */
    timestamp: () => string;
    /** @throws an Error named `TOPClientError` with TOP's code */
    execute(method: string, params: Record<string, unknown>): Promise<Record<string, unknown>>;
  }
  export = TopClient;
}
