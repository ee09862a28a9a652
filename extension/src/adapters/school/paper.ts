/** A result file as it lies in the database: gzipped, for ten thousand of them. */
export async function fold(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await through(new Blob([text]), new CompressionStream('gzip')).arrayBuffer());
}

export function unfold(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return through(new Blob([bytes]), new DecompressionStream('gzip')).text();
}

function through(blob: Blob, transform: CompressionStream | DecompressionStream): Response {
  return new Response(blob.stream().pipeThrough(transform));
}
