/** What a record is, as far as it matters for who may know of it: its kind and state 知悉类别. */
export const sightClasses = [
  'DATASET_OPENED',
  'DATASET_LISTED',
  'DATASET_DRAFT',
  'DATASET_WITHDRAWN',
  'DATABASE',
  'COLLECTION',
  'BACKFLOW',
  'PRODUCT_DELIVERED',
  'PRODUCT_UNDELIVERED',
  'BODY',
  'LAW',
  'STANDARD',
  'CONTROL',
  'PLAN_APPROVED',
  'PLAN_DRAFT',
  'AGREEMENT',
  'REGISTRATION_CODED',
  'REGISTRATION_PENDING',
  'DISCLOSURE_PUBLISHED',
  'DISCLOSURE_PENDING',
  'QUALIFICATION_GRANTED',
  'QUALIFICATION_PENDING',
  'REQUEST',
  'CHECK',
  'VERDICT',
] as const;

/** A class of records for sight 知悉类别. */
export type SightClass = (typeof sightClasses)[number];

/**
 * Three sights of a record 三种可见程度: OPEN, HINTED (that something stands there, not what), DARK (everything is as if it did
 * not exist).
 */
export type SightDegree = 'OPEN' | 'HINTED' | 'DARK';

/** Who sees a class how, who is no party to the record: anybody; the city's agencies; its registration body. */
interface SightRow {
  /** What a lawyer reads. */
  readonly title: string;
  readonly anybody: SightDegree;
  readonly city: SightDegree;
  readonly registry: SightDegree;
}

/**
 * The table of sights 可见性表. Beside it holds: own records, those of one's jurisdiction as its data authority or government,
 * and those that an agreement, qualification or grant of one's organization covers are OPEN; auditors see all.
 */
export const sightTable: Readonly<Record<SightClass, SightRow>> = {
  DATASET_OPENED: row('已发布、无条件或有条件开放的数据集 published dataset, openly listed', 'OPEN', 'OPEN', 'OPEN'),
  DATASET_LISTED: row('已发布、不予开放的数据集 published dataset, not opened', 'HINTED', 'OPEN', 'OPEN'),
  DATASET_DRAFT: row('未发布的数据集 dataset before publication', 'DARK', 'DARK', 'DARK'),
  DATASET_WITHDRAWN: row('已撤回的数据集 withdrawn dataset', 'DARK', 'HINTED', 'HINTED'),
  DATABASE: row('数据库 database', 'HINTED', 'OPEN', 'OPEN'),
  COLLECTION: row('收集 act of collection', 'HINTED', 'OPEN', 'OPEN'),
  BACKFLOW: row('回流 backflow', 'HINTED', 'OPEN', 'OPEN'),
  PRODUCT_DELIVERED: row('已交付的产品 delivered product', 'OPEN', 'OPEN', 'OPEN'),
  PRODUCT_UNDELIVERED: row('未交付的产品 product before delivery', 'DARK', 'HINTED', 'OPEN'),
  BODY: row('行政区、机构 jurisdiction, organization', 'OPEN', 'OPEN', 'OPEN'),
  LAW: row('规范性文件、条款、职责、依据变化 instrument, provision, duty, change', 'OPEN', 'OPEN', 'OPEN'),
  STANDARD: row('数据元 standard element', 'OPEN', 'OPEN', 'OPEN'),
  CONTROL: row('控制关系 control', 'DARK', 'DARK', 'OPEN'),
  PLAN_APPROVED: row('已批准的实施方案 approved plan', 'HINTED', 'OPEN', 'OPEN'),
  PLAN_DRAFT: row('未批准的实施方案 plan before approval', 'DARK', 'DARK', 'DARK'),
  AGREEMENT: row('协议 agreement', 'HINTED', 'HINTED', 'OPEN'),
  REGISTRATION_CODED: row('已赋码的登记 coded registration', 'OPEN', 'OPEN', 'OPEN'),
  REGISTRATION_PENDING: row('未赋码的登记 registration before its code', 'DARK', 'DARK', 'OPEN'),
  DISCLOSURE_PUBLISHED: row('已公布的披露 published disclosure', 'OPEN', 'OPEN', 'OPEN'),
  DISCLOSURE_PENDING: row('未公布的披露 disclosure before publication', 'DARK', 'DARK', 'DARK'),
  QUALIFICATION_GRANTED: row('已认定的再开发资格 granted qualification', 'HINTED', 'OPEN', 'OPEN'),
  QUALIFICATION_PENDING: row('未认定的再开发资格 qualification not granted', 'DARK', 'DARK', 'OPEN'),
  REQUEST: row('共享申请、使用记录 sharing request, use', 'DARK', 'DARK', 'DARK'),
  CHECK: row('收集前查重记录 check before collecting', 'DARK', 'DARK', 'DARK'),
  VERDICT: row('认定：数据集重复、机构关系 verdict on duplicates, on agencies', 'DARK', 'OPEN', 'DARK'),
};

function row(title: string, anybody: SightDegree, city: SightDegree, registry: SightDegree): SightRow {
  return { title, anybody, city, registry };
}
