import type { SellerAddress } from 'fixtures';
import { useState } from 'preact/hooks';
import { removeAddress } from '../../client/tools-client.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { showToast } from '../../components/toast.tsx';

interface LibraryRemoveProps {
  address: SellerAddress;
  addresses: readonly SellerAddress[];
  onClosed: () => void;
}

/** 删除地址: asked once more; a default names who takes its place. */
export function LibraryRemove({ address, addresses, onClosed }: LibraryRemoveProps) {
  const { contact_id, contact_name, province, city, country, addr, send_def, cancel_def } = address;
  const others = addresses.filter((one) => one.contact_id !== contact_id);
  const roles = [send_def && '默认发货地址', cancel_def && '默认退货地址'].filter(Boolean).join('和');
  const [heir, setHeir] = useState(others[0]?.contact_id ?? '');
  const asks = roles !== '' && others.length > 0;
  return (
    <FormDialog
      name="library-remove"
      heading="删除地址"
      label="确认删除"
      onClosed={onClosed}
      onYes={async () => {
        await removeAddress(contact_id, asks ? heir : undefined);
        showToast({ text: '地址已删除' });
      }}
    >
      <p class="tools-ask">
        确定删除 <strong>{contact_name}</strong>（{province}
        {city}
        {country} {addr}）吗？删除后不能恢复；已经发出的货和已经同意的退货不受影响。
      </p>
      {asks && (
        <label class="tools-heir">
          <span>这是{roles}，由谁接替</span>
          <select
            class="field"
            data-testid="library-heir"
            value={heir}
            onChange={(event) => setHeir(event.currentTarget.value)}
          >
            {others.map((one) => (
              <option key={one.contact_id} value={one.contact_id}>
                {one.contact_name}，{one.city}
                {one.country} {one.addr}
              </option>
            ))}
          </select>
        </label>
      )}
      {roles && others.length === 0 && (
        <p class="tools-warning">这是地址库里最后一个地址，删掉以后就没有默认发货和退货地址了。</p>
      )}
    </FormDialog>
  );
}
