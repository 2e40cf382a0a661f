/** Where a graph answers 图数据库地址, as neo4j-driver wants it. Holds a password: never print it whole. */
export interface GraphAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Absent: the server's home database. */
  readonly database?: string;
}
