/** The 旺旺 drawer: reading, writing, hearing back. */
import type { Chat } from 'fixtures';
import { expect, test, tradeOf, world } from './seller.ts';

/** A buyer with unread messages and an order, who has something to say about the address. */
function talker() {
  const chat = world(1).chats.find(({ unread, replies }) => unread > 0 && replies.some(knowsAddress));
  const reply = chat?.replies.find(knowsAddress);
  if (!chat || !reply) throw new Error('nobody waits for an answer');
  const { tid } = tradeOf(1, (trade) => trade.buyer_nick === chat.buyer_nick);
  return { nick: chat.buyer_nick, messages: chat.messages, tid, reply: reply.text };
}

const knowsAddress = ({ to }: Chat['replies'][number]) => to.includes('confirm-address');

test('a conversation opens beside its order, is read, written in, and answered', async ({ page, seller }) => {
  const { nick, messages, tid, reply } = talker();
  await seller.open(`/sold?tid=${tid}`, { day: 1440 });
  const chat = page.getByTestId('chat');
  const log = chat.getByRole('log');
  const input = page.getByTestId('chat-input');
  const link = seller.row(tid).getByTestId('wangwang');
  const unread = Number.parseInt((await page.getByTestId('chat-open').locator('.badge').textContent()) ?? '', 10);
  await expect(link.locator('.badge')).toContainText('1条未读');

  await link.click();
  await expect(page).toHaveURL(new RegExp(`chat=${encodeURIComponent(nick)}`));
  await expect(chat).toHaveAttribute('data-buyer-nick', nick);
  await expect(input).toBeFocused();
  await expect(log.locator('.line')).toHaveCount(messages.length);
  for (const { text } of messages) await expect(log).toContainText(text);
  await expect(log.locator('.line').last()).toBeInViewport();
  await expect(chat.locator(`[data-tid="${tid}"]`)).toContainText(tid.slice(-4));
  await expect(link.locator('.badge')).toHaveCount(0);
  await expect(chat.locator('.chat-back .badge')).toContainText(`${unread - 1}条未读`);

  await input.pressSequentially('您好');
  await input.press('Shift+Enter');
  await input.pressSequentially('跟您核对一下收货信息');
  await input.press('Enter');
  await expect(input).toHaveValue('');
  await expect(log.locator('.line-seller').last()).toContainText('您好\n跟您核对一下收货信息', { useInnerText: true });
  await expect(log.locator('.line-seller').last()).toContainText('小刘');
  await expect(log.getByText('对方正在输入…')).toBeVisible();
  await expect(log.locator('.line-buyer').last()).toContainText(reply);
  await expect(log.getByText('对方正在输入…')).toHaveCount(0);
  await expect(log.locator('.line')).toHaveCount(messages.length + 2);

  // What is open is in the address; what was said stays said.
  await page.reload();
  await expect(log.locator('.line')).toHaveCount(messages.length + 2);
  await expect(log.locator('.line-buyer').last()).toContainText(reply);
  await page.getByTestId('chat-close').click();
  await expect(chat).toHaveCount(0);
  await expect(page).not.toHaveURL(/chat=/);
  await page.goBack();
  await expect(chat).toHaveAttribute('data-buyer-nick', nick);
  await input.press('Escape');
  await expect(chat).toHaveCount(0);
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(input).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
});

test('a message that cannot be sent stays, and 重发 sends it once', async ({ page, seller }) => {
  const { nick, messages } = talker();
  await seller.open(`/sold?chat=${encodeURIComponent(nick)}&fail=chats.send:1`);
  const lines = page.getByRole('log').locator('.line');
  const failed = page.getByTestId('chat-failed');
  await expect(lines).toHaveCount(messages.length);
  await seller.rehearse('chats.send', 1, 'offline');
  await page.getByTestId('chat-input').fill('这句发不出去');
  await page.getByTestId('chat-send').click();
  await expect(failed).toContainText('发送失败');
  await expect(failed).toContainText('这句发不出去');
  await expect(failed).toContainText('服务暂时不可用');
  await page.getByTestId('chat-resend').click();
  await expect(failed).toContainText('网络连接不上');
  await page.getByTestId('chat-resend').click();
  await expect(failed).toHaveCount(0);
  await expect(page.getByText('正在发送…')).toHaveCount(0);
  await expect(lines.filter({ hasText: '这句发不出去' })).toHaveCount(1);
  const sent = (await seller.stored()).records.filter(({ type }) => type === 'chat.answered');
  expect(sent.map(({ subject }) => subject)).toEqual([nick]);

  // Nothing and too much are not sent at all.
  await page.getByTestId('chat-input').fill('  \n ');
  await page.getByTestId('chat-input').press('Enter');
  await page.getByTestId('chat-input').fill('长'.repeat(501));
  await expect(page.getByTestId('chat-send')).toBeDisabled();
  await expect(page.getByText('超出 1 个字')).toBeVisible();
  await expect(lines).toHaveCount(messages.length + 1);
});

test('buyers are listed, and one who speaks up by himself is seen at once', async ({ page, seller }) => {
  const [entry] = world(1).script;
  const tid = entry && 'after' in entry.when ? entry.when.after.subject : undefined;
  const unread = world(1).chats.find((chat) => chat.buyer_nick === entry?.do.buyer_nick)?.unread;
  if (entry?.do.type !== 'chat' || !tid || !unread) throw new Error('nobody speaks up');
  await seller.open(`/sold?tid=${tid}`);
  await page.getByTestId('chat-open').click();
  await expect(page).toHaveURL(/chat=$/);
  await expect(page.getByTestId('chat-peer')).toHaveCount(world(1).chats.length);
  await expect(page.getByTestId('chat-peer').first()).toBeFocused();
  await page.keyboard.press('Escape');

  await seller.openRemark(tid);
  await seller.choose(2);
  await page.getByTestId('memo-text').fill('等他的消息');
  await page.getByTestId('memo-save').click();
  await expect(seller.flag(tid)).toHaveAccessibleName('备注（黄旗）：等他的消息');
  const badge = seller.row(tid).getByTestId('wangwang').locator('.badge');
  await expect(badge).toContainText(`${unread}条未读`);
  // The shop's clock goes faster, so that the wait is over within seconds.
  const speed = page.getByTestId('clock-speed');
  await speed.selectOption({ label: '1 天 = 1 分钟' });
  await expect(speed).toHaveValue('60');
  await expect(badge).toContainText(`${unread + 1}条未读`);
  await seller.row(tid).getByTestId('wangwang').click();
  await expect(page.getByRole('log').locator('.line-buyer').last()).toContainText(entry.do.text);
  await expect(badge).toHaveCount(0);

  // Whoever bought can be written to, if not a word was said before; nobody is nobody.
  const silent = world(1).trades.find((one) => !world(1).chats.some((chat) => chat.buyer_nick === one.buyer_nick));
  await page.goto(`/sold?chat=${encodeURIComponent(silent?.buyer_nick ?? '')}`);
  await expect(page.getByText('和这位买家还没有聊过')).toBeVisible();
  await page.getByTestId('chat-input').fill('亲，您的订单有一点小问题');
  await page.getByTestId('chat-input').press('Enter');
  await expect(page.getByRole('log').locator('.line-own')).toContainText('您的订单有一点小问题');
  await page.goto(`/sold?chat=${encodeURIComponent('谁也不是')}`);
  await expect(page.getByText('没有名为「谁也不是」的买家')).toBeVisible();
  await expect(page.getByTestId('chat-input')).toHaveCount(0);
});
