/** How far a phase of a load has come: bytes while it reads, lines afterwards. */
export interface Progress {
  readonly phase: 'READING' | 'CHECKING' | 'WRITING_RECORDS' | 'WRITING_FLOWS';
  readonly done: number;
  readonly total: number;
}
