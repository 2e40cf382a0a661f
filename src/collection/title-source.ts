import type { Lexicon } from './lexicon.ts';

/** Where a title says its data come from. */
export interface TitleSource {
  readonly marker: 'BACKFLOW' | 'LIBRARY' | null;
  readonly system: string | null;
  readonly rest: string;
}

const SEPARATOR = /[-_|:：·]+/u;

/** Takes backflow prefixes 省回流_, libraries 基础库c_ and systems 某某平台- off a folded title. */
export function takeSource(lexicon: Lexicon, title: string): TitleSource {
  let marker: TitleSource['marker'] = null;
  let system: string | null = null;
  let rest = title;
  const prefix = lexicon.wording.backflow.find((word) => rest.startsWith(word));
  if (prefix !== undefined) {
    marker = 'BACKFLOW';
    rest = rest.slice(prefix.length).replace(/^[-_:]+/u, '');
  }
  const parts = rest.split(SEPARATOR).filter((part) => part !== '');
  const kept: string[] = [];
  for (const [i, part] of parts.entries()) {
    const bare = part.replace(/[a-z]$/u, '');
    if (parts.length > 1 && lexicon.wording.libraries.some((word) => bare.endsWith(word))) marker ??= 'LIBRARY';
    else if (parts.length > 1 && isSystem(lexicon, part)) system = part;
    else if (parts.length > 1 && i === parts.length - 1 && kept.length > 0 && lexicon.wording.noise.includes(part))
      continue;
    else kept.push(part);
  }
  if (kept.length === 0) return { marker, system, rest };
  return { marker, system, rest: kept.join('-') };
}

/** A part that ends in 系统, 平台 …, also with 资源信息 behind it. */
function isSystem(lexicon: Lexicon, part: string): boolean {
  const bare = part.replace(/(?:资源)?(?:信息|数据)$/u, '');
  return bare.length >= 4 && lexicon.wording.systems.some((word) => bare.endsWith(word));
}

/** Splits 某某管理系统水库信息 after its last system word, when four characters stand before and two of content behind it. */
export function splitSystem(lexicon: Lexicon, text: string): [string, string] | null {
  let end = 0;
  for (const word of lexicon.wording.systems) {
    const at = text.lastIndexOf(word);
    if (at >= 4 && word !== '门户' && word !== '大脑') end = Math.max(end, at + word.length);
  }
  const rest = text.slice(end).replace(/^[-_:的]+/u, '');
  const content = lexicon.wording.noise.reduce(
    (left, noise) => (left.endsWith(noise) ? left.slice(0, -noise.length) : left),
    rest,
  );
  return end > 0 && content.length >= 2 ? [text.slice(0, end), rest] : null;
}

/** Text without marks, for comparing whole cores. */
export function sameText(text: string): string {
  return text.replace(/[()[\],.，。、:：;；/\\|·*#&!?+=<>_-]/gu, '');
}
