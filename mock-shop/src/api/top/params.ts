/** A call's parameters by name; those of the body win over those of the address. */
export type Params = ReadonlyMap<string, string>;

/** Reads the query and a form body (urlencoded or multipart; files are no parameters here). */
export async function readParams(request: Request): Promise<Params> {
  const params = new Map(new URL(request.url).searchParams);
  if (request.method !== 'POST') return params;
  try {
    for (const [name, value] of await request.formData()) if (typeof value === 'string') params.set(name, value);
  } catch {
    // No body or not a form: then only the address counts, as in the real gateway.
  }
  return params;
}

/** A parameter's text; undefined when absent or empty, which TOP treats alike. */
export function given(params: Params, name: string): string | undefined {
  return params.get(name) || undefined;
}
