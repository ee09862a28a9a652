import { world } from '../../client/world.ts';
import { Dialog } from '../dialog.tsx';
import { WorldPicker } from './world-picker.tsx';

/** Says briefly what this shop is and how to begin again. */
export function HelpDialog({ onClosed }: { onClosed: () => void }) {
  const known = world.value;
  return (
    <Dialog heading="这个练习店铺怎么用" headingId="help-heading" class="help" onClosed={onClosed}>
      <div class="dialog-body help-text">
        <p>
          这是一间虚构的店铺，用来练习网店客服和订单管理。店铺、买家、订单和聊天都是编出来的，不会发给任何真人，可以放心操作。
        </p>
        <ul>
          <li>在「已卖出的宝贝」里查看订单，点订单右端的旗子写备注，点「和我联系」看买家说了什么。</li>
          <li>
            右上角是店里的时间，只在店铺打开时走。可以暂停、改快慢，或者跳到下一件事；到了时候，买家会自己来，没人管的订单也会到期。
          </li>
          <li>做过的一切都保存在这个浏览器里，刷新或关掉再打开都还在。</li>
        </ul>
        {known && (
          <details>
            <summary>想从头再来？</summary>
            订单和聊天会回到最初的样子，已写的备注全部消失，找不回来。确定的话，点{' '}
            <a href={`/?scenario=${known.scenario}&seed=${known.seed}&day=${known.day}`} target="_top" rel="external">
              重新开始这个店铺
            </a>
            。
          </details>
        )}
        {known && (
          <details>
            <summary>换一个练习世界？</summary>
            <WorldPicker world={known} />
          </details>
        )}
        {known && (
          <p class="help-world num">
            当前：{known.title}（{known.scenario}，编号 {known.seed}）
          </p>
        )}
      </div>
    </Dialog>
  );
}
