/** How far a load has come; bytes of the bundle's files. */
export interface Progress {
  readonly phase: 'READING' | 'CHECKING' | 'WRITING_RECORDS' | 'WRITING_FLOWS';
  readonly done: number;
  readonly total: number;
}
