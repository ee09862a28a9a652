/** The national list of administrative divisions: names by six-digit codes. */
export interface AreaList {
  province_list: Record<string, string>;
  city_list: Record<string, string>;
  county_list: Record<string, string>;
}

/** A region by its names, as addresses have it. A county run by its province has no city. */
export interface Region {
  state: string;
  city: string;
  district: string;
}

/** A choice of the middle list: `city` is the name that the address gets, empty for counties run by the province. */
export interface CityChoice {
  code: string;
  label: string;
  city: string;
}

/** Names of the provinces, in the order of the list. */
export function statesOf(list: AreaList): string[] {
  return Object.values(list.province_list);
}

/** The cities of a province, and its own counties as one more choice. */
export function citiesOf(list: AreaList, state: string): CityChoice[] {
  const code = Object.entries(list.province_list).find(([, name]) => name === state)?.[0];
  if (code === undefined) return [];
  return Object.entries(list.city_list)
    .filter(([city]) => city.startsWith(code.slice(0, 2)))
    .map(([city, name]) => {
      if (name.includes('直辖')) return { code: city, label: '省直辖县级行政区', city: '' };
      // The counties of a city of that rank.
      return name === '县'
        ? { code: city, label: `${state}（县）`, city: state }
        : { code: city, label: name, city: name };
    });
}

/** The districts and counties of a city; some cities have none. */
export function districtsOf(list: AreaList, cityCode: string): string[] {
  return Object.entries(list.county_list)
    .filter(([code]) => code.startsWith(cityCode.slice(0, 4)))
    .map(([, name]) => name);
}

/** Which choice of the middle list a region is in; undefined when it is none of the list's. */
export function cityOf(list: AreaList, { state, city, district }: Region): CityChoice | undefined {
  if (city === '' && district === '') return undefined;
  const named = citiesOf(list, state).filter((one) => one.city === city);
  return named.find(({ code }) => districtsOf(list, code).includes(district)) ?? (city === '' ? undefined : named[0]);
}

/** What is still to be chosen, in Chinese; empty when the region is complete. */
export function regionFault(list: AreaList, region: Region): string {
  if (region.state === '') return '请选择省份';
  const city = cityOf(list, region);
  if (!city) return '请选择城市';
  return region.district === '' && districtsOf(list, city.code).length > 0 ? '请选择区县' : '';
}

let loading: Promise<AreaList> | undefined;

/** The list itself, fetched once and only when somebody chooses a region: it is heavier than all the rest of a page. */
export function loadRegions(): Promise<AreaList> {
  loading ??= import('@vant/area-data').then(
    ({ areaList }) => areaList,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
