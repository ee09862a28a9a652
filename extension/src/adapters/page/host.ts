/** The one element of ours on the page, and where it has to be so that people can use it. */

const NAME = 'seller-coach';
/** Important, so that no style of the page, not even an important one, can hide or restyle the host. */
const HOST_CSS = ':host { all: initial !important; display: contents !important; visibility: visible !important; }';
/** Put back by the page's hand over and over? Not more often than this, ms. */
const RESTORE_PAUSE = 200;
const TAMPERED = ['style', 'class', 'hidden', 'inert', 'aria-hidden', 'popover', 'slot'];

export interface Host {
  element: HTMLElement;
  shadow: ShadowRoot;
  /** The popover that holds all we draw. */
  root: HTMLElement;
  /** Shows it, in the top layer, over whatever is there now. */
  show(): void;
  hide(): void;
  /** Undoes the page's CSS `zoom`, if any, so that our px are the viewport's. Reads layout: call it in a changed frame. */
  unzoom(): void;
}

/**
 * Makes `<seller-coach>`: last in `<html>`, or inside the topmost open modal dialog, because a modal
 * dialog makes all outside it inert. Goes back when the dialog closes, also when the page throws the
 * dialog away with us inside. `tampered` is told when the page removed or hid us; we are back by then.
 */
export function createHost(css: string, tampered: () => void, signal: AbortSignal): Host {
  const element = document.createElement(NAME);
  const shadow = element.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = HOST_CSS + css;
  const root = document.createElement('div');
  root.className = 'root';
  root.popover = 'manual';
  shadow.append(style, root);

  let shown = false;
  /** Modal dialogs in the order in which they were opened: the last one is on top. */
  let modals: Element[] = [];
  let home: Element | null = null;
  let restoredAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const topmost = (): Element => {
    const open = [...document.querySelectorAll('dialog:modal')];
    modals = [
      ...modals.filter((dialog) => open.includes(dialog)),
      ...open.filter((dialog) => !modals.includes(dialog)),
    ];
    return modals.at(-1) ?? document.documentElement;
  };
  const raise = () => {
    if (root.getRootNode() !== shadow) shadow.append(style, root);
    if (root.matches(':popover-open')) root.hidePopover();
    root.showPopover();
    unzoom();
  };
  const unzoom = () => {
    const own = Number(root.style.zoom || 1);
    const page = (root.currentCSSZoom ?? own) / own;
    const wanted = page === 1 ? '' : String(1 / page);
    if (root.style.zoom !== wanted) root.style.zoom = wanted;
  };
  const settle = () => {
    if (!shown || !document.body) return;
    const wanted = topmost();
    const lost = home !== null && home === wanted && element.parentNode !== home;
    const marked = TAMPERED.filter((name) => element.hasAttribute(name));
    const gutted = home !== null && root.getRootNode() !== shadow;
    if (lost || gutted || marked.length > 0) {
      const wait = restoredAt + RESTORE_PAUSE - performance.now();
      if (wait > 0) {
        timer ??= setTimeout(() => {
          timer = undefined;
          settle();
        }, wait);
        return;
      }
      restoredAt = performance.now();
      for (const name of marked) element.removeAttribute(name);
      tampered();
    }
    if (element.parentNode !== wanted) {
      const active = shadow.activeElement;
      wanted.append(element);
      home = wanted;
      raise();
      if (active instanceof HTMLElement) active.focus({ preventScroll: true });
    } else if (gutted || !root.matches(':popover-open')) raise();
  };

  // A modal dialog opens and closes by its attribute; of all other changes only those matter that take us away.
  const observer = new MutationObserver((records) => {
    if (!element.isConnected || records.some(({ type, target }) => type === 'attributes' || target === shadow))
      settle();
  });
  root.addEventListener('toggle', () => {
    if (!shown || !element.isConnected || root.matches(':popover-open')) return;
    tampered();
    raise();
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    element.remove();
  });
  return {
    element,
    shadow,
    root,
    show() {
      if (shown) return;
      shown = true;
      observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] });
      observer.observe(element, { attributes: true, attributeFilter: TAMPERED });
      observer.observe(shadow, { childList: true });
      settle();
    },
    hide() {
      shown = false;
      observer.disconnect();
      home = null;
      element.remove();
    },
    unzoom,
  };
}
