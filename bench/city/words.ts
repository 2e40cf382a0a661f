import type { Chance } from './chance.ts';

const PLACES = [
  '昆明市', '五华区', '盘龙区', '官渡区', '西山区', '东川区', '呈贡区', '晋宁区', '富民县', '宜良县', '石林县', '嵩明县',
  '禄劝县', '寻甸县', '安宁市', '滇中新区',
]; // biome-ignore format: a list of words
const SUBJECTS = [
  '企业', '个体工商户', '社会组织', '事业单位', '户籍人口', '流动人口', '新生儿', '学生', '教师', '医师', '护士', '药店',
  '医院', '养老机构', '残疾人', '退役军人', '低保家庭', '不动产', '公租房', '商品房', '建设工程', '施工许可', '道路', '桥梁',
  '公交线路', '地铁站点', '公共停车场', '充电桩', '驾驶员', '机动车', '船舶', '河道', '水库', '滇池水质', '空气质量', '噪声',
  '排污口', '危险废物', '森林', '湿地', '古树名木', '耕地', '种子经营', '农药经营', '畜禽养殖', '食品生产', '餐饮服务',
  '特种设备', '广告', '商标', '专利', '科技项目', '旅行社', '导游', '酒店', '景区', '图书馆', '体育场馆', '演出', '纳税人',
  '社保参保人', '公积金缴存', '招标项目', '政府采购', '信访', '行政处罚', '行政许可', '气象站', '地震台', '自来水', '燃气',
]; // biome-ignore format: a list of words
const ASPECTS = [
  '基本信息', '登记信息', '许可信息', '处罚信息', '检查信息', '监测数据', '统计', '名录', '分布', '信用评价', '年度报告',
  '变更记录', '注销信息', '投诉记录', '缴费信息', '资金使用', '补贴发放', '审批结果', '位置坐标', '联系方式', '运行状态',
  '设备台账', '从业人员', '培训记录', '考核结果', '备案信息', '抽检结果', '预警信息', '事故记录', '客流量', '供需情况',
  '价格', '满意度', '服务指南', '年审信息', '保险信息',
]; // biome-ignore format: a list of words
const TAILS = ['', '', '', '', '（历史）', '（汇总）', '明细', '月报', '年报', '清单'];
const AGENCIES = [
  '公安局', '民政局', '人力资源和社会保障局', '自然资源局', '生态环境局', '住房和城乡建设局', '交通运输局', '水务局',
  '农业农村局', '商务局', '文化和旅游局', '卫生健康委员会', '应急管理局', '市场监督管理局', '统计局', '医疗保障局',
  '城市管理局', '林业和草原局', '教育体育局', '科学技术局', '司法局', '财政局', '审计局', '信访局', '数据局',
]; // biome-ignore format: a list of words
const TRADES = ['数据服务', '信息技术', '智慧城市', '征信', '云计算', '地理信息', '金融科技', '健康科技', '物流', '供水'];

/** What one row of a dataset is about. */
export const ABOUT = ['自然人', '企业', '设施', '地块', '事件', '车辆'] as const;
/** Fields that databases serve. */
export const DOMAINS = ['人口', '法人', '自然资源', '宏观经济', '信用', '滇池治理', '文旅', '交通', '医疗健康'] as const;

/** Standard data elements, as key, name. */
export const ELEMENTS = [
  '统一社会信用代码', '企业名称', '法定代表人', '登记状态', '成立日期', '住所', '经营范围', '公民身份号码', '姓名', '性别',
  '民族', '出生日期', '户籍地址', '联系电话', '许可证编号', '许可日期', '有效期止', '处罚文号', '处罚日期', '金额',
  '经度', '纬度', '监测时间', '监测值', '站点名称', '车牌号码', '项目名称', '行政区划代码', '统计年度', '数量',
].map((name, i) => ({ key: `E${String(i).padStart(2, '0')}`, name })); // biome-ignore format: a list of words

/** A title such as 官渡区公共停车场监测数据月报. */
export function title(random: Chance): string {
  return random.of(PLACES) + random.of(SUBJECTS) + random.of(ASPECTS) + random.of(TAILS);
}

/** The name of a body: an agency, or every fourth time a company. */
export function bodyName(random: Chance, number: number): { name: string; kind: 'AGENCY' | 'COMPANY' } {
  if (number % 4 === 3) return { name: `云南${random.of(TRADES)}${number}有限公司`, kind: 'COMPANY' };
  return { name: `${random.of(PLACES)}${random.of(AGENCIES)}${number < 400 ? '' : `第${number}分局`}`, kind: 'AGENCY' };
}
