import { useState } from 'preact/hooks';
import { world } from '../../client/world.ts';
import { AccountLink } from '../training/account-link.tsx';
import { ClockBox } from './clock-box.tsx';
import { HelpDialog } from './help-dialog.tsx';
import './frame.css';

/** The bar on top: whose shop this is, what time it is in it, and help. */
export function TopBar() {
  const [help, setHelp] = useState(false);
  const known = world.value;
  return (
    <header class="topbar">
      <a class="skip" href="#content">
        跳到正文
      </a>
      <a class="brand" href="/sold">
        <span class="brand-mark" aria-hidden="true">
          店
        </span>
        <span class="brand-name">练习店铺 · 卖家中心</span>
      </a>
      <span class="practice-mark" title="这里的店铺、买家和订单都是虚构的">
        练习环境
      </span>
      {known && <span class="shop-name">{known.shop.title}</span>}
      <span class="topbar-space" />
      {known && <ClockBox world={known} />}
      <button type="button" class="topbar-button" data-testid="help" onClick={() => setHelp(true)}>
        帮助
      </button>
      {known && <span class="account">客服：{known.shop.operator.name}</span>}
      {known && <AccountLink />}
      {help && <HelpDialog onClosed={() => setHelp(false)} />}
    </header>
  );
}
