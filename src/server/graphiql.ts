/** The three questions, ready to run in the browser: what the registry is for. */
export const QUESTIONS: readonly { readonly title: string; readonly query: string }[] = [
  {
    title: '血缘 Lineage',
    query: `# 数据主管部门：企业登记基本信息流向哪里？ Where does a dataset go?
query Lineage {
  lineage(of: "Dataset:FR01", direction: DOWNSTREAM, depth: 2) {
    vertices { id name downstreamDistance asset { organization { name } } }
    edges { from to kind transform assertedBy }
    cuts { at reason missing }
    complete
  }
}
`,
  },
  {
    title: '是否已有 Exists?',
    query: `# 拟收集数据的机构：要收集的数据是否已有？ Does it exist already?
query Check {
  checkCollection(intent: {
    organization: "Organization:11530100KMX00017XC"
    title: "商贸企业名录"
    subject: "企业"
    items: [{ name: "统一社会信用代码" }, { name: "企业名称" }, { name: "企业住所" }, { name: "法定代表人" }]
  }) {
    verdict
    items { name verdict found { id title } }
    plan { id title organization { name } }
    matches(first: 5) { dataset { id title } score relation reasons }
  }
}
`,
  },
  {
    title: '溯源 Provenance',
    query: `# 审计：这个产品从哪里来、依据什么收集？ Where does a product come from?
query Provenance {
  node(id: "Product:R06") {
    ... on Product {
      name
      provenance {
        origins { id name }
        products { id name }
        legalBases { citation }
        complete
        gaps
      }
      redevelopment { generation firstProducts { name } ancestors { name } }
    }
  }
}
`,
  },
];

/** GraphiQL, served whole by this server: nothing is fetched from elsewhere. */
export function graphiql() {
  return {
    title: '数源 Shuyuan',
    defaultQuery: QUESTIONS[0]!.query,
    defaultTabs: QUESTIONS.map(({ query }) => ({ query })),
  };
}
