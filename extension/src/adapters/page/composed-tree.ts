/** Walking the page as a person sees it: through open shadow roots and same-origin frames. */

/** Next element outwards, out of shadow roots and frames too. */
export function outwards(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) return root.host;
  return element.ownerDocument.defaultView?.frameElement ?? null;
}

/** The element and all around it, nearest first. */
export function* chain(element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = outwards(at)) yield at;
}

/** The element that has the focus, inside shadow roots and same-origin frames too. */
export function focused(): Element | null {
  let at = document.activeElement;
  for (;;) {
    const deeper: Element | null | undefined =
      at?.shadowRoot?.activeElement ?? (at?.localName === 'iframe' ? frameDocument(at)?.activeElement : null);
    if (!deeper) return at;
    at = deeper;
  }
}

/** The document in a frame when it is ours to read. */
export function frameDocument(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** Document, open shadow roots and same-origin frames' documents. Walks everything: for rare use only. */
export function allRoots(top: Document): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [top];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot && element.localName !== 'seller-coach') roots.push(element.shadowRoot);
      const inner = element.localName === 'iframe' ? frameDocument(element) : null;
      if (inner) roots.push(inner);
    }
  }
  return roots;
}
