import { useState } from 'preact/hooks';
import { actOnRefund, type Deal } from '../../client/buyer-client.ts';
import { Form, FormFoot, NoteRow, Row, Select } from '../../components/form.tsx';
import { PicturesField } from '../../components/pictures/pictures-field.tsx';
import { useShopUrl } from '../../components/shop-url.ts';
import { showToast } from '../../components/toast.tsx';
import { useSend } from '../../components/use-send.ts';
import { WaybillField } from '../../components/waybill-field.tsx';
import { NOTE_LENGTH } from '../../domain/refund/check.ts';
import { buyerUrl } from './buyer-url.ts';
import { DealPage } from './deal-page.tsx';

import { Address } from './refund-page.tsx';
import { Result } from './result.tsx';

/** 买家退货确认页面: by which carrier the goods are on their way back. Source: textbook OP-7 step 6, figure 6-13. */
export function ReturnPage({ nick, refund }: { nick: string; refund: string }) {
  return (
    <DealPage nick={nick} refund={refund} title="买家退货确认">
      {(deal) => <Returning nick={nick} id={refund} deal={deal} />}
    </DealPage>
  );
}

function Returning({ nick, id, deal }: { nick: string; id: string; deal: Deal }) {
  const { go } = useShopUrl();
  const [company, setCompany] = useState('');
  const [sid, setSid] = useState('');
  const [desc, setDesc] = useState('');
  const [pics, setPics] = useState<readonly string[]>([]);
  const sending = useSend();
  const refund = deal.refunds.find((one) => one.refund_id === id);
  const home = buyerUrl(nick, 'refunds', id);
  if (!refund?.return_address || refund.status !== 'WAIT_BUYER_RETURN_GOODS') {
    const sent = refund?.sid !== undefined;
    return (
      <Result good={sent} text={sent ? '退货信息已提交，等待卖家确认收货' : '这笔退款现在不用退货'}>
        <a href={home}>查看退款进度</a>
      </Result>
    );
  }
  const submit = (): void => {
    sending.send(faultOf(company, sid, desc), async () => {
      await actOnRefund(nick, id, 'return', { company_code: company, sid, desc: desc.trim(), pics });
      showToast({ text: '已通知卖家：退货已寄出', tid: refund.tid });
      go(home, true);
    });
  };
  return (
    <>
      <Address refund={refund} />
      <Form onSend={submit}>
        <h2 class="form-title">联系快递公司（禁用邮费到付）</h2>
        <Row label="物流公司" required>
          <Select
            label="物流公司"
            testid="return-company"
            options={deal.carriers.map(({ code, name }) => [code, name] as const)}
            value={company}
            onChange={setCompany}
          />
        </Row>
        <Row label="运单号码" required>
          <WaybillField
            testid="return-sid"
            label="运单号码"
            carrier={deal.carriers.find(({ code }) => code === company)}
            value={sid}
            onWaybill={setSid}
          />
        </Row>
        <NoteRow label="退货说明" value={desc} testid="return-desc" onInput={setDesc} />
        <Row label="上传凭证">
          <PicturesField label="上传凭证" pictures={pics} onChange={setPics} testid="return-pics" />
          <details class="form-help">
            <summary data-testid="return-help">帮助</summary>
            <p>凭证可以是快递面单、寄件小票或包裹打包前后的照片，要能看清运单号码和商品状况。最多 3 张。</p>
          </details>
        </Row>
        <FormFoot label="确认发货" testid="return-submit" {...sending}>
          {refund.cs_status === 1 && (
            <a href={`${home}?do=intervene`} data-testid="return-intervene">
              要求淘宝介入处理
            </a>
          )}
        </FormFoot>
      </Form>
    </>
  );
}

function faultOf(company: string, sid: string, desc: string): string | undefined {
  if (company === '') return '请选物流公司';
  if (sid.trim() === '') return '请填运单号码';
  return [...desc.trim()].length > NOTE_LENGTH ? `退货说明最多 ${NOTE_LENGTH} 个字` : undefined;
}
