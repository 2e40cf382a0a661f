/** Unified social credit code 统一社会信用代码, GB 32100-2015: 18 characters, two check digits. */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ORGANIZATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What is wrong with a code: its form or last digit (an error), its position 17 (a warning), or nothing. */
export type UsccFault = 'USCC_FORM' | 'USCC_CHECK_DIGIT' | 'USCC_POSITION_17';

/** Checks a code's form, its last digit (mod 31) and position 17, the check digit of the organization code (GB 11714, mod 11). */
export function usccFault(code: string): UsccFault | null {
  if (!FORM.test(code)) return 'USCC_FORM';
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(code[i]!), 0);
  if (ALPHABET[(31 - (sum % 31)) % 31] !== code[17]) return 'USCC_CHECK_DIGIT';
  return organizationCheckDigit(code.slice(8, 16)) === code[16] ? null : 'USCC_POSITION_17';
}

function organizationCheckDigit(body: string): string {
  const sum = ORGANIZATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * ORGANIZATION_ALPHABET.indexOf(body[i]!),
    0,
  );
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}
