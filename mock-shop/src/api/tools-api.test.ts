import { buildWorld } from 'fixtures';
import { beforeEach, describe, expect, it } from 'vitest';
import { Asked, type Json } from '../testing/asked.ts';
import { tinyWorld } from '../testing/tiny-world.ts';

const { addresses, carriers, freight } = buildWorld('flag-remarks', 1);
let shop: Asked;
beforeEach(() => {
  shop = new Asked(tinyWorld({ addresses, carriers, freight }));
});

const FRESH = {
  contact_name: '小陈',
  province: '江苏省',
  city: '苏州市',
  country: '姑苏区',
  addr: '平江路 8 号',
  mobile_phone: '13812345678',
};

describe('the address library over TOP', () => {
  const search = async (params = {}): Promise<Json[]> => {
    const answer = await shop.top('logistics.address.search', params);
    return (answer as { addresses: { address_result: Json[] } }).addresses.address_result;
  };

  it('is searched, added to, changed in part, and taken from', async () => {
    expect((await search()).map(({ contact_id }) => contact_id)).toEqual(['300101', '300102', '300103']);
    expect(await search({ rdef: 'cancel_def' })).toMatchObject([
      { contact_id: '300103', modify_date: '2026-09-01 09:30:00' },
    ]);
    const added = await shop.top('logistics.address.add', { ...FRESH, send_def: 'true' });
    const { contact_id } = (added as { address_result: { contact_id: string } }).address_result;
    expect(await search({ rdef: 'send_def' })).toMatchObject([{ contact_id, contact_name: '小陈', zip_code: '' }]);
    expect(await shop.top('logistics.address.modify', { contact_id, memo: '临时', zip_code: '215000' })).toMatchObject({
      address_result: { contact_id, contact_name: '小陈', memo: '临时', zip_code: '215000', send_def: true },
    });
    expect(await shop.top('logistics.address.remove', { contact_id, heir: '300101' })).toMatchObject({
      is_success: true,
    });
    expect(await search({ rdef: 'send_def' })).toMatchObject([{ contact_id: '300101' }]);
    expect(shop.refusals).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['add', { ...FRESH, zip_code: '310000' }, 'isv.invalid-parameter:zip_code'],
    ['add', {}, 'isv.missing-parameter:contact_name'],
    ['modify', { contact_id: '1', ...FRESH }, 'isv.address-not-exist'],
    ['modify', { contact_id: '300102', send_def: 'false' }, 'isv.invalid-parameter:send_def'],
    ['remove', { contact_id: '' }, 'isv.missing-parameter:contact_id'],
  ])('%s refuses %j', async (act, params, sub_code) => {
    expect(await shop.top(`logistics.address.${act}`, params)).toMatchObject({ sub_code });
    expect(shop.refusals).toMatchObject([{ method: `taobao.logistics.address.${act}`, error: { sub_code } }]);
  });

  it('knows two kinds of default', async () => {
    const answer = await shop.top('logistics.address.search', { rdef: 'x' });
    expect(answer).toMatchObject({ sub_code: 'isv.invalid-parameter:rdef' });
  });
});

describe('freight templates over TOP', () => {
  const SAVED = {
    name: '大件',
    assumer: '0',
    valuation: '0',
    template_types: 'express',
    template_dests: '1,330000|310000',
    template_start_standards: '1,2',
    template_start_fees: '8,6.5',
    template_add_standards: '1,1',
    template_add_fees: '2.00,1',
  };
  const names = async () => {
    const answer = await shop.top('delivery.templates.get', {});
    const { delivery_template } = (answer as { delivery_templates: { delivery_template: Json[] } }).delivery_templates;
    return delivery_template.map(({ name }) => name);
  };

  it('are listed with places by their codes, added, updated and deleted', async () => {
    const added = await shop.top('delivery.template.add', SAVED);
    expect(added).toMatchObject({
      delivery_template: {
        name: '大件',
        fee_list: {
          top_fee: [
            { service_type: 'express', destination: '1', start_standard: 1, start_fee: '8.00', add_fee: '2.00' },
            { destination: '330000,310000', start_standard: 2, start_fee: '6.50', add_fee: '1.00' },
          ],
        },
      },
    });
    const { template_id } = (added as { delivery_template: { template_id: string } }).delivery_template;
    expect(await names()).toEqual(['普通快递', '全国包邮', '大件']);
    expect(await shop.top('delivery.template.update', { ...SAVED, template_id, name: '小件' })).toMatchObject({
      complete: true,
    });
    expect(await names()).toEqual(['普通快递', '全国包邮', '小件']);
    expect(await shop.top('delivery.template.delete', { template_id })).toMatchObject({ is_success: true });
    expect(await names()).toEqual(['普通快递', '全国包邮']);
    expect(shop.refusals).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['add', { template_types: 'ems' }, 'template_types'],
    ['add', { template_dests: '1,999999' }, 'template_dests'],
    ['add', { template_add_fees: '2' }, 'template_add_fees'],
    ['add', { assumer: '' }, 'assumer'],
    ['add', { template_start_fees: '8,x' }, 'fee_list'],
    ['add', { template_start_standards: '0,1' }, 'fee_list'],
  ])('%s refuses %j', async (act, params, parameter) => {
    const answer = await shop.top(`delivery.template.${act}`, { ...SAVED, ...params });
    expect(answer).toMatchObject({ code: 41, sub_code: `isv.invalid-parameter:${parameter}` });
    expect(shop.refusals).toHaveLength(1);
  });
});

describe('the carrier switchboard', () => {
  it('shows all, and opens and closes them', async () => {
    const before = await shop.rest('/api/carriers');
    expect(before.body.carriers).toHaveLength(10);
    const after = await shop.rest('/api/carriers/ZTO', { enabled: false });
    expect(after.body.carriers).toContainEqual(expect.objectContaining({ code: 'ZTO', enabled: false }));
  });

  it.each<[string, object, number, string]>([
    ['ZTO', {}, 400, 'isv.missing-parameter:enabled'],
    ['XX', { enabled: true }, 404, 'isv.carrier-not-exist'],
  ])('refuses %s %j', async (code, sent, status, sub_code) => {
    const answer = await shop.rest(`/api/carriers/${code}`, sent);
    expect([answer.status, answer.body]).toMatchObject([status, { error_response: { sub_code } }]);
    expect(shop.refusals).toMatchObject([{ method: 'carriers.switch', subject: code }]);
  });
});
