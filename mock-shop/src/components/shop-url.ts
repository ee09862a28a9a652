import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';

/** Where the person is: the path and query of the URL, and the ways to change them. */
export interface ShopUrl {
  path: string;
  /** `''` or `?…` */
  search: string;
  /** The buyer whose conversation is open, `''` for the list of buyers, null when the drawer is closed. */
  chat: string | null;
  go: (url: string, replace?: boolean) => void;
}

/** The URL as the screens read it. */
export function useShopUrl(): ShopUrl {
  const { url, path, route } = useLocation();
  return useMemo(() => {
    const at = url.indexOf('?');
    const search = at < 0 ? '' : url.slice(at).replace(/#.*$/, '');
    return { path, search, chat: new URLSearchParams(search).get('chat'), go: route };
  }, [url]);
}

/** The same URL with another conversation open; null closes the drawer. */
export function withChat(path: string, search: string, nick: string | null): string {
  const params = new URLSearchParams(search);
  if (nick === null) params.delete('chat');
  else params.set('chat', nick);
  const text = params.toString();
  return path + (text ? `?${text}` : '');
}
