import type { SellerAddress } from 'fixtures';
import { useState } from 'preact/hooks';
import { reasonOf } from '../../client/call.ts';
import { getAddresses, makeDefault } from '../../client/tools-client.ts';
import { ColumnHeads } from '../../components/column-heads.tsx';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { showToast } from '../../components/toast.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { MOST_ADDRESSES } from '../../domain/tools/address.ts';
import { LibraryDialog } from './library-dialog.tsx';
import { LibraryRemove } from './library-remove.tsx';

const COLUMNS = ['发货地址', '退货地址', '联系人', '所在地区', '详细地址', '邮政编码', '手机和电话', '备注', '操作'];
const DEFAULTS = [
  ['send_def', '发货'],
  ['cancel_def', '退货'],
] as const;
type Which = (typeof DEFAULTS)[number][0];

type Open = { what: 'add' } | { what: 'edit' | 'remove'; address: SellerAddress };

/** 地址库: where the shop sends from and where buyers send back to. */
export function AddressLibrary() {
  const list = useAsked('', getAddresses, ({ type }) => type.startsWith('address.'));
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const addresses = list.value;
  const full = (addresses?.length ?? 0) >= MOST_ADDRESSES;
  return (
    <section aria-label="地址库">
      {list.fault && <ErrorBar text={list.fault} onRetry={list.reload} />}
      <div class="list-bar">
        <button
          type="button"
          class="button primary"
          data-testid="library-add"
          aria-haspopup="dialog"
          disabled={!addresses || full}
          onClick={() => setOpen({ what: 'add' })}
        >
          新增地址
        </button>
        {addresses && (
          <span class="faint">
            已有 {addresses.length} 个，最多 {MOST_ADDRESSES}{' '}
            个。发货时默认用「默认发货地址」；同意退货时，买家把货寄到您选的退货地址。
          </span>
        )}
      </div>
      {!addresses && !list.fault && <p class="faint tools-wait">正在读取地址库…</p>}
      {addresses?.length === 0 && <Empty text="地址库还是空的。">请先新增一个发货和退货地址。</Empty>}
      {addresses && addresses.length > 0 && (
        <table class="tools-table library">
          <caption class="hidden-name">地址库</caption>
          <thead>
            <ColumnHeads names={COLUMNS} />
          </thead>
          <tbody>
            {addresses.map((address) => (
              <AddressRow
                key={address.contact_id}
                address={address}
                onDefault={(which, name) => void setDefault(addresses, address, which, name)}
                onOpen={(what) => setOpen({ what, address })}
              />
            ))}
          </tbody>
        </table>
      )}
      {open?.what === 'add' && <LibraryDialog first={addresses?.length === 0} onClosed={close} />}
      {open?.what === 'edit' && <LibraryDialog address={open.address} onClosed={close} />}
      {open?.what === 'remove' && addresses && (
        <LibraryRemove address={open.address} addresses={addresses} onClosed={close} />
      )}
    </section>
  );
}

interface AddressRowProps {
  address: SellerAddress;
  onDefault: (which: Which, name: string) => void;
  onOpen: (what: 'edit' | 'remove') => void;
}

function AddressRow({ address, onDefault, onOpen }: AddressRowProps) {
  const { contact_id, contact_name, province, city, country, addr, zip_code, mobile_phone, phone, memo } = address;
  const called = `${contact_name}，${addr}`;
  return (
    <tr data-testid="address-row" data-contact-id={contact_id}>
      {DEFAULTS.map(([which, name]) => (
        <td key={which} class="middle">
          {address[which] ? (
            <span class="default-mark" data-testid={`library-${which === 'send_def' ? 'sends' : 'returns'}`}>
              默认
            </span>
          ) : (
            <button
              type="button"
              class="link"
              data-testid={`library-make-${which === 'send_def' ? 'send' : 'return'}`}
              aria-label={`设为默认${name}地址：${called}`}
              onClick={() => onDefault(which, name)}
            >
              设为默认
            </button>
          )}
        </td>
      ))}
      <td>{contact_name}</td>
      <td>{[province, city, country].filter((part, i, all) => part && part !== all[i - 1]).join(' ')}</td>
      <td>{addr}</td>
      <td class="num">{zip_code || <span class="faint">-</span>}</td>
      <td class="num">
        {[mobile_phone, phone].filter(Boolean).map((number) => (
          <span key={number} class="tools-line">
            {number}
          </span>
        ))}
      </td>
      <td>{memo || <span class="faint">-</span>}</td>
      <td class="tools-deeds">
        <button
          type="button"
          class="link"
          data-testid="library-edit"
          aria-label={`编辑：${called}`}
          aria-haspopup="dialog"
          onClick={() => onOpen('edit')}
        >
          编辑
        </button>
        <button
          type="button"
          class="link"
          data-testid="library-remove-open"
          aria-label={`删除：${called}`}
          aria-haspopup="dialog"
          onClick={() => onOpen('remove')}
        >
          删除
        </button>
      </td>
    </tr>
  );
}

/** Another default, which the toast can give back to the one that was it. */
async function setDefault(
  addresses: readonly SellerAddress[],
  { contact_id, contact_name }: SellerAddress,
  which: Which,
  name: string,
): Promise<void> {
  const before = addresses.find((one) => one[which])?.contact_id;
  try {
    await makeDefault(contact_id, which);
    showToast({
      text: `已设为默认${name}地址：${contact_name}`,
      ...(before !== undefined && { undo: async () => void (await makeDefault(before, which)) }),
    });
  } catch (error) {
    showToast({ text: `没有设为默认：${reasonOf(error)}`, bad: true });
  }
}
