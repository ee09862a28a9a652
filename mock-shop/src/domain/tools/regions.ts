/** Every province, region and city of that rank, by the large areas that freight templates are written in: `name:code`. */
const TABLE = `
华东|上海市:310000 江苏省:320000 浙江省:330000 安徽省:340000 江西省:360000
华北|北京市:110000 天津市:120000 山西省:140000 山东省:370000 河北省:130000 内蒙古自治区:150000
华中|湖南省:430000 湖北省:420000 河南省:410000
华南|广东省:440000 广西壮族自治区:450000 福建省:350000 海南省:460000
东北|辽宁省:210000 吉林省:220000 黑龙江省:230000
西北|陕西省:610000 新疆维吾尔自治区:650000 甘肃省:620000 宁夏回族自治区:640000 青海省:630000
西南|重庆市:500000 云南省:530000 贵州省:520000 西藏自治区:540000 四川省:510000
港澳台|香港特别行政区:810000 澳门特别行政区:820000 台湾省:710000
`;

export interface Region {
  name: string;
  provinces: readonly string[];
}

const rows = TABLE.trim()
  .split('\n')
  .map((row) => {
    const [name = '', provinces = ''] = row.split('|');
    return { name, provinces: provinces.split(' ').map((one): [string, string] => one.split(':') as [string, string]) };
  });

/** The large areas in the order of the screen. */
export const REGIONS: readonly Region[] = rows.map(({ name, provinces }) => ({
  name,
  provinces: provinces.map(([province]) => province),
}));

/** The national six-digit code of each province, which TOP names places by. */
export const PROVINCE_CODES: ReadonlyMap<string, string> = new Map(rows.flatMap(({ provinces }) => provinces));
