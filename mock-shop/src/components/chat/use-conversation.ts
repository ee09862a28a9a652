import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { reasonOf } from '../../client/call.ts';
import { onRecords } from '../../client/live.ts';
import { type Conversation, getConversation, markRead, sendMessage } from '../../client/shop-client.ts';
import { refreshPeers } from './chat-store.ts';

/** Who is at the screen: what is asked and sent, and whether opening counts as reading. */
export interface Side {
  read: (nick: string) => Promise<Conversation>;
  send: (nick: string, text: string) => Promise<unknown>;
  /** Of the seller: what is on show has been read. */
  counts: boolean;
}

export const SELLER: Side = { read: getConversation, send: sendMessage, counts: true };

/** A line that the backend has not taken (yet). */
export interface Draft {
  id: number;
  text: string;
  /** Why it could not be sent; absent while it is on its way. */
  fault?: string;
}

/** One conversation, live, and sending in it. `side` must stay the same. */
export function useConversation(nick: string, side: Side) {
  const [conversation, setConversation] = useState<Conversation | null>(null);
  const [fault, setFault] = useState('');
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const nextId = useRef(1);
  const alive = useRef(true);

  const load = useCallback(async (): Promise<void> => {
    try {
      const now = await side.read(nick);
      if (!alive.current) return;
      setConversation(now);
      setFault('');
      if (side.counts && now.unread > 0 && document.visibilityState === 'visible') {
        await markRead(nick);
        await refreshPeers();
      }
    } catch (error) {
      if (alive.current) setFault(reasonOf(error));
    }
  }, [nick]);

  useEffect(() => {
    alive.current = true;
    void load();
    const seen = (): void => void load();
    document.addEventListener('visibilitychange', seen);
    const stop = onRecords((record) => record.type.startsWith('chat.') && record.subject === nick, seen);
    return () => {
      alive.current = false;
      document.removeEventListener('visibilitychange', seen);
      stop();
    };
  }, [load]);

  const push = async (draft: Draft): Promise<void> => {
    try {
      await side.send(nick, draft.text);
      await load();
      setDrafts((all) => all.filter((each) => each.id !== draft.id));
    } catch (error) {
      const failed = { ...draft, fault: reasonOf(error) };
      setDrafts((all) => all.map((each) => (each.id === draft.id ? failed : each)));
    }
  };
  const send = (text: string): void => {
    const draft = { id: nextId.current, text };
    nextId.current += 1;
    setDrafts((all) => [...all, draft]);
    void push(draft);
  };
  const resend = (draft: Draft): void => {
    const again = { id: draft.id, text: draft.text };
    setDrafts((all) => all.map((each) => (each.id === draft.id ? again : each)));
    void push(again);
  };
  return { conversation, fault, drafts, send, resend, reload: () => void load() };
}
