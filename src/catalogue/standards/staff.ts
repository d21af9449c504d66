import { defineStandards } from '../standard.ts';

/** How many review the law in each unit, and how long staff are trained. */
export const staffStandards = defineStandards({
  legalReviewStaffMinimum: {
    metric: 'legalReviewStaffShare',
    comparison: 'at-least',
    limit: { kind: 'value', value: '0.05' },
    level: 'in-principle',
    scope: 'unit',
    source: {
      document: 'S0',
      section: '六（四）',
      quote: '原则上各级行政执法机关的法制审核人员不少于本单位执法人员总数的5%',
    },
    note: '按比例比较，不取整：12人的单位有1人即达到，没有人则未达到。',
  },
  trainingHoursMinimum: {
    metric: 'trainingHoursPerPerson',
    comparison: 'at-least',
    limit: { kind: 'value', value: '60' },
    level: 'required',
    scope: 'unit',
    per: 'year',
    from: '2021-01',
    until: '2025-12',
    source: {
      document: 'S0',
      section: '八（四）',
      quote: '确保每人每年接受不少于60学时的业务培训和法律法规培训',
    },
    note: '要求的是每一个人；人均达到不能证明每个人都达到，人均未达到则必有人未达到。有效期按《北京市法治政府建设实施意见（2021-2025年）》。',
  },
  trainingHoursMinimumUntil2020: {
    metric: 'trainingHoursPerPerson',
    comparison: 'at-least',
    limit: { kind: 'value', value: '72' },
    level: 'required',
    scope: 'unit',
    per: 'year',
    from: '2011-11',
    until: '2020-12',
    source: {
      document: 'S1',
      section: '二（一）2',
      quote:
        '区政府各部门应当组织行政执法人员参加专门法律知识轮训，及时组织有关新法律法规规章的专题培训，每年累计不少于 72 学时',
    },
    note: '2011年规划未写截止时间，2021年起按60学时判断。人均达到不能证明每个人都达到。',
  },
});
