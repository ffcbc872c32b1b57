/** Where map files keep the name and the code of an area: keys differ by who drew the map. */

/** In the order they are looked at; compared without case. Counties come before what they lie in. */
const NAME_KEYS = [
  'name',
  '名称',
  '县',
  '区县',
  '县区',
  '县名',
  '区县名',
  'name_zh',
  'name_cn',
  'name_chn',
  'fullname',
  'xzqmc',
  'xmc',
  'mc',
  'county',
  'district',
  'name_3',
  'nl_name_3',
  'name_2',
  'name_1',
  'label',
  'title',
];
const CODE_KEYS = ['adcode', 'code', '行政区划代码', '代码', 'xzqdm', 'dm', 'pac', 'adm_code', 'gb', 'id'];

type Properties = Readonly<Record<string, unknown>>;

/** The name of an area; null where no usual key holds a text. */
export function nameOf(properties: Properties): string | null {
  return find(properties, NAME_KEYS);
}

/** The code of an area, from its properties or the feature's own id. */
export function codeOf(properties: Properties, id: unknown): string | null {
  return find(properties, CODE_KEYS) ?? textOf(id);
}

function find(properties: Properties, keys: readonly string[]): string | null {
  const entries = new Map<string, unknown>();
  for (const [key, value] of Object.entries(properties).slice(0, 500)) {
    const plain = key.trim().toLowerCase();
    if (!entries.has(plain)) entries.set(plain, value);
  }
  for (const key of keys) {
    const text = textOf(entries.get(key));
    if (text !== null) return text;
  }
  return null;
}

/** One line of at most 60 characters, without control characters; numbers as written. */
function textOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== 'string') return null;
  const text = [...value.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim()].slice(0, 60).join('');
  return text || null;
}
