/**
 * The payment password of every buyer of the practice shop; pages may show it. It is compared and then forgotten:
 * no record carries it. Source: textbook AM-34.
 */
export const PRACTICE_PASSWORD = '123456';
