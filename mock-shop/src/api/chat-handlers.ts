import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import { chatWith, noBuyer } from '../domain/chat/chat.ts';
import type { Command } from '../domain/command.ts';
import { missing } from '../domain/refusal.ts';
import type { ChatState } from '../domain/state.ts';
import { answer, body, json, refusal } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';

/** 旺旺: the buyers, a conversation, writing, reading. */
export function chatHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  const conversation = async (nick: string): Promise<Response> => {
    const chat = chatWith((await shop.view()).state, nick);
    return chat ? json(shown(chat)) : refusal(noBuyer(nick));
  };
  const run = async (method: string, command: Extract<Command, { buyer_nick: string }>): Promise<Response> => {
    const error = await shop.run(method, command);
    return error ? refusal(error) : conversation(command.buyer_nick);
  };
  return [
    http.get('*/api/chats', () =>
      answer(faults, 'chats.list', async () => {
        // Who will speak up later is in the world already, and not for the seller to know.
        const chats = [...(await shop.view()).state.chats.values()].flatMap(({ buyer_nick, unread, messages }) => {
          const last = messages.at(-1);
          return last ? [{ buyer_nick, unread, last }] : [];
        });
        return json({ chats: chats.sort((a, b) => compare(b.last.at, a.last.at)) });
      }),
    ),
    http.get('*/api/chats/:nick', ({ params }) => answer(faults, 'chats.get', () => conversation(String(params.nick)))),
    http.post('*/api/chats/:nick/messages', ({ params, request }) =>
      answer(faults, 'chats.send', async () => {
        const nick = String(params.nick);
        const { text, channel } = (await body(request)) ?? {};
        if (typeof text !== 'string') {
          shop.refuse('chats.send', nick, missing('text'));
          return refusal(missing('text'));
        }
        const by = channel === undefined ? {} : { channel: String(channel) };
        return run('chats.send', { type: 'chat.send', buyer_nick: nick, text, ...by });
      }),
    ),
    http.post('*/api/chats/:nick/read', ({ params }) =>
      answer(faults, 'chats.read', () => run('chats.read', { type: 'chat.read', buyer_nick: String(params.nick) })),
    ),
  ];
}

/** What the seller may see of a conversation; `typing`: an answer is on its way. */
function shown(chat: ChatState): object {
  const { buyer_nick, messages, unread } = chat;
  return { buyer_nick, messages, unread, typing: chat.pending !== undefined };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
