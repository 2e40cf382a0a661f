import type { z } from 'zod';
import type { openType, shareType, updateCycle } from '../record/fields.ts';
import type { datasetStates } from './dataset.ts';

/** Which datasets are wanted 筛选条件: each filter takes any of its values; null or empty: not asked. */
export interface Filters {
  /** Ids of organizations that answer for it 提供单位. */
  readonly organizations?: readonly string[] | null;
  /** Ids of its own jurisdictions, else its provider's 行政区划; those below are not included. */
  readonly jurisdictions?: readonly string[] | null;
  /** Ids of databases into which it is aggregated now 归集数据库. */
  readonly databases?: readonly string[] | null;
  /** Sharing attribute 共享属性. */
  readonly share?: readonly z.infer<typeof shareType>[] | null;
  /** Opening attribute 开放属性. */
  readonly open?: readonly z.infer<typeof openType>[] | null;
  /** Update cycle 更新频率. */
  readonly cycle?: readonly z.infer<typeof updateCycle>[] | null;
  /** Declared protection level 申报级别, 1–6. */
  readonly level?: readonly number[] | null;
  /** Theme 主题, as written in the catalog. */
  readonly theme?: readonly string[] | null;
  /** State of the entry 目录条目状态; datasets of all states appear unless it is asked. */
  readonly state?: readonly (typeof datasetStates)[number][] | null;
}

/** Which datasets a person looks for 检索条件. */
export interface DatasetQuestion {
  /** What was typed; null or blank: all datasets. */
  readonly search?: string | null;
  readonly filters?: Filters;
}

/** A question for one page of datasets. */
export interface DatasetPageQuestion extends DatasetQuestion {
  /** Most datasets on the page, 0–200; default 20. */
  readonly first?: number | null;
  /** Cursor of the last dataset of the page before. */
  readonly after?: string | null;
}
