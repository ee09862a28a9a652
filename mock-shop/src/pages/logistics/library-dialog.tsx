import type { Receiver, SellerAddress } from 'fixtures';
import { useState } from 'preact/hooks';
import { ShopError } from '../../client/call.ts';
import { type NewAddress, saveAddress } from '../../client/tools-client.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { ReceiverFields } from '../../components/receiver/receiver-fields.tsx';
import { loadRegions, regionFault } from '../../components/region/regions.ts';
import { showToast } from '../../components/toast.tsx';
import { addressFault } from '../../domain/tools/address.ts';

const EMPTY: NewAddress = {
  contact_name: '',
  province: '',
  city: '',
  country: '',
  addr: '',
  zip_code: '',
  phone: '',
  mobile_phone: '',
  memo: '',
  send_def: false,
  cancel_def: false,
};

interface LibraryDialogProps {
  /** The one to be changed; absent: a new one. */
  address?: SellerAddress;
  /** The first of a library is both defaults. */
  first?: boolean;
  onClosed: () => void;
}

/** 新增地址 and 编辑地址. A default is given up only by making another address the default. */
export function LibraryDialog({ address, first = false, onClosed }: LibraryDialogProps) {
  const before = address ? fieldsOf(address) : { ...EMPTY, send_def: first, cancel_def: first };
  const [draft, setDraft] = useState(before);
  const changed = (Object.keys(before) as (keyof NewAddress)[]).some((key) => before[key] !== draft[key]);
  const kept = { send_def: first || before.send_def, cancel_def: first || before.cancel_def };
  const missing = address && !changed ? '地址没有改动，没有要保存的。' : addressFault(draft)?.sub_msg;
  const check = (which: 'send_def' | 'cancel_def', testid: string, label: string) => (
    <label>
      <input
        type="checkbox"
        data-testid={testid}
        checked={draft[which]}
        disabled={kept[which]}
        onChange={(event) => setDraft({ ...draft, [which]: event.currentTarget.checked })}
      />{' '}
      {label}
    </label>
  );
  return (
    <FormDialog
      name="library"
      heading={address ? '编辑地址' : '新增地址'}
      label="保存"
      wide
      missing={missing}
      unsaved={changed}
      onClosed={onClosed}
      onYes={async () => {
        const region = { state: draft.province, city: draft.city, district: draft.country };
        const open = regionFault(await loadRegions(), region);
        if (open && !isAsBefore(address, draft)) throw new ShopError(open);
        await saveAddress(draft, address?.contact_id);
        showToast({ text: address ? '地址已保存' : '地址已加入地址库' });
      }}
    >
      <ReceiverFields
        prefix="library"
        who="联系人"
        value={asReceiver(draft)}
        onReceiver={(next) => setDraft({ ...draft, ...fromReceiver(next) })}
      />
      <div class="library-more">
        <label class="receiver-line">
          <span>备注</span>
          <input
            class="field wide"
            type="text"
            data-testid="library-memo"
            autocomplete="off"
            placeholder="例如：退货仓，退件请附退换货卡"
            value={draft.memo}
            onInput={(event) => setDraft({ ...draft, memo: event.currentTarget.value })}
          />
        </label>
        <p class="library-defaults">
          {check('send_def', 'library-send-def', '设为默认发货地址')}
          {check('cancel_def', 'library-cancel-def', '设为默认退货地址')}
        </p>
        {(kept.send_def || kept.cancel_def) && (
          <p class="faint library-note">
            {first ? '第一个地址同时是默认发货和默认退货地址。' : '已经是默认的不能取消，要换就把另一个地址设为默认。'}
          </p>
        )}
      </div>
    </FormDialog>
  );
}

/** A region that the list does not know any more may stay as long as nobody touches it. */
function isAsBefore(address: SellerAddress | undefined, { province, city, country }: NewAddress): boolean {
  return address?.province === province && address.city === city && address.country === country;
}

function fieldsOf({ contact_id: _, modify_date: __, ...fields }: SellerAddress): NewAddress {
  return fields;
}

function asReceiver(address: NewAddress): Receiver {
  return {
    receiver_name: address.contact_name,
    receiver_state: address.province,
    receiver_city: address.city,
    receiver_district: address.country,
    receiver_town: '',
    receiver_address: address.addr,
    receiver_zip: address.zip_code,
    receiver_mobile: address.mobile_phone,
    receiver_phone: address.phone,
  };
}

function fromReceiver(receiver: Receiver): Partial<NewAddress> {
  return {
    contact_name: receiver.receiver_name,
    province: receiver.receiver_state,
    city: receiver.receiver_city,
    country: receiver.receiver_district,
    addr: receiver.receiver_address,
    zip_code: receiver.receiver_zip,
    mobile_phone: receiver.receiver_mobile,
    phone: receiver.receiver_phone,
  };
}
