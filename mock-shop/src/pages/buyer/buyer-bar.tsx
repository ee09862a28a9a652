import { useState } from 'preact/hooks';
import { world } from '../../client/world.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ClockBox } from '../../components/frame/clock-box.tsx';
import { BuyerPicker } from './buyer-picker.tsx';
import { buyerUrl } from './buyer-url.ts';

/** The sections of the buyer's view: what follows the nick in the path, and the label. */
const SECTIONS = [
  ['', '我的订单', 'buyer-menu-trades'],
  ['shop', '逛店铺', 'buyer-menu-shop'],
  ['chat', '旺旺', 'buyer-menu-chat'],
] as const;

/** The bar on top of the buyer's view: as whom one acts, somebody else, back to the seller's side. */
export function BuyerBar({ nick, section }: { nick: string | undefined; section: string }) {
  const [switching, setSwitching] = useState(false);
  const known = world.value;
  return (
    <header class="buyer-bar">
      <a class="skip" href="#content">
        跳到正文
      </a>
      <span class="buyer-mark" aria-hidden="true">
        买
      </span>
      <strong class="buyer-who" data-testid="buyer-nick">
        {nick === undefined ? '买家视角' : `买家视角：${nick}`}
      </strong>
      {nick !== undefined && (
        <>
          <button
            type="button"
            class="topbar-button"
            data-testid="buyer-switch"
            aria-haspopup="dialog"
            onClick={() => setSwitching(true)}
          >
            换一位买家
          </button>
          <nav class="buyer-menu" aria-label="买家菜单">
            {SECTIONS.map(([part, label, testid]) => (
              <a
                key={testid}
                href={part ? buyerUrl(nick, part) : buyerUrl(nick)}
                data-testid={testid}
                aria-current={part === section ? 'page' : undefined}
              >
                {label}
              </a>
            ))}
          </nav>
        </>
      )}
      <span class="topbar-space" />
      {known && <ClockBox world={known} />}
      <a class="buyer-leave" href="/sold" data-testid="buyer-leave">
        返回卖家中心
      </a>
      {switching && (
        <Dialog heading="换一位买家" headingId="switch-heading" onClosed={() => setSwitching(false)}>
          <div class="dialog-body">
            <BuyerPicker
              {...(nick !== undefined && { current: nick })}
              onPick={() => document.querySelector('dialog')?.close()}
            />
          </div>
        </Dialog>
      )}
    </header>
  );
}
