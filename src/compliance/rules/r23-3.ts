import type { Agreement } from '../facts.ts';
import { type Found, KM, rule, type Severity, type Words } from '../rule.ts';

/** 第二十三条第一款: the operator is chosen by fair competition. */
export const r23x3 = rule<Agreement, 'Agreement'>({
  code: 'R23-3',
  title: { zh: '公平竞争选择运营机构', en: 'Direct award' },
  citation: `${KM}第二十三条第一款`,
  meaning: {
    zh: '运营机构应公平竞争产生；直接指定的为问题，没有写明方式或者竞争者不足的，待复核。',
    en: 'Operators are chosen in fair competition; a direct award is a finding, an unstated way or too few bidders is for review.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '以公开招标、邀请招标、谈判等公平竞争方式重新选择。',
    en: 'Choose again by tender, negotiation or another fair competition.',
  },
  roots: ['Agreement'],
  members: ({ record }) => [record],
  check(agreement, view) {
    const id = `Agreement:${agreement.key}`;
    const report = (severity: Severity, message: Words, cure?: Words): Found[] => [
      { subject: id, severity, evidence: [id], since: agreement.signedOn, message, ...(cure ? { cure } : {}) },
    ];
    const { selection, bidders } = agreement;
    if (selection === 'DIRECT')
      return report('VIOLATION', {
        zh: `协议${agreement.key}未经竞争直接授予。`,
        en: `Agreement ${agreement.key} was awarded directly, without competition.`,
      });
    const complete = {
      zh: '补充选择方式和参与竞争机构数的记录并复核。',
      en: 'Complete the record of the selection and have it reviewed.',
    };
    if (!selection)
      return report(
        'REVIEW',
        {
          zh: `协议${agreement.key}没有记载选择方式。`,
          en: `Agreement ${agreement.key} does not say how the operator was selected.`,
        },
        complete,
      );
    if (bidders != null && bidders < view.policy.threshold('FEWEST_BIDDERS', agreement.signedOn))
      return report(
        'REVIEW',
        {
          zh: `协议${agreement.key}只有${bidders}家机构参与竞争。`,
          en: `Only ${bidders} took part in the competition for agreement ${agreement.key}.`,
        },
        complete,
      );
    return [];
  },
});
