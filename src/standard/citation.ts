const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** How a provision is cited 引用: instrument and article, the article's number in Chinese, e.g. 政务数据共享条例第十九条. */
export function citation(instrument: string, article: string): string {
  const number = /^\d{1,3}$/.test(article) ? `第${inChinese(Number(article))}条` : article;
  return `${instrument}${number}`;
}

/** A number from 1 to 999 in Chinese. */
function inChinese(number: number): string {
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor((number % 100) / 10);
  const ones = number % 10;
  const high = hundreds === 0 ? '' : `${DIGITS[hundreds]}百`;
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const middle = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十`;
  return `${high}${zero}${middle}${DIGITS[ones]}`;
}
