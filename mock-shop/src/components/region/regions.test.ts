import { buildWorld } from 'fixtures';
import { expect, it } from 'vitest';
import { citiesOf, cityOf, districtsOf, loadRegions, regionFault, statesOf } from './regions.ts';

const list = await loadRegions();

it('has all provinces, and a city for each district of the course’s addresses', () => {
  expect(statesOf(list)).toHaveLength(34);
  for (const trade of buildWorld('flag-remarks', 1).trades) {
    const region = { state: trade.receiver_state, city: trade.receiver_city, district: trade.receiver_district };
    expect(regionFault(list, region), JSON.stringify(region)).toBe('');
  }
});

it('gives counties run by their province no city', () => {
  const own = citiesOf(list, '河南省').find(({ city }) => city === '');
  expect(own?.label).toBe('省直辖县级行政区');
  expect(districtsOf(list, own?.code ?? '')).toContain('济源市');
  expect(cityOf(list, { state: '河南省', city: '', district: '济源市' })).toEqual(own);
  expect(regionFault(list, { state: '河南省', city: '', district: '济源市' })).toBe('');
});

it('finds the counties of a city of a province’s rank under the same name', () => {
  const county = cityOf(list, { state: '重庆市', city: '重庆市', district: '云阳县' });
  const district = cityOf(list, { state: '重庆市', city: '重庆市', district: '渝北区' });
  expect([county?.city, district?.city]).toEqual(['重庆市', '重庆市']);
  expect(county?.code).not.toBe(district?.code);
});

it.each([
  [{ state: '', city: '', district: '' }, '请选择省份'],
  [{ state: '湖北省', city: '', district: '' }, '请选择城市'],
  [{ state: '湖北省', city: '杭州市', district: '' }, '请选择城市'],
  [{ state: '湖北省', city: '武汉市', district: '' }, '请选择区县'],
  [{ state: '湖北省', city: '武汉市', district: '洪山区' }, ''],
])('says what is still to be chosen: %o', (region, fault) => {
  expect(regionFault(list, region)).toBe(fault);
});
